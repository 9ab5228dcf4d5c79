"""The rules of this family, over all links of a site."""

from ht_newsgen.checks.kinds import LinkCheck
from ht_newsgen.checks.links.orphans import orphans
from ht_newsgen.checks.links.rules import hidden, missing, moved, without_anchor
from ht_newsgen.kit.problems import Rule, Severity

LINK_CHECKS: tuple[LinkCheck, ...] = (
    LinkCheck(
        Rule("links/missing", "A link leads to something that is there.", Severity.WARNING),
        missing,
    ),
    LinkCheck(
        Rule("links/moved", "A link leads straight to where a page lives.", Severity.WARNING),
        moved,
    ),
    LinkCheck(
        Rule("links/hidden", "A link leads to an item that readers see.", Severity.WARNING),
        hidden,
    ),
    LinkCheck(
        Rule("links/anchor", "A link into a text leads to a place that it has.", Severity.WARNING),
        without_anchor,
    ),
    LinkCheck(
        Rule("links/orphan", "A way leads to every page.", Severity.WARNING),
        orphans,
    ),
)
