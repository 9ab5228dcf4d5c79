"""What makes a page one of its language."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding, SiteCheck
from ht_newsgen.i18n.formats import language_name
from ht_newsgen.i18n.messages import is_spoken
from ht_newsgen.kit.problems import Place, Rule, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.site import Site

CONFIG_FILE = "newsgen.yaml"


def unspoken(site: Site) -> Iterator[Finding]:
    """A language of the site in which the theme can say nothing."""
    for locale in site.locales:
        if not is_spoken(locale.tag):
            name = language_name(locale.tag, "en")
            yield Finding(
                say(
                    "the theme has no words in {name} (`{tag}`), so pages in {name} say theirs in"
                    " English",
                    name=name,
                    tag=locale.tag,
                ),
                say(
                    "Have the theme translated (docs/theming.md, Words); to publish as it is,"
                    " write languages/catalogue: off below `checks:`"
                ),
                Place(CONFIG_FILE),
            )


LANGUAGE_CHECKS: tuple[SiteCheck, ...] = (
    SiteCheck(
        Rule(
            "languages/catalogue",
            "The theme has words in every language of the site.",
            Severity.WARNING,
        ),
        unspoken,
    ),
)
