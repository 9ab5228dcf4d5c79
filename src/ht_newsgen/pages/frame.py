"""The frame around every page of one language; it depends on no article."""

from collections.abc import Iterator

from msgspec.structs import replace

from ht_newsgen.i18n.messages import catalogue_digest, translations
from ht_newsgen.model.article import StandingPage
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.config import LISTED
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.people import Organisation
from ht_newsgen.model.site import Site
from ht_newsgen.pages.addresses import (
    archive_path,
    feeds_path,
    help_path,
    manifest_path,
    search_path,
    terms_path,
)
from ht_newsgen.pages.helplines import nearest_helplines
from ht_newsgen.pages.icons import FAVICONS, TOUCH_ICONS, app_icons, icon_link
from ht_newsgen.pages.refs import foreign, in_language, language_links, link_to, section_link
from ht_newsgen.pages.views.parts import Frame, Link

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""CSP level 3, as it may stand in a `<meta>`; `frame-ancestors` counts in a header only."""

EXIT_SCRIPT = "assets/exit.js"
"""What the quick exit does beyond a link; the only script of a page."""
SAFETY = "safety"
"""Slug of the standing page that says what the quick exit cannot do."""


def make_frame(site: Site, locale: Locale, assets: Assets) -> Frame:
    """The frame of one language."""
    config = site.config
    pages = tuple(standing_pages(site, locale))
    return Frame(
        site_title=in_language(config.title, locale.tag, config.language),
        organisation=publisher(config.organisation, locale),
        organisation_url=config.organisation.url,
        locale=locale,
        catalogue=catalogue_digest(locale.tag),
        home=link_to(site, locale.prefix),
        languages=language_links(
            site, sorted((one.tag, one.prefix) for one in site.locales if one != locale)
        ),
        stylesheets=_stylesheets(site, assets),
        icon=icon_link(site, assets, FAVICONS),
        touch_icon=icon_link(site, assets, TOUCH_ICONS),
        manifest=link_to(site, manifest_path(locale)) if app_icons(site, assets) else "",
        text_mining=config.text_mining,
        navigation=tuple(_navigation(site, locale)),
        finding=_finding(site, locale),
        pages=tuple(_page_link(site, locale, page) for page in pages),
        search=link_to(site, search_path(locale)) if config.search else "",
        feeds_page=link_to(site, feeds_path(locale)),
        helplines=nearest_helplines(site, locale),
        help_page=link_to(site, help_path(locale)) if site.registers.helplines else "",
        exit_url=in_language(config.exit_url, locale.tag, config.language),
        exit_script=_href_of(site, assets, EXIT_SCRIPT),
        safety=_safety(site, pages),
        content_security_policy=CONTENT_SECURITY_POLICY,
    )


def publisher(organisation: Organisation, locale: Locale) -> str:
    """The organisation's name in the language of the locale."""
    return in_language(organisation.names, locale.tag, "") or organisation.name


def without_exit(frame: Frame) -> Frame:
    """The frame of pages that nobody has to leave in a hurry, such as those for the press."""
    return replace(frame, exit_url="", exit_script="")


def standing_pages(site: Site, locale: Locale) -> Iterator[StandingPage]:
    """The pages that the foot of every page leads to: the heaviest first, then by path.

    A page that is not translated is offered in the default language, since help and safety in
    another language are better than none.
    """
    main = {section.id for section in site.config.sections if section.front_page}
    offered = [page for page in site.pages if page.section not in main]
    taken: dict[str, StandingPage] = {}
    for page in sorted(offered, key=lambda page: (-page.weight, page.path)):
        others = site.translations.get(page.path, ())
        if page.language == locale.tag:
            taken[page.path] = page
        elif page.language == site.config.language:
            here = [one for one in others if one.language == locale.tag]
            chosen = next((one for one in here if isinstance(one, StandingPage)), page)
            taken[chosen.path] = chosen
    yield from taken.values()


def _navigation(site: Site, locale: Locale) -> Iterator[Link]:
    for section in site.config.sections:
        if section.kind in LISTED or section.front_page:
            link = section_link(site, locale, section)
            if link is not None:
                yield link


def _finding(site: Site, locale: Locale) -> tuple[Link, ...]:
    messages = translations(locale.tag)
    return (
        Link(
            href=link_to(site, terms_path(locale, "topics")),
            text=messages.gettext("Topics"),
            id="topics",
        ),
        Link(
            href=link_to(site, terms_path(locale, "countries")),
            text=messages.gettext("Countries"),
            id="countries",
        ),
        Link(
            href=link_to(site, terms_path(locale, "sources")),
            text=messages.gettext("Sources"),
            id="sources",
        ),
        Link(
            href=link_to(site, archive_path(locale)), text=messages.gettext("Archive"), id="archive"
        ),
    )


def _page_link(site: Site, locale: Locale, page: StandingPage) -> Link:
    return Link(
        href=link_to(site, site.routes.permalinks[page.path]),
        text=page.title,
        id=page.id,
        language=foreign(page.language, locale),
    )


def _safety(site: Site, pages: tuple[StandingPage, ...]) -> str:
    for page in pages:
        together = (page, *site.translations.get(page.path, ()))
        if any(one.slug == SAFETY for one in together):
            return link_to(site, site.routes.permalinks[page.path])
    return ""


def _stylesheets(site: Site, assets: Assets) -> tuple[str, ...]:
    """The theme's own, those directly in `static/assets/`."""
    return tuple(
        link_to(site, assets.by_name[name].path)
        for name in sorted(assets.by_name)
        if name.startswith("assets/") and name.count("/") == 1 and name.endswith(".css")
    )


def _href_of(site: Site, assets: Assets, name: str) -> str:
    """Of a file of the theme; empty when the theme has none of this name."""
    return link_to(site, assets.by_name[name].path) if name in assets.by_name else ""
