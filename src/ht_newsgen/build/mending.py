"""What `check --fix` would change: each file that a problem knows how to mend, before and after.

Each file is mended by itself and judged by itself (`kit/mending.py`), as reading it judges it and
as the rules over texts do. What the whole site has said of it, as of a link to an old address, is
taken for mended when its spots are; the next check tells.
"""

import re
from collections.abc import Iterable
from difflib import unified_diff

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.checked_texts import heard_of, news_of
from ht_newsgen.build.checks import Checks
from ht_newsgen.build.configured import configured
from ht_newsgen.build.options import Options
from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.mending import Judge, Judgement, apply, mend
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkReport
from ht_newsgen.reading.article import LARGEST, parse_item
from ht_newsgen.reading.body import Press, make_press
from ht_newsgen.reading.config import CONFIG_FILE, parse_config
from ht_newsgen.reading.link_report import read_link_report
from ht_newsgen.reading.media import picture_lookup
from ht_newsgen.reading.registers import REGISTERS, problems_of_register


class Proposal(Struct, frozen=True, kw_only=True):
    """One file, as it is and as it should be."""

    path: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...]
    """What is mended by that."""


def propose(options: Options, problems: Iterable[Problem], checks: Checks) -> tuple[Proposal, ...]:
    """How the files of these problems would be mended, in the order of their paths."""
    config, _ = configured(options)
    news = news_of(read_link_report(options.root)[0])
    press = make_press()
    mendable = [one for one in problems if one.mends]
    found = []
    for path in sorted({one.place.path for one in mendable}):
        judge = judge_of(path, options, config, checks, news, press=press)
        before = bytes_of(path, options) if judge else None
        if judge is None or before is None:
            continue
        told = [one for one in mendable if one.place.path == path]
        mended = mend(before, with_the_site(as_told(judge, told), told, before))
        if mended.data != before:
            found.append(
                Proposal(path=path, before=before, after=mended.data, problems=mended.problems)
            )
    return tuple(found)


def bytes_of(path: str, options: Options) -> bytes | None:
    """The file's bytes; None for what is no file of the site, or cannot be read."""
    try:
        if not is_inside(options.root, options.root / path):
            return None
        return read_bounded(options.root / path, LARGEST)
    except OSError:
        return None


def judge_of(
    path: str,
    options: Options,
    config: Config | None,
    checks: Checks,
    news: LinkReport,
    *,
    press: Press,
) -> Judge | None:
    """What tells of bytes how wrong they would be as the file at this path; None if nothing can."""
    if path == CONFIG_FILE:
        return lambda data: Judgement(reading=parse_config(data)[1])
    if path in REGISTERS:
        return lambda data: Judgement(reading=problems_of_register(path, data))
    if config is None or not path.startswith("content/"):
        return None

    def judge(data: bytes) -> Judgement:
        pictures = picture_lookup(options.root, path)
        reading = parse_item(data, path, config, pictures, press=press)
        if reading.item is None:
            return Judgement(reading=reading.problems)
        heard = heard_of(data, news)
        told, _ = checks.of_text(reading.item, data, reading.body.html, config, heard)
        return Judgement(reading=reading.problems, checks=told)

    return judge


def as_told(judge: Judge, told: Iterable[Problem]) -> Judge:
    """The judge, whose checks mend only what was told: what is silenced or off stays as it is."""
    rules = {one.rule for one in told}

    def judge_as_told(data: bytes) -> Judgement:
        found = judge(data)
        checks = (one if one.rule in rules else replace(one, mends=()) for one in found.checks)
        return replace(found, checks=tuple(checks))

    return judge_as_told


def with_the_site(judge: Judge, told: Iterable[Problem], before: bytes) -> Judge:
    """The judge, who now also knows what was told of the file and cannot be seen in it alone."""
    itself = judge(before)
    seen = {(one.rule, one.message) for one in (*itself.reading, *itself.checks)}
    others = [one for one in told if (one.rule, one.message) not in seen]

    def judge_both(data: bytes) -> Judgement:
        found = judge(data)
        remaining = (one for one in others if is_unmended(data, one))
        return replace(found, checks=(*found.checks, *remaining))

    return judge_both if others else judge


def is_unmended(data: bytes, found: Problem) -> bool:
    """Whether the spots of a problem are as it says, and not yet as they should be."""
    longer = [one for one in found.mends if len(one.new) > len(one.old)]
    done = tuple(replace(one, old=one.new) for one in longer)
    is_done = bool(longer) and bool(apply(data, [replace(found, mends=done)])[1])
    return bool(apply(data, [found])[1]) and not is_done


def as_diff(proposal: Proposal) -> str:
    """The change as `git apply` and `patch` take it; lines end as they do in the file."""
    # Not str.splitlines, to which more characters end a line than to these programs.
    before, after = (
        re.findall(r"[^\n]*\n|[^\n]+", data.decode()) for data in (proposal.before, proposal.after)
    )
    names = f"a/{proposal.path}", f"b/{proposal.path}"
    lines = unified_diff(before, after, *names)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
