"""The host that pages are judged on keeps to what a site says in `_headers`."""

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.support.host import headers_for, hosting, read_rules

HEADERS = """\
/*
  X-Frame-Options: DENY
  Content-Security-Policy: default-src 'none'

/search/*
  ! Content-Security-Policy
  Content-Security-Policy: default-src 'self'

/search/new/*
  X-Frame-Options: SAMEORIGIN
"""


def test_rules_add_up_and_an_exclamation_mark_takes_away() -> None:
    """As Cloudflare Pages describes it for files of this name."""
    rules = read_rules(HEADERS)

    assert headers_for("/flash/", rules) == {
        "X-Frame-Options": "DENY",
        "Content-Security-Policy": "default-src 'none'",
    }
    assert headers_for("/search/new/", rules) == {
        "X-Frame-Options": "DENY, SAMEORIGIN",
        "Content-Security-Policy": "default-src 'self'",
    }


def test_pages_come_compressed_and_what_is_missing_is_the_404_page(tmp_path: Path) -> None:
    """With its status, and with the headers of its address."""
    (tmp_path / "_headers").write_text(HEADERS)
    (tmp_path / "index.html").write_text("<p>Here")
    (tmp_path / "404.html").write_text("<p>Not here")
    with hosting(tmp_path) as url:
        with urlopen(url) as answer:
            found = (answer.headers["X-Frame-Options"], gzip.decompress(answer.read()))
        with pytest.raises(HTTPError) as missing:
            urlopen(f"{url}nowhere/")

    assert found == ("DENY", b"<p>Here")
    assert (missing.value.code, gzip.decompress(missing.value.read())) == (404, b"<p>Not here")
