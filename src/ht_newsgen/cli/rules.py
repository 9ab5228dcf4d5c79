"""Every rule of the program, from the tables of all rooms."""

from ht_newsgen.build.rules import RULES as OF_BUILD
from ht_newsgen.checks.table import RULES as OF_CHECK
from ht_newsgen.graph.rules import RULES as OF_GRAPH
from ht_newsgen.kit.problems import Rule
from ht_newsgen.newsletter.rules import RULES as OF_NEWSLETTER
from ht_newsgen.pages.rules import RULES as OF_PAGES
from ht_newsgen.reading.rules import RULES as OF_READING

RULES: tuple[Rule, ...] = tuple(
    sorted(OF_READING + OF_GRAPH + OF_PAGES + OF_BUILD + OF_NEWSLETTER + OF_CHECK)
)
"""By id."""

CHECKED = frozenset(rule.id for rule in OF_CHECK)
"""The ids of those that `check` alone asks; a site may weigh and silence them."""
