"""The rules of this family over the texts of items and over stylesheets."""

from ht_newsgen.checks.accessibility.contrast import faint
from ht_newsgen.checks.accessibility.languages import other_scripts, unknown_tags
from ht_newsgen.checks.accessibility.links import unclear
from ht_newsgen.checks.accessibility.pictures import ill_described, undescribed
from ht_newsgen.checks.accessibility.structure import (
    bold_headings,
    headless_tables,
    ids_of_the_theme,
)
from ht_newsgen.checks.kinds import SheetCheck, TextCheck
from ht_newsgen.kit.problems import Rule, Severity

ACCESSIBILITY_CHECKS: tuple[TextCheck, ...] = (
    TextCheck(
        Rule(
            "accessibility/no-alt",
            "A picture in a text says what it shows, or that it only decorates.",
            Severity.WARNING,
        ),
        undescribed,
    ),
    TextCheck(
        Rule(
            "accessibility/alt",
            "An alternative text says what a picture shows.",
            Severity.WARNING,
        ),
        ill_described,
    ),
    TextCheck(
        Rule(
            "accessibility/link-text",
            "The words of a link tell where it leads.",
            Severity.WARNING,
        ),
        unclear,
    ),
    TextCheck(
        Rule(
            "accessibility/heading",
            "What looks like a heading is one.",
            Severity.WARNING,
        ),
        bold_headings,
    ),
    TextCheck(
        Rule(
            "accessibility/table",
            "A table has cells that say what the others hold.",
            Severity.WARNING,
        ),
        headless_tables,
    ),
    TextCheck(
        Rule(
            "accessibility/theme-id",
            "No id of a text begins as those of the theme do.",
            Severity.WARNING,
        ),
        ids_of_the_theme,
    ),
    TextCheck(
        Rule(
            "accessibility/language-tag",
            "Every `lang` names a language.",
            Severity.WARNING,
        ),
        unknown_tags,
    ),
    TextCheck(
        Rule(
            "accessibility/language",
            "A passage in other letters says which language it is in.",
            Severity.WARNING,
        ),
        other_scripts,
    ),
)

ACCESSIBILITY_SHEET_CHECKS: tuple[SheetCheck, ...] = (
    SheetCheck(
        Rule(
            "accessibility/contrast",
            "Colours of a site's own stand out from their ground.",
            Severity.WARNING,
        ),
        faint,
    ),
)
