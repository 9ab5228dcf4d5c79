"""The page of all numbers to call, in each language."""

from collections.abc import Iterator

from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.addresses import help_path
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.helplines import grouped_helplines
from ht_newsgen.pages.views.help import HelpGroup, HelpView


def help_page(desk: Desk) -> Iterator[Page]:
    """One page, if the site has declared any number."""
    site, path = desk.site, help_path(desk.locale)
    declared = site.registers.helplines
    if not declared:
        return
    own = site.config.country
    places = [(locale.tag, help_path(locale)) for locale in site.locales]
    view = HelpView(
        frame=desk.frame,
        head=make_head(
            desk,
            path,
            desk.gettext("Get help"),
            description=desk.gettext("Telephone numbers that somebody has checked, by country."),
            places=places,
        ),
        groups=tuple(
            HelpGroup(country=country, lines=lines)
            for country, lines in grouped_helplines(site, desk.locale)
        ),
        without=own if own not in {one.country for one in declared} else "",
        translations=other_languages(desk, path, places),
    )
    yield Page(path=output_path(path), kind=PageKind.HELP, view=view)
