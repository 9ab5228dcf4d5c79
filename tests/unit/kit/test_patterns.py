"""Regular expressions that are compiled when they are first used."""

import re

import pytest

from ht_newsgen.kit.patterns import regex


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    """With the same verbs and flags, for texts and for bytes."""
    number = regex(r"(?P<tens>[0-9]) ([0-9])", re.VERBOSE)
    again = [found["tens"] for text in ("12", "34") if (found := number.fullmatch(text))]

    assert again == ["1", "3"]
    assert (number.pattern, number.groups) == (r"(?P<tens>[0-9]) ([0-9])", 2)
    assert regex(rb"\s+").split(b"a b") == [b"a", b"b"]


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    """So one that is wrong is no hindrance until then."""
    wrong = regex("(")

    with pytest.raises(re.error):
        wrong.search("")


def test_a_pattern_has_no_verbs_of_its_own() -> None:
    """A slip is told as by a compiled one."""
    with pytest.raises(AttributeError, match=r"re\.Pattern"):
        _ = regex("a").serch  # type: ignore[attr-defined]
