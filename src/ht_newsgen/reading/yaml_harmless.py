"""YAML that cannot be read in two ways: the front matter that people and programs mostly write.

PyYAML comes with and without libyaml, and the two disagree at the edges: about tabs, odd line
breaks, escapes, tags, what ends a text in a flow. What is described here keeps away from all of
them. It is generous with what is written every day (texts over several lines, as PyYAML itself
writes them; lists and mappings on one line, as JSON; quotes of both kinds) and stops there.
"""

import re

from ht_newsgen.kit.patterns import regex

ODD = regex(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that are refused, end lines, or leave none to see; all of these but a line feed."""

_FIRST = r"(?: [^\W_] | [/(„“«—–] )"
"""With what a text without quotes may begin."""
PLAIN = rf"""
    {_FIRST}
    (?: [^\s:\#\n] | :(?=[^\s\n]) | (?<=\S)\# | \ (?=[^\s\#\n]) )*+
"""
WORD = rf"""{_FIRST}[^\s:\#\[\]{{}},"'?\n]*+"""
_IN_DOUBLE = r"""[^"\\\n] | \\["\\/] | \\u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}"""
_IN_SINGLE = r"[^'\n] | ''"
_DOUBLE = rf"""" (?: {_IN_DOUBLE} )*+ " """
_SINGLE = rf"' (?: {_IN_SINGLE} )*+ '"
_FOLD = r"""\n\ ++(?=[^\s\#"'\n])"""
"""Where a text goes on in the next line; PyYAML does not hide a space behind the end of one."""
_LONG_DOUBLE = rf"""" (?: {_IN_DOUBLE} | (?<=[^\s\\]){_FOLD} | \\{_FOLD}(?:\\\ )?+ )*+ " """
_LONG_SINGLE = rf"' (?: {_IN_SINGLE} | (?<=[^\s]){_FOLD} )*+ '"
_ITEM = rf"(?: {_DOUBLE} | {_SINGLE} | {WORD} (?:\ {WORD})*+ )"
_LIST = rf"\[ (?: {_ITEM} (?:,\ {_ITEM})*+ )? \]"
NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,99}+"
_PAIR = rf"""(?: {NAME} | "{NAME}" ):\ {_ITEM}"""
_PAIRS = rf"\{{ (?: {_PAIR} (?:,\ {_PAIR})*+ )? \}}"
_VALUE = rf"(?: {PLAIN} | {_LONG_DOUBLE} | {_LONG_SINGLE} | {_LIST} | {_PAIRS} )"
_DASHES = r"\ *+(?:-\ )"
_LINE = rf"""(?:
    \ *+ (?: \# [^\n]*+ )?                      # nothing, or a comment
  | {_DASHES}?+ {NAME}:                            # a key without a value
  | (?: {_DASHES}?+ {NAME}:\  | {_DASHES} ) {_VALUE}   # a key with one, or an item of a list
  | \ ++ {PLAIN}                                   # a text that goes on, or begins below its key
)(?=\n|\Z)"""
_LINES = regex(rf"(?: \n {_LINE} )++", re.VERBOSE)
"""Each with the line feed before it, so that a line is described here once: to compile this takes
longer than to read a hundred texts."""


def is_harmless(text: str) -> bool:
    """Whether all parsers read the text alike, or refuse it; found in linear time."""
    return ODD.search(text) is None and _LINES.fullmatch(f"\n{text}") is not None
