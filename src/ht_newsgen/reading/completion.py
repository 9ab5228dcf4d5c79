"""An item whole or not at all: what its front matter leaves open is settled here."""

from typing import Any

from msgspec import Struct

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import cut
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.body import NO_BODY, Body
from ht_newsgen.model.config import Config, SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.media import Figure
from ht_newsgen.model.taxonomy import Localised, Rights
from ht_newsgen.reading.body import SetBody
from ht_newsgen.reading.edition import choice_of
from ht_newsgen.reading.excerpts import opening
from ht_newsgen.reading.front_matter import EXAMPLE
from ht_newsgen.reading.identity import Identity
from ht_newsgen.reading.item_keys import OF_ARTICLES_ONLY, FrontMatter, places_of
from ht_newsgen.reading.mappings import Entries
from ht_newsgen.reading.media import NoPicture, PictureLookup
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.position import Position
from ht_newsgen.reading.rights import check_length, rights_of
from ht_newsgen.reading.rules import DELIMITERS, IGNORED, IMAGE

NAME_BY_FIRST_WORDS = 60
"""Characters of the text that name a flash item without a title."""


class Draft(Struct, frozen=True, kw_only=True):
    """All that one file says."""

    path: str
    has_front_matter: bool
    position: Position
    identity: Identity
    front: FrontMatter
    entries: Entries
    body: SetBody

    @property
    def offers_subscription(self) -> bool:
        """Whether this is the front text of a newsletter."""
        kind = self.position.section.kind
        return self.position.is_index and kind is SectionKind.NEWSLETTER

    @property
    def is_page(self) -> bool:
        """Whether this becomes a standing page."""
        return self.position.is_index or self.position.section.kind is SectionKind.PAGE


def complete(
    draft: Draft, config: Config, pictures: PictureLookup, notes: Notes
) -> tuple[Item | None, Body]:
    """The item and the text that may be shown; no item when a title or a date is missing.

    Problems: `front-matter/missing`, `front-matter/delimiters`, `front-matter/value`,
    `front-matter/ignored`, `rights/…`, `body/image`.
    """
    front, position = draft.front, draft.position
    identity, date = draft.identity, draft.identity.date
    title = front.title or _title_of_untitled(draft)
    if not _has_essentials(draft, title, notes):
        return None, NO_BODY
    _check_expiry(draft, notes)
    common: dict[str, Any] = {
        "path": draft.path,
        "section": position.section.id,
        "language": identity.language,
        "id": identity.id,
        "title": title,
        "slug": identity.slug,
        "is_index": position.is_index,
        "standfirst": front.standfirst,
        "figure": _figure(front, pictures, notes),
        "authors": front.authors,
        "updated": _updated(front),
        "corrections": front.corrections,
        "translation_of": front.translation_of,
        "aliases": front.aliases,
        "draft": front.draft,
        "publish": front.publish,
        "expires": front.expires,
        "status": front.status,
        "weight": front.weight,
        "silences": front.silence,
        "safeguarding": front.safeguarding,
        "places": places_of(draft.entries),
    }
    if "sign_up" in draft.entries.nodes and not draft.offers_subscription:
        message = say("`sign_up` has no effect here")
        advice = say("Write it into index.md of the newsletter, the section of `kind: newsletter`")
        notes.add(IGNORED, draft.entries.nodes["sign_up"], message, advice)
    html = draft.body.html
    excerpt = (
        draft.body.before_mark
        or front.standfirst
        or opening(draft.body.readable, config.excerpt_limit)
    )
    if draft.is_page:
        _note_keys_of_articles(draft.entries, notes)
        shown = _body(html)
        item: Item = StandingPage(
            **common,
            excerpt=excerpt,
            body=shown.digest,
            pictures=draft.body.pictures,
            sign_up=front.sign_up if draft.offers_subscription else None,
        )
        return item, shown
    assert date is not None
    if draft.position.is_edition:
        chosen = choice_of(front, draft.entries, notes)
        shown = _body(html)
        pictures_shown = draft.body.pictures
        edition = Edition(**common, **chosen, date=date, body=shown.digest, pictures=pictures_shown)
        return edition, shown
    rights = rights_of(front, draft.entries, notes)
    if rights is Rights.EXCERPT:
        check_length(html, config.excerpt_limit, draft.entries, notes)
    withheld = rights is Rights.UNVERIFIED
    shown = NO_BODY if withheld else _body(html)
    item = Article(
        **common,
        excerpt=cut(excerpt, config.excerpt_limit) if withheld else excerpt,
        body=shown.digest,
        pictures=() if withheld else draft.body.pictures,
        date=date,
        source=front.source,
        rights=rights,
        licence=front.licence,
        topics=front.topics,
        countries=front.countries,
        dateline=front.dateline,
        content_notes=front.content_notes,
    )
    return item, shown


