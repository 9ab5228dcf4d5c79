"""Laws of the YAML that libyaml may read: it is read alike without it, and it is most of it."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from benchmarks.corpus import make_item
from benchmarks.generators.ours import text_of
from ht_newsgen.reading.front_matter import take_apart
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from ht_newsgen.reading.yaml_events import grow
from ht_newsgen.reading.yaml_harmless import is_harmless

TEXTS = st.sampled_from(
    (
        *"a Raids 2018-02-19 10:30 no ~ null 012 1.5 x#y x:y 1: a-b k'l o?p r? s&t u*v w|x".split(),
        *"a% b@c d`e h=i y>z << http://a.example/b?c#d /a/b (c) „d“ «f» é Ђаци 判決 📰".split(),
        *(
            "b c",
            "2018-02-19 10:00:10 -0400",
            "c, d",
            "e] f",
            "i {j",
            "q! r",
            "a :b",
            "a - b",
            "b -c",
        ),
        *(
            "a # b",
            "a ?b",
            "a [b]",
            "— e",
            "محكمة محكمة",
            "a\u200db",
            "x\xadn",
            'm"n',
            "a\\b",
            "- a",
            "",
        ),
    )
)
ODD = tuple("\t \x0b \x85 \u2028 \xa0 \x7f \ufeff \ufffe".split(" "))
"""Over which parsers fall out; harmless texts hold none, wherever it may stand."""
IN_DOUBLE = TEXTS.filter(lambda text: '"' not in text and "\\" not in text) | st.sampled_from(
    (
        '\\"',
        "\\\\",
        "\\u0107",
        "\\/",
        "\\ud83d\\ude00",
        " ",
        "# ",
        ": ",
        "\n  ",
        "\n ",
        "\\\n  ",
        "\\\n   \\ ",
        "\\n",
    )
)
IN_SINGLE = TEXTS.filter(lambda text: "'" not in text) | st.sampled_from(
    ("''", " ", "# ", ": ", "\n  ", "\n ", "\n\n  ")
)
DOUBLE = st.lists(IN_DOUBLE, max_size=4).map(lambda parts: f'"{"".join(parts)}"')
SINGLE = st.lists(IN_SINGLE, max_size=4).map(lambda parts: f"'{''.join(parts)}'")
ITEMS = TEXTS | DOUBLE | SINGLE
KEYS = st.sampled_from(("title", "a", "b", "_x", "a-b", "k1", "k2", "k3", "k" * 100))
PAIRS = st.tuples(KEYS | KEYS.map(lambda key: f'"{key}"'), ITEMS).map(": ".join)
VALUES = st.one_of(
    TEXTS,
    DOUBLE,
    SINGLE,
    st.lists(ITEMS, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.lists(PAIRS, max_size=3).map(lambda pairs: f"{{{', '.join(pairs)}}}"),
)
INDENTS = st.sampled_from((0, 0, 0, 1, 2, 2, 4, 6)).map(lambda width: " " * width)
FORMS = st.sampled_from(
    (*("{k}: {v}",) * 4, *("{k}:",) * 2, "- {v}", "- {v}", "{t}", "- {k}: {v}", "- {k}:", "", "# c")
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A key, an item, a text that goes on, a comment or nothing, at any indentation."""
    parts = {"k": draw(KEYS), "v": draw(VALUES), "t": draw(TEXTS)}
    line = draw(INDENTS) + draw(FORMS).format(**parts)
    odd, at = draw(st.sampled_from((*ODD, *("",) * 24))), draw(st.integers(0, len(line)))
    return line[:at] + odd + line[at:]


def outcome(text: str, loader: Any) -> object:
    try:
        return grow(yaml.parse(text, Loader=loader), text, 1)
    except yaml.YAMLError:
        return "no YAML"


@given(
    st.lists(lines().filter(is_harmless), max_size=8).map("\n".join)
    | VALUES.map("a: {}".format).filter(is_harmless)
)
@settings(max_examples=1500)
@example("a: 'b\n  c'\nd: \"e\\\n  \\ f\"")
@example("a:\n- b\n- c\nd:\n  e\n  f")
@example("a: b\n\n  c\n # d\n  e")
@example("a: 'b\nc'")
@example('a: {b: c, "d": \'e\'}\nf: [/g/, "h: i"]')
@example("a: {b: c?}")
@example("a: [b:]")
@example('a: "\\ud83d\\ude00"')
@example("a: b\t")
@example("a:\tb")
@example("a: b\n\ufeffc: d")
@example("? a")
def test_harmless_texts_are_read_alike_with_libyaml_and_without(text: str) -> None:
    """The same tree with the same places, or refused by both."""
    assume(is_harmless(text))  # examples are not filtered
    assert outcome(text, yaml.CSafeLoader) == outcome(text, yaml.SafeLoader)


def _as_written(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data)


def _in_letters(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=60)


def front_matter(number: int) -> str:
    parts = take_apart(text_of(make_item(number)).encode(), Notes("x.md", FRONT_MATTER))
    assert parts is not None
    assert parts.front is not None
    return parts.front


@pytest.mark.parametrize("write", [_as_written, _in_letters])
def test_what_pyyaml_writes_is_harmless(write: Callable[[dict[str, Any]], str]) -> None:
    """Migrated items are mostly written by it, in escapes or in letters, with long texts folded."""
    texts = [write(yaml.safe_load(front_matter(number))) for number in range(100)]
    assert [text for text in texts if not is_harmless(text)] == []


def test_front_matter_of_the_benchmark_is_harmless() -> None:
    """Lists and mappings on one line, as JSON has them."""
    texts = [front_matter(number) for number in range(100)]
    assert [text for text in texts if not is_harmless(text)] == []
