"""Addresses of the site."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.kit.urls import (
    absolute,
    base_path,
    host,
    href,
    is_http_url,
    output_path,
    urls_in,
)

ROOT = "https://example.org/"
BELOW = "https://example.org/newsroom/"


@pytest.mark.parametrize(
    ("base_url", "path", "expected"),
    [
        (ROOT, "", "/"),
        (ROOT, "flash/2018/raids/", "/flash/2018/raids/"),
        (BELOW, "flash/", "/newsroom/flash/"),
        (ROOT, "vijesti/žrtve/", "/vijesti/%C5%BErtve/"),
        (ROOT, "a b?c#d%e/", "/a%20b%3Fc%23d%25e/"),
    ],
)
def test_an_href_carries_the_base_path_and_escapes_what_a_path_cannot_hold(
    base_url: str, path: str, expected: str
) -> None:
    """RFC 3986, section 3.3, decides what stands unescaped."""
    assert href(base_url, path) == expected
    assert absolute(base_url, path) == "https://example.org" + expected


@pytest.mark.parametrize(
    ("permalink", "file"),
    [("", "index.html"), ("a/b/", "a/b/index.html"), ("old.html", "old.html")],
)
def test_a_permalink_is_answered_by_one_file(permalink: str, file: str) -> None:
    """A path that ends with a slash is a folder's index."""
    assert output_path(permalink) == file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org", True),
        ("http://example.org:8080/a?b=c#d", True),
        ("https://пример.срб/", True),
        ("//example.org/", False),
        ("ftp://example.org/", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://exa mple.org/", False),
        ("https://example.org:99999/", False),
        ("https://[::1", False),
        ('https://example.org/"onclick=', False),
        ("", False),
    ],
)
def test_only_a_whole_web_address_is_one(text: str, expected: bool) -> None:
    """What a browser would not open as http or https is refused, and nothing raises."""
    assert is_http_url(text) is expected


@given(st.sampled_from(("http://", "https://")), st.text("az09é-._~/?#@:[]%&A", max_size=16))
def test_a_plain_address_is_judged_as_all_others(scheme: str, rest: str) -> None:
    """What is seen at a glance is what the parser says: whether there is a host, and which."""
    try:
        parts = urlsplit(scheme + rest)
        name = parts.hostname if parts.port != 0 else None
    except ValueError:
        name = None
    assert is_http_url(scheme + rest) is bool(name)
    assert not name or host(scheme + rest) == name


def test_the_parts_of_a_base_url_are_told_apart() -> None:
    """Host in lower case without its port; path with both slashes."""
    assert host("https://Example.org:8080/newsroom/") == "example.org"
    assert base_path(BELOW) == "/newsroom/"
    assert base_path("https://example.org") == "/"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("no address", []),
        ("see https://a.example/b", ["https://a.example/b"]),
        ('<https://a.example/b> "http://b.example"', ["https://a.example/b", "http://b.example"]),
        ("(https://a.example/b).", [f"https://a.example/b{end}" for end in (").", ")", "")]),
        ("https://a.example/b_(c)", ["https://a.example/b_(c)", "https://a.example/b_(c"]),
        ("https://a.example/?b=1&amp;c=2", ["https://a.example/?b=1&c=2"]),
    ],
)
def test_addresses_in_a_text_are_found_with_and_without_what_ends_a_sentence(
    text: str, urls: list[str]
) -> None:
    """Which of them was meant, whoever looks for one of them knows."""
    assert list(urls_in(text)) == urls
