"""A site that lives in a folder of its host, as that of a repository may: every way stays there.

The tiny site's address is https://example.org/newsroom/, so its expected files tell. In a browser
the search under such an address is tried by `tests/browser/test_search.py`.
"""

import re
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "tiny" / "expected"
HOME = "/newsroom/"

WAYS = {
    "attributes of pages": (
        ("*.html",),
        re.compile(r'\s(?:href|src|action|data-volumes)="(?:\w[\w-]* )?(/[^"]*)"'),
    ),
    "each picture of a set": (("*.html",), re.compile(r'(?:srcset="|\d+w, )(/[^\s",]+) \d+w')),
    "absolute addresses": (
        ("*.html", "*.xml", "*.json", "*.opml", "*.txt"),
        re.compile(r"https://example\.org(/[^\"<>\s,]*)"),
    ),
    "the web manifest": (("*.webmanifest",), re.compile(r'"(/[^"]*)"')),
    "redirects": (("_redirects",), re.compile(r"(?:^| )(/\S*)", re.MULTILINE)),
    "headers": (("_headers",), re.compile(r"^(/\S*)", re.MULTILINE)),
}


@pytest.mark.parametrize(("files", "way"), WAYS.values(), ids=WAYS)
def test_every_way_stays_in_the_folder(files: tuple[str, ...], way: re.Pattern[str]) -> None:
    """Links, pictures, feeds, search, scripts, icons, redirects and rules for the host."""
    found = {
        (file.relative_to(EXPECTED).as_posix(), address)
        for pattern in files
        for file in EXPECTED.rglob(pattern)
        for address in way.findall(file.read_text("utf-8"))
    }

    assert found
    assert sorted(one for one in found if not one[1].startswith(HOME)) == []
