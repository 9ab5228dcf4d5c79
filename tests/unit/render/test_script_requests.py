"""Scripts that could ask another host."""

import pytest

from ht_newsgen.render.script_requests import script_requests

SITE = "https://newsroom.example/n/"


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('fetch("https://cdn.example/x.json")', ("https://cdn.example/x.json",)),
        ("import x from '//cdn.example/x.js'", ("//cdn.example/x.js",)),
        ("new WebSocket(`wss://live.example/${id}`)", ("wss://live.example/${id}",)),
        ('load("HTTP://CDN.example/x")', ("HTTP://CDN.example/x",)),
        (r'load("https:\/\/cdn.example/x")', ("https://cdn.example/x",)),
        ("'it\\'s', \" https://cdn.example/ \"", ("https://cdn.example/",)),
        ("// see https://cdn.example/\n/* 'https://cdn.example/' */", ()),
        ('"the address https://cdn.example/ in a sentence"', ()),
        ('fetch("/n/feed.json"), fetch("https://newsroom.example/n/x")', ()),
        ('createElementNS("http://www.w3.org/2000/svg", "svg")', ()),
        ('split("//"), "a // b", "///"', ()),
    ],
)
def test_a_string_that_is_an_address_elsewhere_is_found(script: str, found: tuple[str]) -> None:
    """In any kind of quotes; what stands in comments and sentences is no request."""
    assert script_requests(script, SITE) == found
