"""The editorial rules, read top to bottom."""

from ht_newsgen.checks.editorial import (
    addresses,
    dates,
    headings,
    headlines,
    lists,
    rights,
    sources,
    twins,
)
from ht_newsgen.checks.kinds import SiteCheck, TextCheck
from ht_newsgen.kit.problems import Rule, Severity


def rule(name: str, summary: str) -> Rule:
    """One of this family; each of them leaves room for an editor's judgement."""
    return Rule(f"editorial/{name}", summary, Severity.WARNING)


EDITORIAL_TEXT_CHECKS: tuple[TextCheck, ...] = (
    TextCheck(
        rule("source-link", "A note about a report, and every excerpt, leads to the report."),
        sources.without_link,
    ),
    TextCheck(
        rule("source-date", "An item is posted after the report that it points to."),
        dates.before_its_source,
    ),
    TextCheck(
        rule("extract", "A standfirst is no longer than an excerpt may be, where it is one."),
        rights.long_extract,
    ),
    TextCheck(
        rule("quotation", "A text of one's own is not, for the greater part, quotation."),
        rights.mostly_quoted,
    ),
    TextCheck(
        rule("headline-length", "A headline of one's own is short enough to be shown whole."),
        headlines.too_long,
    ),
    TextCheck(
        rule("list", "An empty line stands above a list."),
        lists.stuck,
    ),
    TextCheck(
        rule("number", "A sentence that begins with a number is not read as a list."),
        lists.counted,
    ),
    TextCheck(
        rule("bare-address", "An address in a text is a link."),
        addresses.bare,
    ),
    TextCheck(
        rule("first-level", "The headline is the only heading of the first level."),
        headings.of_the_first_level,
    ),
    TextCheck(
        rule("heading-level", "No level of headings is left out."),
        headings.skipping,
    ),
)

EDITORIAL_SITE_CHECKS: tuple[SiteCheck, ...] = (
    SiteCheck(
        rule("future", "An item is dated in the future only if `publish` says so."),
        dates.to_come,
    ),
    SiteCheck(
        rule("source-future", "A report that an item points to has appeared."),
        dates.reported_to_come,
    ),
    SiteCheck(
        rule("same-report", "Two items do not point to one report."),
        twins.same_report,
    ),
    SiteCheck(
        rule("same-headline", "Two items of a month do not have nearly one headline."),
        twins.same_headline,
    ),
)
