"""The slips that people make in YAML, each with the line as it was probably meant.

A parser reports where it lost the thread; that is often lines below the slip and in words for
programmers. Here the text around is searched, line by line, for what goes wrong most often.
Lines and columns count from 0, as PyYAML's do.
"""

import re
from collections.abc import Callable, Iterator

import yaml
import yaml.reader
from msgspec import Struct

from ht_newsgen.reading.quoting import quoted

LONGEST_LINE = 2_000
"""Characters; a longer line is not searched, since that takes time that grows with its square."""


class Slip(Struct, frozen=True):
    """Where it is, what is wrong, what to do, and the whole line mended if that is known."""

    line: int
    column: int
    message: str
    advice: str = ""
    mended: str | None = None
    is_certain: bool = False
    """Whether nothing else can be meant than the mended line."""


class _Line(Struct, frozen=True):
    """A line taken apart: what stands before the value, and the value."""

    number: int
    before: str
    """Indentation, `- ` and `key: `, as written."""
    value: str

    def slip(
        self, message: str, mended: str | None = None, advice: str = "", *, doubt: bool = False
    ) -> Slip:
        """A slip of this line's value; `mended` is the value as it should be.

        There is a doubt where the advice is not to write it so, or what may be a comment would
        become part of the text.
        """
        if mended is None:
            return Slip(self.number, len(self.before), message, advice)
        whole = self.before + mended
        is_certain = not (doubt or advice or _REMARK.search(self.value))
        advice = advice or f"Write it as: {whole.strip()}"
        return Slip(self.number, len(self.before), message, advice, whole, is_certain)


_KEYED = re.compile(
    r"(\s*(?:- +)*(?:[^\s:#\"'\[\]{},&*!|>%@`-][^:#]*?|\"[^\"]*\"|'[^']*')\s*:\s+)(\S.*?)\s*"
)
_LISTED = re.compile(r"(\s*(?:- +)+)(\S.*?)\s*")
_TIGHT = re.compile(r"(\s*(?:- +)?[A-Za-z_][\w-]*):(?!//)(\S.*)")
_TIGHT_ITEM = re.compile(r"(\s*)-([A-Za-z0-9\"'].*)")
_BARE = re.compile(r"\s*[^\s#:-][^:]*").fullmatch
_OF_INDENTATION = (
    "expected <block end>",
    "expected '<document start>'",
    "mapping values are not allowed",
    "block sequence entries are not allowed",
    "did not find expected",
)
"""What PyYAML says when a line stands in the wrong column."""
_COMMENT = re.compile(r"\s#")
_REMARK = re.compile(r"\s#(?:\s|\Z)")
"""A comment in earnest: what is part of a text has no space after its sign."""
_ESCAPE = re.compile(
    r"\\(?![0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
)
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_INDICATORS = "@`%*&!,]}|>"


def find_slip(text: str, error: yaml.YAMLError) -> Slip:
    """What was most probably done wrong, given what a parser said about the text."""
    lines = text.split("\n")
    for number in _suspects(error, len(lines)):
        slip = slip_of_line(lines[number], number)
        if slip is not None and slip.mended != lines[number]:
            return slip
    return _in_our_words(error, lines)


def slip_of_line(line: str, number: int) -> Slip | None:
    """What is wrong with this line, taken by itself."""
    if len(line) > LONGEST_LINE:
        return None
    indented = line[: len(line) - len(line.lstrip())]
    if "\t" in indented:
        mended = indented.replace("\t", "  ") + line.lstrip()
        column = indented.index("\t")
        return Slip(
            number,
            column,
            "a tab stands where the line is indented; YAML wants spaces",
            "Use two spaces for each tab",
            mended,
            is_certain=True,
        )
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    keyed = _KEYED.fullmatch(line) or _LISTED.fullmatch(line)
    if keyed:
        if "\t" in keyed[1]:
            mended = keyed[1].replace("\t", " ") + keyed[2]
            return Slip(
                number,
                keyed[1].index("\t"),
                "a tab stands where YAML wants a space",
                f"Write it as: {mended.strip()}",
                mended,
                is_certain=True,
            )
        parts = _Line(number, keyed[1], keyed[2])
        for check in _CHECKS:
            slip = check(parts)
            if slip is not None:
                return slip
        return None
    tight = _TIGHT.fullmatch(line)
    if tight:
        mended = f"{tight[1]}: {tight[2]}"
        return Slip(
            number,
            len(tight[1]),
            f"a space is missing after `{tight[1].strip(' -')}:`",
            f"Write it as: {mended.strip()}",
            mended,
            is_certain=True,
        )
    tight_item = _TIGHT_ITEM.fullmatch(line)
    if tight_item:
        mended = f"{tight_item[1]}- {tight_item[2]}"
        return Slip(
            number,
            len(tight_item[1]),
            "a space is missing after the dash",
            f"Write it as: {mended.strip()}",
            mended,
            is_certain=True,
        )
    return None


# -- what can be wrong with a value, in the order of looking


