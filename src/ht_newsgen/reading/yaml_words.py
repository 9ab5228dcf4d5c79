"""What a YAML parser says, in words that help somebody who has never heard of it."""

import yaml
from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import UNSAID, Sentence, say


class Slip(Struct, frozen=True):
    """Where it is, what is wrong, what to do, and the whole line mended if that is known."""

    line: int
    column: int
    message: Sentence
    advice: Sentence = UNSAID
    mended: str | None = None
    is_certain: bool = False
    """Whether nothing else can be meant than the mended line."""


_BARE = regex(r"\s*[^\s#:-][^:]*")
_OF_INDENTATION = (
    "expected <block end>",
    "expected '<document start>'",
    "mapping values are not allowed",
    "block sequence entries are not allowed",
    "did not find expected",
)


def in_our_words(error: yaml.YAMLError, lines: list[str]) -> Slip:
    """The slip that an error of the parser is; lines and columns from 0."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable_character(error, lines)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Slip(0, 0, say("this cannot be read as YAML"))
    said = str(error.problem or "it ends too early")
    line = min(error.problem_mark.line, len(lines) - 1)
    column = min(error.problem_mark.column, len(lines[line]))
    bare = next((number for number in range(line, -1, -1) if _BARE.fullmatch(lines[number])), None)
    if bare is not None and (bare == line or "could not find expected ':'" in said):
        return Slip(
            bare,
            len(lines[bare]) - len(lines[bare].lstrip()),
            say("this line is neither `key: value` nor part of a list"),
            say("Indent it if it belongs to the value above; else give it a key"),
        )
    if lines[line].lstrip().startswith(": "):
        return Slip(line, column, say("a key is missing before the colon"), say("Name the value"))
    if any(words in said for words in _OF_INDENTATION):
        return Slip(
            line,
            len(lines[line]) - len(lines[line].lstrip()),
            say("this line is not indented like the lines around it"),
            say("Begin keys of one mapping, and items of one list, in the same column"),
        )
    begin = error.context_mark
    if begin is not None and "quoted scalar" in str(error.context):
        message = say("the quotes that begin here are never closed")
        return Slip(begin.line, begin.column, message, say("Close them"))
    return Slip(
        line,
        column,
        say("this cannot be read as YAML: {said}", said=said),
        say("Put the value in quotes if it is a text"),
    )


def _unreadable_character(error: yaml.reader.ReaderError, lines: list[str]) -> Slip:
    before = "\n".join(lines)[: error.position]
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    message = say("the character U+{code} cannot be read", code=f"{int(error.character):04X}")
    return Slip(line, column, message, say("Remove it"))
