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

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import UNSAID, Sentence, say
from ht_newsgen.reading.quoting import quoted
from ht_newsgen.reading.yaml_words import Slip, in_our_words

LONGEST_LINE = 2_000
"""Characters; a longer line is not searched, since that takes time that grows with its square."""


class _Line(Struct, frozen=True):
    """A line taken apart: what stands before the value, and the value."""

    number: int
    before: str
    """Indentation, `- ` and `key: `, as written."""
    value: str

    def slip(
        self,
        message: Sentence,
        mended: str | None = None,
        advice: Sentence = UNSAID,
        *,
        doubt: bool = False,
    ) -> Slip:
        """A slip of this line's value; `mended` is the value as it should be.

        There is a doubt where the advice is not to write it so, or what may be a comment would
        become part of the text.
        """
        if mended is None:
            return Slip(self.number, len(self.before), message, advice)
        whole = self.before + mended
        is_certain = not (doubt or advice or _REMARK.search(self.value))
        advice = advice or say("Write it as: {line}", line=whole.strip())
        return Slip(self.number, len(self.before), message, advice, whole, is_certain)


_KEYED = regex(
    r"(\s*(?:- +)*(?:[^\s:#\"'\[\]{},&*!|>%@`-][^:#]*?|\"[^\"]*\"|'[^']*')\s*:\s+)(\S.*?)\s*"
)
_LISTED = regex(r"(\s*(?:- +)+)(\S.*?)\s*")
_TIGHT = regex(r"(\s*(?:- +)?[A-Za-z_][\w-]*):(?!//)(\S.*)")
_TIGHT_ITEM = regex(r"(\s*)-([A-Za-z0-9\"'].*)")
"""What PyYAML says when a line stands in the wrong column."""
_COMMENT = regex(r"\s#")
_REMARK = regex(r"\s#(?:\s|\Z)")
"""A comment in earnest: what is part of a text has no space after its sign."""
_ESCAPE = regex(r"\\(?![0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
_DOUBLE = regex(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = regex(r"'((?:[^']|'')*)'")
_INDICATORS = "@`%*&!,]}|>"


def find_slip(text: str, error: yaml.YAMLError) -> Slip:
    """What was most probably done wrong, given what a parser said about the text."""
    lines = text.split("\n")
    for number in _suspects(error, len(lines)):
        slip = slip_of_line(lines[number], number)
        if slip is not None and slip.mended != lines[number]:
            return slip
    return in_our_words(error, lines)


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
            say("a tab stands where the line is indented; YAML wants spaces"),
            say("Use two spaces for each tab"),
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
                say("a tab stands where YAML wants a space"),
                say("Write it as: {line}", line=mended.strip()),
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
            say("a space is missing after `{tight}:`", tight=tight[1].strip(" -")),
            say("Write it as: {line}", line=mended.strip()),
            mended,
            is_certain=True,
        )
    tight_item = _TIGHT_ITEM.fullmatch(line)
    if tight_item:
        mended = f"{tight_item[1]}- {tight_item[2]}"
        return Slip(
            number,
            len(tight_item[1]),
            say("a space is missing after the dash"),
            say("Write it as: {line}", line=mended.strip()),
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
            message = say('the quotes do not close: `\\"` is part of the text')
            return line.slip(message, quoted(body.rstrip('"')), doubt=True)
        message = say("the quotes that begin here are never closed")
        return line.slip(message, quoted(body), doubt='"' in body or "\\" in body)
    if _ESCAPE.search(whole[1]):
        meant = quoted(whole[1]) + line.value[whole.end() :]
        return line.slip(
            say("a backslash between double quotes begins an escape"), meant, doubt=True
        )
    return _after_quotes(line, line.value[whole.end() :])


def _single_quotes(line: _Line) -> Slip | None:
    if not line.value.startswith("'"):
        return None
    whole = _SINGLE.match(line.value)
    if whole is None:
        message = say("the quotes that begin here are never closed")
        return line.slip(message, quoted(line.value[1:]), doubt=True)  # or an apostrophe: 'tis
    return _after_quotes(line, line.value[whole.end() :])


def _after_quotes(line: _Line, rest: str) -> Slip | None:
    """`"Raids" in Glasgow` and `"He said "no" today"`: text goes on after the closing quote."""
    if not rest.strip() or _COMMENT.match(rest) or rest.lstrip().startswith(":"):
        return None
    mark = line.value[0]
    inner = line.value[1:-1] if line.value.endswith(mark) else line.value
    return line.slip(say("text goes on after the closing quote"), quoted(inner))


def _brackets(line: _Line) -> Slip | None:
    opening = line.value[0]
    if opening not in "[{":
        return None
    closing = {"[": "]", "{": "}"}[opening]
    bare = _DOUBLE.sub("", _SINGLE.sub("", line.value))
    bare = _COMMENT.split(bare)[0].rstrip()
    if bare.startswith(("{{", "{%")):
        return line.slip(
            say("a value that begins with `{opening}` needs quotes", opening=opening),
            quoted(line.value),
        )
    if bare.count(opening) > bare.count(closing):
        return line.slip(
            say("the `{opening}` that begins here is never closed", opening=opening),
            line.value + closing,
        )
    if not bare.endswith(closing) or bare.count(opening) < bare.count(closing):
        return line.slip(
            say("a value that begins with `{opening}` needs quotes", opening=opening),
            quoted(line.value),
        )
    return None


def _indicators(line: _Line) -> Slip | None:
    first, rest = line.value[0], line.value[1:]
    if first in "|>" and re.fullmatch(r"[-+0-9]{0,2}(?:\s+#.*)?", rest):
        return None
    if first == "-" and rest.startswith(" ") and ":" in line.before:
        message = say("a list begins on the line below its key")
        advice = say(
            "Write {value} on a line of its own, or in quotes if it is a text", value=line.value
        )
        return line.slip(message, quoted(line.value), advice)
    if first in _INDICATORS or (first == "?" and rest.startswith(" ") and ":" in line.before):
        message = (
            say("a value that begins with a backtick needs quotes")
            if first == "`"
            else say("a value that begins with `{opening}` needs quotes", opening=first)
        )
        return line.slip(message, quoted(line.value))
    return None


def _colon(line: _Line) -> Slip | None:
    if line.value[0] in "\"'[{|>":
        return None
    text = _COMMENT.split(line.value)[0].rstrip()
    if ": " in text or text.endswith(":") or ":\t" in text:
        if ":" not in line.before:
            return None
        message = (
            say('a value with ": " in it needs quotes')
            if ": " in text
            else say('a value that ends in ":" needs quotes')
        )
        return line.slip(message, quoted(line.value))
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
