"""Laws of the rules over single texts, whatever somebody has typed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.checks.prose import Prose, body_of
from ht_newsgen.checks.run import check_text
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Article, Citation, Correction
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.reading.front_matter import below, take_apart
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from tests.factories import article, config, day, figure

MARKS = (
    '# ## - * + 1. 1986. > | : ``` ` ~~~ ~~~~ " „ “ ” « » ( ) [ ] ]( ][ ]: ![ [^1]: <!-- -->'
    " <b> </b> < http:// https://example.org/a_(b www. , . ! ? … - _ \\ İ ß ǅ \u2028 \x85"
).split(" ")
SPACES = (
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "---\n",
    "===\n",
    "\x00",
    "\ud800",
    "🕊️",
    "\u202e",
)
WORDS = (
    *("Amira (14)", "14-year-old", "aged 9", "age of 3", "14-godišnja", "стара 14 година", "Lejla"),
    *("Maple Street", "Oak School", "u ulici Lipa", "sex slave", "seksualna robinja", "child"),
    *("word", "A sentence of some length. "),
)
PIECES = st.sampled_from((*MARKS, *SPACES, *WORDS))
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)
LINES = TEXTS.map(lambda text: " ".join(text.split()))


@st.composite
def items(draw: st.DrawFn) -> Article:
    """Items all of whose texts are odd; their places may be anywhere."""
    places = st.tuples(st.integers(0, 9), st.integers(0, 9))
    names = ("title", "standfirst", "source", "image.alt", "corrections.0.text")
    return article(
        title=draw(LINES) or "x",
        standfirst=draw(LINES),
        figure=draw(st.just(figure()) | st.none()),
        rights=draw(st.sampled_from(Rights)),
        source=draw(st.none() | st.builds(Citation, name=LINES, url=LINES)),
        corrections=(Correction(date=day(2018, 2, 20), text=draw(LINES)),),
        places={name: draw(places) for name in draw(st.sets(st.sampled_from(names)))},
    )


@given(items(), TEXTS, st.sampled_from(("---\ntitle: x\n---\n", "---\n", "")))
@settings(max_examples=60)
def test_no_text_is_too_odd_for_the_rules(item: Article, text: str, front: str) -> None:
    """They answer, always the same, and every place is in the file."""
    source = (front + text).encode("utf-8", "surrogatepass")

    told = list(found(item, source))

    assert told == list(found(item, source))
    lines = source.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [one for one in told if one.place.line > max(9, len(lines))] == []


def found(item: Article, source: bytes) -> list[Problem]:
    return list(check_text(item, source, "", config(), {})[0])


@given(TEXTS, st.sampled_from(("---\ntitle: x\n---\n", "\n--- \r\n...\r", "---\n", "")))
@settings(max_examples=60)
def test_the_text_below_the_front_matter_is_the_one_that_was_read(text: str, front: str) -> None:
    """And begins on the same line; what reading takes for a space is as long as one."""
    source = (front + text).encode("utf-8", "replace")

    parts = take_apart(source, Notes("", FRONT_MATTER))

    if parts is not None:
        body, line = below(source.decode("utf-8-sig"))
        assert (len(body), line) == (len(parts.body), parts.body_line)


@given(TEXTS)
@settings(max_examples=60)
def test_what_is_blanked_leaves_everything_else_in_its_place(text: str) -> None:
    """Every view has the lines of the text, as long as they are, and no letter of its own."""
    made = body_of(text) if text.startswith("---") else Prose(text)

    for view in (made.plain, made.words, made.unquoted, made.own):
        assert len(view) == len(made.text)
        pairs = zip(view, made.text, strict=True)
        assert {one for one, typed in pairs if one != typed} <= {" "}
        assert view.count("\n") == made.text.count("\n")
