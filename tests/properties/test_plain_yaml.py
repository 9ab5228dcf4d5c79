"""Laws of the YAML that no parser is asked about: it is read as the parsers read it."""

from string import ascii_letters

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ht_newsgen.reading.yaml_harmless import is_harmless
from ht_newsgen.reading.yaml_plain import plain_tree
from tests.properties.test_harmless_yaml import VALUES, front_matter, lines, outcome

KEYS = st.sampled_from((*ascii_letters, *ascii_letters, "_x", "no", "k" * 100, "null", "True"))
GOOD = VALUES.filter(lambda value: plain_tree(f"a: {value}") is not None)
INDENTS = st.sampled_from((" ", "  ", "    "))
NOTHING = st.sampled_from(("", "", "", "\n", "\n  # c"))


@st.composite
def entries(draw: st.DrawFn) -> str:
    """A key with its value, or with a block of keys or of items, and now and then something odd."""
    key, nothing = draw(KEYS), draw(NOTHING)
    kind = draw(st.integers(0, 15))
    if kind == 0:
        return draw(lines())
    if kind > 7:
        return f"{key}: {draw(GOOD)}{nothing}"
    form = draw(st.sampled_from(("{i}{k}: {v}", "{i}- {v}", "- {v}")))
    indent, count = draw(INDENTS), draw(st.integers(1, 3))
    block = [
        form.format(i=indent, k=draw(KEYS), v=draw(GOOD)) + draw(NOTHING) for _ in range(count)
    ]
    if kind == 1:
        block.insert(draw(st.integers(0, count)), draw(lines()))
    return "\n".join((f"{key}:{nothing}", *block))


@given(st.lists(entries(), min_size=1, max_size=4).map("\n".join), st.booleans())
@settings(max_examples=1500)
@example("a:\n  b: c\n  d: [e, f]\ng: {h: i}", False)
@example("a:\n- b\n- 'c'\n\nd: e", True)
@example("# a\n\nb:\n  # c\n  d: e\n # f", False)
@example("a: b\na: c", False)
@example("a: {b: c, b: d}\n  e: f", False)
@example("a:\n    b: c\n  d: e", False)
@example("a:\n  - b\n  c: d", False)
@example("a: b\n  c: d", False)
@example("a:\n- b\n  c: d", False)
@example("a: b\n- c", False)
@example("a:\n  b:\n  c: d", False)
@example("null: a", False)
@example("a: {true: b}", False)
@example("a: 'b''c'", False)
@example('a: [b, "c, d", e f]', False)
def test_plain_texts_are_read_as_a_parser_reads_them(text: str, ends: bool) -> None:
    """The same tree with the same places, and nothing to be said of it."""
    text += "\n" * ends
    tree = plain_tree(text)
    assume(tree is not None)
    assert is_harmless(text)
    assert (tree, ()) == outcome(text, yaml.SafeLoader)


def test_front_matter_as_the_program_and_people_write_it_is_plain() -> None:
    """Values on their lines, as in the benchmark, and blocks of a few lines, as `new` has them."""
    by_hand = "title: Raids\n# as posted\nsource:\n  name: A\n  url: https://a.b/c\ntopics:\n- b\n"
    texts = [by_hand, *map(front_matter, range(100))]
    assert [text for text in texts if plain_tree(text) is None] == []
