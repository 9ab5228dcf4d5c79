"""Laws of reading, over texts of all makes."""

import string
from datetime import datetime
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ht_newsgen.kit.html import text_of
from ht_newsgen.kit.problems import Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import ELLIPSIS
from ht_newsgen.model.article import Article
from ht_newsgen.reading.article import Reading, parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.excerpts import opening
from ht_newsgen.reading.media import NoPicture
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from ht_newsgen.reading.strict_yaml import FAST_LOADER, compose, parse_yaml
from ht_newsgen.reading.tree import Mapping, Node, Scalar
from ht_newsgen.reading.yaml_events import grow
from ht_newsgen.reading.yaml_harmless import is_harmless
from tests.unit.reading.sites import CONFIG

PRESS = make_press()
PATHS = st.sampled_from(
    [
        "content/flash/2018/raids.md",
        "content/flash/2018-02-19-raids.md",
        "content/flash/index.md",
        "content/stories/raids/index.md",
        "content/pages/about.bs.md",
        "content/raw/raids.md",
        "content/raids.md",
        "content/opinion/_index.md",
        "content/flash/.md",
    ]
)


def no_picture(src: str) -> NoPicture:
    return NoPicture(say("there is no picture {src}", src=src))


def read(text: str | bytes, path: str = "content/flash/raids.md") -> Reading:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return parse_item(data, path, CONFIG, no_picture, press=PRESS)


def read_body(body: str) -> Reading:
    return read(f"---\ntitle: Raids\ndate: 2018-02-19\n---\n{body}")


# -- arbitrary input

KEYS = st.sampled_from(
    "title date source image topics corrections aliases slug id language countries rights weight "
    "draft expires status layout unknown authors standfirst".split()
)
ODD_VALUES = (
    *"2018-02-19 03/04/2018 {a:b} | \" ' *a !x ~ true 12 @ \t \u2028 😀".split(" "),
    *"excerpt licensed withdrawn bs BA".split(),
    *("[a, b]", "{a: b}", "> x", "- a", "&a b", "a: b", "a #b"),
    *("\n  - a\n  - b", "\n  name: x\n  url: https://example.org/"),
)
FRONT_MATTERS = st.lists(
    st.tuples(KEYS, st.text(max_size=30) | st.sampled_from(ODD_VALUES)), max_size=6
).map(lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs))

PIECES = (
    *"[a](/b/) [a ](b) ** _ ` ``` ![a](b.png) [^1] <!--more--> &amp; &#1; &nbsp;".split(),
    *"<b> </b> </a> <div> </div> <table> <li> <script>".split(),
    *("<a href='/x'>", "word ", "several words in a row "),
    *("\n", "\n\n", "# ", "> ", "- ", "1. ", "    ", ": d\n", "```\n"),
    *("\n[^1]: note\n", "|a|b|\n|-|-|\n|c|d|\n"),
)
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
MARKUP = st.lists(TEXT | st.sampled_from(PIECES), max_size=25).map("".join)


def answered(reading: Reading) -> None:
    """An item, or at least one error; a body only with an item."""
    errors = [found for found in reading.problems if found.severity is Severity.ERROR]
    assert (reading.item is None) == bool(errors)
    assert (reading.item.body if reading.item else "") == reading.body.digest


@given(st.binary(max_size=300), PATHS)
@example(b"\xef\xbb\xbf", "content/flash/raids.md")
@example(b"---\n---\n---", "content/flash/index.md")
@example(b"---\ntitle: !!python/name:os.system x\n---", "content/flash/raids.md")
def test_any_bytes_are_an_item_or_have_a_problem(data: bytes, path: str) -> None:
    """Reading never raises, and never leaves somebody without an answer."""
    answered(read(data, path))


@given(FRONT_MATTERS, MARKUP, PATHS)
@example("title: |\n", "", "content/flash/2018-02-19-raids.md")
def test_any_text_is_an_item_or_has_a_problem(front: str, body: str, path: str) -> None:
    """The same over texts that look like items; every place is a line of the file."""
    text = f"---\n{front}---\n{body}"
    reading = read(text, path)
    answered(reading)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(problem.place.line <= lines for problem in reading.problems)


@given(FRONT_MATTERS, MARKUP)
def test_line_ends_make_no_difference(front: str, body: str) -> None:
    """A file from Windows, from an old Mac and from anywhere else is the same item."""
    text = f"---\ntitle: Raids\ndate: 2018-02-19\n{front}---\n{body}".replace("\r", "")
    unix, windows, mac = (read(text.replace("\n", end)) for end in ("\n", "\r\n", "\r"))
    assert (windows, mac) == (unix, unix)