def _body(html: str) -> Body:
    return Body(digest=digest(html.encode()), html=html) if html else NO_BODY


def _title_of_untitled(draft: Draft) -> str:
    """A section's front is named like the section, a flash item by its first words."""
    section = draft.position.section
    if draft.position.is_index:
        return _in_language(section.title, draft.identity.language)
    if section.kind is SectionKind.FLASH and "title" not in draft.entries.nodes:
        return opening(draft.body.readable, NAME_BY_FIRST_WORDS)
    return ""


def _in_language(texts: Localised, language: str) -> str:
    return texts.get(language) or texts.get("") or next(iter(texts.values()), "")


def _has_essentials(draft: Draft, title: str, notes: Notes) -> bool:
    """Whether there is a title, and for an article a date; what could not be read is known."""
    given = draft.entries.nodes
    no_title, no_date = not title, draft.identity.date is None and not draft.is_page
    if (no_title or no_date) and not draft.has_front_matter:
        notes.add(DELIMITERS, (1, 1), say("this file has no front matter"), EXAMPLE)
        return False
    if no_title and "title" not in given:
        message = (
            say("there is neither a title nor a text")
            if draft.position.section.kind is SectionKind.FLASH
            else say("`title` is missing")
        )
        notes.add(notes.rules.missing, (1, 1), message, say('Write title: "…" in the front matter'))
    if no_date and "date" not in given:
        notes.add(
            notes.rules.missing,
            (1, 1),
            say("`date` is missing"),
            say("Write date: 2018-02-19, or begin the name of the file with 2018-02-19-"),
        )
    return not (no_title or no_date)


def _check_expiry(draft: Draft, notes: Notes) -> None:
    expires, begins = draft.front.expires, draft.front.publish or draft.identity.date
    if expires is not None and begins is not None and expires.at <= begins.at:
        notes.add(
            notes.rules.value,
            draft.entries.nodes.get("expires"),
            say("`expires` is not later than the day on which the item appears"),
            say("Correct one of the two"),
        )


def _figure(front: FrontMatter, pictures: PictureLookup, notes: Notes) -> Figure | None:
    named = front.image
    if named is None:
        return None
    picture = pictures(named.src)
    if isinstance(picture, NoPicture):
        notes.add(IMAGE, named.src_node, picture.message, picture.advice)
        return None
    return Figure(
        picture=picture,
        alt=named.alt,
        credit=named.credit,
        caption=named.caption,
        licence=named.licence,
    )


def _updated(front: FrontMatter) -> Moment | None:
    """The later of `updated:` and the last correction."""
    days = [correction.date for correction in front.corrections]
    return max([*days, front.updated] if front.updated else days, default=None)


def _note_keys_of_articles(entries: Entries, notes: Notes) -> None:
    for name, node in entries.nodes.items():
        if name in OF_ARTICLES_ONLY:
            notes.add(
                IGNORED,
                node,
                say("`{name}` has no effect on a standing page", name=name),
                say("Remove it"),
            )
