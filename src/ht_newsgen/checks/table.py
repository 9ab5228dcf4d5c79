"""Every rule of `check`, in one place: to add one, write its function and add a line here.

A rule's id is `family/name`. `docs/rules.md` is made from this table.
"""

from ht_newsgen.checks.accessibility.table import (
    ACCESSIBILITY_CHECKS,
    ACCESSIBILITY_SHEET_CHECKS,
)
from ht_newsgen.checks.editorial.table import EDITORIAL_SITE_CHECKS, EDITORIAL_TEXT_CHECKS
from ht_newsgen.checks.external.rules import EXTERNAL_CHECKS
from ht_newsgen.checks.feeds.site import SITE_FEED_CHECKS
from ht_newsgen.checks.feeds.table import FEED_CHECKS
from ht_newsgen.checks.kinds import (
    LinkCheck,
    OutputCheck,
    PictureCheck,
    SheetCheck,
    SiteCheck,
    TextCheck,
)
from ht_newsgen.checks.languages import LANGUAGE_CHECKS
from ht_newsgen.checks.links.table import LINK_CHECKS
from ht_newsgen.checks.privacy.table import PRIVACY_PICTURE_CHECKS, PRIVACY_TEXT_CHECKS
from ht_newsgen.checks.safeguarding.table import SAFEGUARDING_CHECKS
from ht_newsgen.checks.settling import SETTLING_RULES
from ht_newsgen.kit.problems import Rule
from ht_newsgen.reading.rules import LINK_REPORT

SITE_CHECKS: tuple[SiteCheck, ...] = (
    *SITE_FEED_CHECKS,
    *LANGUAGE_CHECKS,
    *EDITORIAL_SITE_CHECKS,
)
"""Over all items together."""

TEXT_CHECKS: tuple[TextCheck, ...] = (
    *EXTERNAL_CHECKS,
    *EDITORIAL_TEXT_CHECKS,
    *ACCESSIBILITY_CHECKS,
    *PRIVACY_TEXT_CHECKS,
    *SAFEGUARDING_CHECKS,
)
"""Over the file of each item."""

WEB_CHECKS: tuple[LinkCheck, ...] = LINK_CHECKS
"""Over all links."""

PICTURE_CHECKS: tuple[PictureCheck, ...] = PRIVACY_PICTURE_CHECKS
"""Over the file of each picture."""

SHEET_CHECKS: tuple[SheetCheck, ...] = ACCESSIBILITY_SHEET_CHECKS
"""Over a site's own stylesheets."""

OUTPUT_CHECKS: tuple[OutputCheck, ...] = FEED_CHECKS
"""Over each written file."""

RULES: tuple[Rule, ...] = (
    *SETTLING_RULES,
    LINK_REPORT,
    *(check.rule for check in SITE_CHECKS),
    *(check.rule for check in TEXT_CHECKS),
    *(check.rule for check in WEB_CHECKS),
    *(check.rule for check in PICTURE_CHECKS),
    *(check.rule for check in SHEET_CHECKS),
    *(check.rule for check in OUTPUT_CHECKS),
)
"""All of them."""