def _double_quotes(line: _Line) -> Slip | None:
    if not line.value.startswith('"'):
        return None
    whole = _DOUBLE.match(line.value)
    if whole is None:
        body = line.value[1:]
        if "\\" in body and '"' in body:
            message = 'the quotes do not close: `\\"` is part of the text'
            return line.slip(message, quoted(body.rstrip('"')), doubt=True)
        message = "the quotes that begin here are never closed"
        return line.slip(message, quoted(body), doubt='"' in body or "\\" in body)
    if _ESCAPE.search(whole[1]):
        meant = quoted(whole[1]) + line.value[whole.end() :]
        return line.slip("a backslash between double quotes begins an escape", meant, doubt=True)
    return _after_quotes(line, line.value[whole.end() :])


def _single_quotes(line: _Line) -> Slip | None:
    if not line.value.startswith("'"):
        return None
    whole = _SINGLE.match(line.value)
    if whole is None:
        message = "the quotes that begin here are never closed"
        return line.slip(message, quoted(line.value[1:]), doubt=True)  # or an apostrophe: 'tis
    return _after_quotes(line, line.value[whole.end() :])


def _after_quotes(line: _Line, rest: str) -> Slip | None:
    """`"Raids" in Glasgow` and `"He said "no" today"`: text goes on after the closing quote."""
    if not rest.strip() or _COMMENT.match(rest) or rest.lstrip().startswith(":"):
        return None
    mark = line.value[0]
    inner = line.value[1:-1] if line.value.endswith(mark) else line.value
    return line.slip("text goes on after the closing quote", quoted(inner))


def _brackets(line: _Line) -> Slip | None:
    opening = line.value[0]
    if opening not in "[{":
        return None
    closing = {"[": "]", "{": "}"}[opening]
    bare = _DOUBLE.sub("", _SINGLE.sub("", line.value))
    bare = _COMMENT.split(bare)[0].rstrip()
    if bare.startswith(("{{", "{%")):
        return line.slip(f"a value that begins with `{opening}` needs quotes", quoted(line.value))
    if bare.count(opening) > bare.count(closing):
        return line.slip(f"the `{opening}` that begins here is never closed", line.value + closing)
    if not bare.endswith(closing) or bare.count(opening) < bare.count(closing):
        return line.slip(f"a value that begins with `{opening}` needs quotes", quoted(line.value))
    return None


def _indicators(line: _Line) -> Slip | None:
    first, rest = line.value[0], line.value[1:]
    if first in "|>" and re.fullmatch(r"[-+0-9]{0,2}(?:\s+#.*)?", rest):
        return None
    if first == "-" and rest.startswith(" ") and ":" in line.before:
        message = "a list begins on the line below its key"
        advice = f"Write {line.value} on a line of its own, or in quotes if it is a text"
        return line.slip(message, quoted(line.value), advice)
    if first in _INDICATORS or (first == "?" and rest.startswith(" ") and ":" in line.before):
        named = "a backtick" if first == "`" else f"`{first}`"
        return line.slip(f"a value that begins with {named} needs quotes", quoted(line.value))
    return None


def _colon(line: _Line) -> Slip | None:
    if line.value[0] in "\"'[{|>":
        return None
    text = _COMMENT.split(line.value)[0].rstrip()
    if ": " in text or text.endswith(":") or ":\t" in text:
        what = 'with ": " in it' if ": " in text else 'that ends in ":"'
        if ":" not in line.before:
            return None
        return line.slip(f"a value {what} needs quotes", quoted(line.value))
    return None


_CHECKS: tuple[Callable[[_Line], Slip | None], ...] = (
    _double_quotes,
    _single_quotes,
    _brackets,
    _indicators,
    _colon,
)


# -- where to look, and what to say when nothing is found


def _suspects(error: yaml.YAMLError, count: int) -> Iterator[int]:
    """Lines in the order of suspicion: where the parser stopped, where it began, then upwards."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    lines = [min(mark.line, count - 1) for mark in marks]
    yield from lines
    if lines:
        yield from range(lines[0], -1, -1)


def _in_our_words(error: yaml.YAMLError, lines: list[str]) -> Slip:
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable_character(error, lines)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Slip(0, 0, "this cannot be read as YAML")
    said = str(error.problem or "it ends too early")
    line = min(error.problem_mark.line, len(lines) - 1)
    column = min(error.problem_mark.column, len(lines[line]))
    bare = next((number for number in range(line, -1, -1) if _BARE(lines[number])), None)
    if bare is not None and (bare == line or "could not find expected ':'" in said):
        return Slip(
            bare,
            len(lines[bare]) - len(lines[bare].lstrip()),
            "this line is neither `key: value` nor part of a list",
            "Indent it if it belongs to the value above; else give it a key",
        )
    if lines[line].lstrip().startswith(": "):
        return Slip(line, column, "a key is missing before the colon", "Name the value")
    if any(words in said for words in _OF_INDENTATION):
        return Slip(
            line,
            len(lines[line]) - len(lines[line].lstrip()),
            "this line is not indented like the lines around it",
            "Begin keys of one mapping, and items of one list, in the same column",
        )
    begin = error.context_mark
    if begin is not None and "quoted scalar" in str(error.context):
        message = "the quotes that begin here are never closed"
        return Slip(begin.line, begin.column, message, "Close them")
    return Slip(
        line,
        column,
        f"this cannot be read as YAML: {said}",
        "Put the value in quotes if it is a text",
    )


def _unreadable_character(error: yaml.reader.ReaderError, lines: list[str]) -> Slip:
    before = "\n".join(lines)[: error.position]
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    message = f"the character U+{int(error.character):04X} cannot be read"
    return Slip(line, column, message, "Remove it")