@given(FRONT_MATTERS, MARKUP)
def test_reading_twice_gives_the_same(front: str, body: str) -> None:
    """Nothing is left over from the text before."""
    text = f"---\ntitle: Raids\ndate: 2018-02-19\n{front}---\n{body}"
    first = read(text)
    read_body("# Raids\n\n[^1]\n\n[^1]: y\n\n[a]: /b/\n")
    assert read(text) == first


# -- YAML with and without libyaml

WORDS = (
    *"title a 12 012 true no ~ 10:30 http://x/y?a=b#c é 日本 😀 x:y x#y a,b it's a\"b".split(),
    *"[a] - -- . ... --- = << \"\" '' #c : { | > *a &a !t % ?".split(),
    *("[a, b]", '"x: y"', "'x # y'", "# c"),
)
STARTS = ("", "", "key: ", "other: ", "- ", "- key: ", "key:", "-", "# ")
LINES = st.builds(
    lambda indent, start, words, end: " " * indent + start + " ".join(words) + end,
    st.sampled_from([0, 0, 0, 1, 2, 2, 4]),
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.sampled_from(["", "", "", " ", ":"]),
)
YAML = st.lists(LINES, max_size=7).map("\n".join)
HARMLESS = st.lists(LINES.filter(is_harmless), max_size=9).map("\n".join)


def outcome(text: str, loader: Any) -> object:
    """What a loader makes of a text by itself."""
    try:
        return grow(yaml.parse(text, Loader=loader), text, 1)
    except yaml.YAMLError:
        return "no YAML"


def verdict(text: str, fast_loader: Any) -> object:
    """What is made of a text with the given fast loader, or without one."""
    try:
        return compose(text, 1, fast_loader)
    except yaml.YAMLError as error:
        return str(error)


@given(HARMLESS)
@example("a: b\n  c")
@example("- a\n - b")
@example("a:\n- b\nc: d")
@example("a: \n  - b\n c: d")
def test_both_loaders_read_harmless_lines_alike(text: str) -> None:
    """Whatever libyaml is asked for, the pure loader would have read in the same way."""
    assert FAST_LOADER is not None
    assert outcome(text, FAST_LOADER) == outcome(text, yaml.SafeLoader)


@given(YAML | st.text(alphabet=string.printable, max_size=60))
def test_the_verdict_does_not_depend_on_libyaml(text: str) -> None:
    """With libyaml and without, a text is the same tree or has the same mistake."""
    assert verdict(text, FAST_LOADER) == verdict(text, None)


@given(st.dictionaries(st.sampled_from(["a", "b", "title", "k-1"]), st.text(max_size=40)))
def test_quoted_texts_come_back_as_they_were(values: dict[str, str]) -> None:
    """What PyYAML writes in double quotes is read as that text."""
    lines = (
        yaml.dump({key: value}, default_style='"', width=10_000) for key, value in values.items()
    )
    notes = Notes("x.md", FRONT_MATTER)
    tree = parse_yaml("".join(lines), notes)
    assert (texts(tree), notes.problems) == (values, [])


def texts(tree: Node | None) -> dict[str, str]:
    if not isinstance(tree, Mapping):
        return {}
    return {key.text: value.text for key, value in tree.entries if isinstance(value, Scalar)}


# -- excerpts and HTML

LIMITS = st.integers(5, 60)


@given(MARKUP, LIMITS)
def test_an_excerpt_is_the_beginning_of_the_text(body: str, limit: int) -> None:
    """Plain text, never longer than its limit; what is cut says so."""
    html = read_body(body).body.html
    whole, short = opening(html), opening(html, limit)
    head = short.removesuffix(ELLIPSIS)
    assert short == whole or short.endswith(ELLIPSIS)
    assert whole.startswith(head)
    assert len(head) <= limit or short == whole


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1), LIMITS)
def test_an_excerpt_never_ends_inside_a_link(words: list[str], limit: int) -> None:
    """A link after some text is there as a whole or not at all."""
    link = " ".join(words)
    short = opening(f'<p>begin <a href="/x/">{link}</a> end</p>', limit)
    assert short in (f"begin {link} end", f"begin {link} …", "begin …")


@given(MARKUP)
def test_bodies_are_well_formed(body: str) -> None:
    """Sanitising once more finds nothing: every element is closed, every attribute is known."""
    html = read_body(body).body.html
    ours = html.replace(' rel="noopener noreferrer external"', "")
    again = PRESS.sanitiser.clean(ours)
    assert (again, text_of(again)) == (ours, text_of(html))


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001 - local on purpose
def test_a_bare_day_is_local_midnight(moment: datetime) -> None:
    """In the time zone of the site, with the offset it has on that day."""
    item = read(f"---\ntitle: Raids\ndate: {moment:%Y-%m-%d}\n---\n").item
    assert isinstance(item, Article)
    assert item.date.day_only
    assert f"{item.date.at:%Y-%m-%d %H:%M}" == f"{moment:%Y-%m-%d} 00:00"
