"""What a page elsewhere says of itself, however it says it."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.reading.clippings.charsets import decode_page
from ht_newsgen.reading.clippings.clipping import Clipping, read_clipping, without_site_name
from tests.unit.reading.tables import Case, cases


def in_lines(clipping: Clipping) -> str:
    """As the table has it."""
    names = ("title", "publication", "url", "published", "author", "language")
    told = [f"{name}: {getattr(clipping, name)}" for name in names if getattr(clipping, name)]
    return "\n".join([*told, *(f"- {remark}" for remark in clipping.remarks)])


@pytest.mark.parametrize("case", cases("clippings.txt"), ids=lambda case: case.name)
def test_a_page_says_who_published_what_and_when(case: Case) -> None:
    """What it does not say is left empty, and told; nothing is taken from its text."""
    assert in_lines(read_clipping(case.text.encode())) == case.earned


@pytest.mark.parametrize("content_type", ["application/pdf", "image/png", "application/json"])
def test_what_is_sent_as_something_else_is_no_page(content_type: str) -> None:
    """Whatever stands in it; its address is all that is known."""
    found = read_clipping(b"<title>x</title>", at="https://a.example/x", content_type=content_type)

    assert found.title == ""
    assert found.url == "https://a.example/x"
    assert str(found.remarks[0]).startswith("this is no web page")


TEXT = "Žrtve trgovine ljudima: šest osoba, čuvši đaka"
GERMAN = "Zwölf Menschen – „befreit“ für immer"


@pytest.mark.parametrize(
    ("text", "encoding", "content_type", "meta", "language"),
    [
        (TEXT, "utf-8", "", "", "bs"),
        (TEXT, "utf-8", "text/html; charset=utf-8", "utf-8", "bs"),
        (TEXT, "utf-8", "text/html; charset=iso-8859-1", "", "bs"),
        (TEXT, "utf-8", "", "windows-1250", "bs"),
        (TEXT, "cp1250", "", "windows-1250", "bs"),
        (TEXT, "cp1250", "text/html; charset=Windows-1250", "utf-8", "bs"),
        (TEXT, "iso8859-2", "", "iso-8859-2", "bs"),
        (TEXT, "cp1250", "", "utf-8", "bs"),
        (TEXT, "cp1250", "", "no-such-charset", "hr"),
        (TEXT, "utf-16", "", "utf-8", "bs"),
        (GERMAN, "cp1252", "", "iso-8859-1", "de"),
        (GERMAN, "cp1252", "", "", "de"),
    ],
)
def test_a_page_is_read_whatever_is_said_of_its_bytes(
    text: str, encoding: str, content_type: str, meta: str, language: str
) -> None:
    """What is UTF-8 beyond doubt is; else the server is believed, the page, then its language."""
    page = f'<html lang="{language}"><meta charset="{meta}"><title>{text}</title>'

    assert f"<title>{text}</title>" in decode_page(page.encode(encoding), content_type)


def test_a_few_broken_characters_do_not_spoil_the_rest() -> None:
    """A page of UTF-8 with a slip in it is still one."""
    page = f"<title>{TEXT} {TEXT}</title>".encode() + b"\xff"

    assert TEXT in decode_page(page)


def test_a_page_that_was_cut_off_in_a_character_is_read() -> None:
    """Only the beginning of large pages is fetched."""
    assert decode_page("<title>žrtve</title> ž".encode()[:-1]) == "<title>žrtve</title> "


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Raids | The Post", "Raids"),
        ("Raids - News - The Post", "Raids - News"),
        ("Raids – post.example", "Raids"),
        ("Raids :: POST", "Raids"),
        ("Raids | Europe | the post", "Raids | Europe"),
        ("Anti-trafficking - a start", "Anti-trafficking - a start"),
        ("Follow-the Post", "Follow-the Post"),
        ("The Post", "The Post"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_headline(title: str, plain: str) -> None:
    """Only what is its name is taken away: a headline may have a dash of its own."""
    assert without_site_name(title, "The Post", "https://www.post.example/x") == plain


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<!--" * 100_000,
        "<" * 200_000,
        "<a " * 100_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">' + "/*" * 100_000 + "</script>",
        '<script type="application/ld+json">{"a":' + " " * 500_000 + "</script>",
        '<script type="application/ld+json">' + "," * 200_000 + "</script>",
        "<title>" + "Raids | " * 50_000,
        "<title>" + "&amp;" * 100_000,
        '<meta name="author" content="x">' * 20_000,
        "<meta " + "charset" * 20_000,
    ],
    ids=lambda page: page[:45],
)
def test_no_page_takes_long(page: str) -> None:
    """However it was made to."""
    started = time.process_time()
    read_clipping(f"<html>{page}".encode())

    assert time.process_time() - started < 1


PIECES = st.sampled_from(
    '<title> </title> <meta property="og:title" content=" <meta charset="utf-16"> "> <html lang=x '
    '<script type="application/ld+json"> {"@type":"Article","headline": "x"} </script> [ ] , &amp; '
    "<link rel=canonical href= http://[ https://a.example/ <!-- --> &#0; \x00 \ud800 ž".split(" ")
)


@settings(max_examples=60)
@given(st.lists(PIECES | st.text(max_size=8), max_size=20).map(" ".join), st.binary(max_size=20))
def test_no_page_breaks_the_reading(text: str, tail: bytes) -> None:
    """What is clipped stands on one line and can be written down."""
    found = read_clipping(text.encode(errors="surrogatepass") + tail, at="https://a.example/b")

    assert is_http_url(found.url)
    for value in (found.title, found.publication, found.author):
        assert "\n" not in value
        assert json.loads(json.dumps(value)) == value
        value.encode()
