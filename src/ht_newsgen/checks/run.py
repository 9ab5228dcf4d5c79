"""All checks of the table, run over one thing at a time: a site, a text, a written file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from msgspec.structs import replace

from ht_newsgen.checks.kinds import Finding, PictureFile, Sheets
from ht_newsgen.checks.links.references import references_in_template, references_of
from ht_newsgen.checks.links.weaving import weave
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.output import Output
from ht_newsgen.checks.settling import settle
from ht_newsgen.checks.table import (
    OUTPUT_CHECKS,
    PICTURE_CHECKS,
    RULES,
    SHEET_CHECKS,
    SITE_CHECKS,
    TEXT_CHECKS,
    WEB_CHECKS,
)
from ht_newsgen.kit.problems import Problem, Rule, problem
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkReport
from ht_newsgen.model.page import Page
from ht_newsgen.model.references import References
from ht_newsgen.model.site import Site

Subject = TypeVar("Subject")

MOST = 100
"""Findings of one rule in one text that are told; a text of a megabyte could earn very many."""

KINDS = frozenset(kind for check in OUTPUT_CHECKS for kind in check.kinds)
"""The kinds of written files that some check looks at."""


def check_site(site: Site) -> Iterator[Problem]:
    """What is wrong with the items together."""
    for check in SITE_CHECKS:
        yield from found(check.rule, check.find, site, "")


def check_text(
    item: Item, source: bytes, html: str, config: Config, links: LinkReport
) -> tuple[tuple[Problem, ...], References]:
    """What is wrong with the file of one item, and where it links; arguments as in `Manuscript`."""
    text = source.decode("utf-8-sig", errors="replace")
    manuscript = Manuscript(item=item, source=text, html=html, config=config, links=links)
    problems = (
        problem
        for check in TEXT_CHECKS
        for problem in islice(found(check.rule, check.find, manuscript, item.path), MOST)
    )
    return tuple(problems), references_of(manuscript)


def check_links(
    site: Site,
    planned: Sequence[Page],
    references: Mapping[str, References],
    templates: Mapping[str, str],
) -> Iterator[Problem]:
    """What is wrong with the links of all texts, and of the templates that a site has of its own.

    Both are by the path of their files.
    """
    of_templates = {path: references_in_template(text) for path, text in templates.items()}
    web = weave(site, planned, {**references, **of_templates})
    for check in WEB_CHECKS:
        yield from found(check.rule, check.find, web, "")


def check_picture(path: str, data: bytes) -> Iterator[Problem]:
    """What is wrong with the file of a picture."""
    for check in PICTURE_CHECKS:
        yield from found(check.rule, check.find, PictureFile(path, data), path)


def check_sheets(texts: Mapping[str, str], own: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with the stylesheets of a site; arguments as in `Sheets`."""
    for check in SHEET_CHECKS:
        yield from found(check.rule, check.find, Sheets(texts=texts, own=own), "")


def check_output(page: Page, data: bytes, base_url: str) -> Iterator[Problem]:
    """What is wrong with one written file; places are lines of that file."""
    output = Output(path=page.path, kind=page.kind, data=data, base_url=base_url)
    for check in OUTPUT_CHECKS:
        if page.kind in check.kinds:
            yield from found(check.rule, check.find, output, page.path)


def settled(problems: Iterable[Problem], site: Site, complete: bool) -> tuple[Problem, ...]:
    """What remains after the site's own decisions; see `settling.settle`."""
    return settle(problems, site, RULES, complete=complete)


def found(
    rule: Rule, find: Callable[[Subject], Iterable[Finding]], subject: Subject, path: str
) -> Iterator[Problem]:
    """The findings as problems of the rule, in the file at `path` where they name no other."""
    for finding in find(subject):
        place = finding.place if finding.place.path else replace(finding.place, path=path)
        yield problem(rule, place, finding.message, finding.help, finding.mends)
