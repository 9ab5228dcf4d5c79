"""Texts that nobody writes: none of them stops a build."""

import pytest

from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.limits import (
    DEEPEST,
    MOST_BRACKETS,
    MOST_CELLS,
    MOST_DEFINITIONS,
    MOST_FOOTNOTE_MARKS,
    MOST_LINES,
    MOST_LINES_TOGETHER,
    MOST_PARAGRAPHS,
    MOST_UNCLOSED_TAGS,
    Excess,
    find_excess,
)
from ht_newsgen.reading.media import NoPicture
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import told

PRESS = make_press()


def no_picture(src: str) -> NoPicture:
    return NoPicture(say("there is no picture {src}", src=src))


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ("a\n" * (MOST_LINES + 1), Excess(say("more than 20,000 lines"), MOST_LINES)),
        ("a\n\n" * (MOST_PARAGRAPHS - 1), None),
        ("a\n\n" * MOST_PARAGRAPHS, Excess(say("more than 10,000 paragraphs"), 0)),
        (
            "a\n" * (MOST_LINES_TOGETHER + 1),
            Excess(say("more than 2,000 lines without an empty one"), 0),
        ),
        ("|" * (MOST_CELLS + 1), Excess(say("more than 50,000 cells in its tables"), 0)),
        ("`" * 4_001, Excess(say("more than 4,000 backticks"), 0)),
        ("<!-- -->" * 201, Excess(say("more than 200 comments"), 0)),
        ("<b>" * 10_001, Excess(say("more than 10,000 tags"), 0)),
        ("[^1]" * (MOST_FOOTNOTE_MARKS + 1), Excess(say("more than 500 footnotes"), 0)),
        (
            "> a\n" + "<" * (MOST_UNCLOSED_TAGS + 1),
            Excess(say("more than 300 tags that are never closed"), 0),
        ),
        (
            "a\n\n" + "[" * (MOST_BRACKETS + 1),
            Excess(say("more than 1,500 opening brackets in one paragraph"), 0),
        ),
        ("[a](b)\n\n" * (MOST_BRACKETS + 1), None),
        (
            "a\n" + ">" * (DEEPEST + 1),
            Excess(say("more than 30 lists or quotations inside each other"), 1),
        ),
        (
            "a\n" + "1. " * (DEEPEST + 1),
            Excess(say("more than 30 lists or quotations inside each other"), 1),
        ),
        (
            "    " * (DEEPEST + 2) + "- a",
            Excess(say("more than 30 lists or quotations inside each other"), 0),
        ),
        (
            "- " * (DEEPEST + 1),
            Excess(say("more than 30 lists or quotations inside each other"), 0),
        ),
        (
            "a\n" + "\t" * (DEEPEST + 2) + "* a",
            Excess(say("more than 30 lists or quotations inside each other"), 1),
        ),
        ("    " * 8 + "- a\n" + ">" * 8 + " a", None),
        (
            "a\n:   b\n" * (MOST_DEFINITIONS + 1),
            Excess(say("more than 200 definitions without an empty line"), 0),
        ),
        ("a\n:   b\n\n" * (MOST_DEFINITIONS + 1), None),
        ("-" * 5_000, None),
        ("* * *\n\n- - -\n", None),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_text_has_limits(text: str, excess: Excess | None) -> None:
    """Each is far beyond what people write."""
    assert find_excess(text) == excess


def test_an_excess_is_told_with_its_place() -> None:
    """Rule body/limits, at the line where it is."""
    text = "---\ntitle: Raids\ndate: 2018-02-19\n---\n\n" + ">" * 50
    reading = parse_item(text.encode(), "content/flash/a.md", CONFIG, no_picture, press=PRESS)
    assert told(reading.problems) == (
        "6:1 body/limits: this text has more than 30 lists or quotations inside each other\n"
        "    Divide it into several items"
    )


ODD = (
    *("[", "![", "[a](", "[a](b) ", "][", "](", "[[", "[^1]", "[^1]: x "),
    *(
        "*a ",
        "**a_*b ",
        "_a",
        "***",
        "`a",
        "```",
        "~~~",
        "# ",
        "> ",
        "> - ",
        "- ",
        "1. ",
        "|",
        "\\",
    ),
    *(
        "<",
        "<a>",
        "<b><a>",
        "<a><b>",
        "<i><p>",
        "</p>",
        "<!--",
        "<!--more-->",
        "<?php",
        "<![CDATA[",
    ),
    *("<div>", "<ul><li>", "<table><tr><td>", "<svg>", "<math><mi>", "<select>", "<template>"),
    *('<a href="', "<x@y.z>", "<script>", "<h2>a</h2>", "&", "&#1;", "&lt;", "\x02", "\u202e"),
    *("wzxhzdk:0", "///Footnotes Go Here///", "\ufeff", "\u2028", "\t", "a  "),
)


@pytest.mark.parametrize("unit", ODD, ids=repr)
@pytest.mark.parametrize("between", ["", "\n", "\n\n    "], ids=["close", "lines", "code"])
def test_no_repetition_stops_the_reading(unit: str, between: str) -> None:
    """Repeated to some thousand characters, each is read or told, without an exception."""
    body = (unit + between) * (6_000 // len(unit + between))
    text = f"---\ntitle: Raids\ndate: 2018-02-19\n---\n{body}"
    reading = parse_item(text.encode(), "content/flash/a.md", CONFIG, no_picture, press=PRESS)
    assert reading.item is not None or reading.problems
