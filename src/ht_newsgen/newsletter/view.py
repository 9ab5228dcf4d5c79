"""The view of a mail: all that is said in it, with nothing but absolute addresses."""

from collections.abc import Callable
from urllib.parse import urljoin

from msgspec import Struct

from ht_newsgen.kit.html import rebase_links
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Edition
from ht_newsgen.newsletter.prose import without_pictures
from ht_newsgen.newsletter.providers import unsubscribe_link
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.editions import edition_sections
from ht_newsgen.pages.refs import foreign, section_link, section_of
from ht_newsgen.pages.sign_up import privacy_page, sign_up_of
from ht_newsgen.pages.views.parts import Card


class MailItem(Struct, frozen=True, kw_only=True):
    """An article in a mail."""

    title: str
    url: str
    """Of our page; empty for an article of which there is only a title."""
    language: str
    """BCP 47, when it is not that of the mail."""
    source: str
    date: Moment
    notes: tuple[str, ...]
    dateline: str
    text: tuple[str, ...]
    """Standfirst and excerpt, those that there are."""
    more_url: str
    """Of the report elsewhere, for an item that may show no more than an excerpt."""


class MailPart(Struct, frozen=True, kw_only=True):
    """A section in a mail."""

    title: str
    url: str
    items: tuple[MailItem, ...]


class MailView(Struct, frozen=True, kw_only=True):
    """One edition as a mail."""

    language: str
    direction: str
    site_title: str
    organisation: str
    home: str
    subject: str
    text_language: str
    """Of subject and greeting, when the site does not have their language."""
    preheader: str
    date: Moment
    greeting: str
    """HTML."""
    parts: tuple[MailPart, ...]
    web: str
    """The page of the edition."""
    newsletter: str
    """The page to subscribe on; empty when the newsletter has no front text."""
    privacy: str
    unsubscribe: str
    """A link, or what stands for it until the provider puts it in; empty when there is none."""


def mail_view(desk: Desk, edition: Edition, body: Callable[[str], str]) -> MailView:
    """All that is said in the mail of an edition; `body` gives a text by its digest."""
    site, locale = desk.site, desk.locale
    base = site.config.base_url
    section = section_of(site, edition.section)
    up = section_link(site, locale, section)
    front = site.section_fronts.get((section.id, locale.tag)) or site.section_fronts.get(
        (section.id, site.config.language)
    )
    privacy = privacy_page(site, locale)
    return MailView(
        language=locale.tag,
        direction=locale.direction,
        site_title=desk.frame.site_title,
        organisation=desk.frame.organisation,
        home=urljoin(base, desk.frame.home),
        subject=edition.title,
        text_language=foreign(edition.language, locale),
        preheader=edition.preheader,
        date=edition.date,
        greeting=_greeting(body(edition.body) if edition.body else "", base),
        parts=tuple(
            MailPart(
                title=part.section.text,
                url=urljoin(base, part.section.href),
                items=tuple(_item(card, base) for card in part.cards),
            )
            for part in edition_sections(desk, edition)
        ),
        web=desk.url(site.routes.permalinks[edition.path]),
        newsletter=urljoin(base, up.href) if up else "",
        privacy=urljoin(base, privacy) if privacy else "",
        unsubscribe=unsubscribe_link(sign_up_of(site, front) if front else None),
    )


def _greeting(html: str, base: str) -> str:
    """The text of the edition as it can stand in a mail: no pictures, no relative links."""
    return rebase_links(without_pictures(html), base, base)


def _item(card: Card, base: str) -> MailItem:
    return MailItem(
        title=card.title,
        url=urljoin(base, card.href) if card.href else "",
        language=card.language,
        source=card.source,
        date=card.date,
        notes=card.content_notes,
        dateline=card.dateline,
        text=tuple(text for text in (card.standfirst, card.excerpt) if text),
        more_url=card.read_more.url if card.read_more else "",
    )
