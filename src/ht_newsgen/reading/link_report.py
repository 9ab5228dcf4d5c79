"""`content/data/link-report.json`: what `check --external` knows of links, one on each line.

One JSON object (RFC 8259), by address and in its order, so that two looks at a site differ in the
lines of those links of which something new is known.
"""

from pathlib import Path

import msgspec

from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.links import LinkRecord, LinkReport
from ht_newsgen.reading.rules import LINK_REPORT

LINK_REPORT_FILE = "content/data/link-report.json"
LARGEST = 64 * 1024 * 1024
"""Bytes; some 400,000 links."""


def read_link_report(root: Path) -> tuple[LinkReport, tuple[Problem, ...]]:
    """The report of the site in `root`; a missing file is an empty one.

    Problem: `external/report`.
    """
    file = root / LINK_REPORT_FILE
    try:
        data = read_bounded(file, LARGEST) if is_inside(root, file) else None
        return ({}, (_wrong(),)) if data is None else parse_link_report(data)
    except FileNotFoundError:
        return {}, ()
    except OSError:
        return {}, (_wrong(),)


def parse_link_report(data: bytes) -> tuple[LinkReport, tuple[Problem, ...]]:
    """The report that the text of the file holds."""
    try:
        return msgspec.json.decode(data, type=LinkReport), ()
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}, (_wrong(),)


def link_report_text(report: LinkReport) -> str:
    """The text of the file, which reads back as the report."""
    lines = (f"{_json(url)}: {_json(report[url])}" for url in sorted(report))
    return "{\n" + ",\n".join(lines) + "\n}\n" if report else "{}\n"


def _json(value: str | LinkRecord) -> str:
    return msgspec.json.encode(value).decode()


def _wrong() -> Problem:
    return problem(
        LINK_REPORT,
        Place(LINK_REPORT_FILE),
        say("this is not the link report as the program wrote it, so it is passed over"),
        say("Bring back the file as it was, or delete it: `check --external` makes it anew"),
    )
