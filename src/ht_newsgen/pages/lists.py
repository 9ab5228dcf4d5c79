"""Lists of cards, divided into pages: the newest, the full ones, and the way to the next."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages import descriptions
from ht_newsgen.pages.addresses import numbered_path
from ht_newsgen.pages.channels import feed_refs
from ht_newsgen.pages.deferred import Deferred, joined_key, newest_day
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.paginate import Pages, paginate
from ht_newsgen.pages.views.listing import CardGroup, ListingView, RedirectView
from ht_newsgen.pages.views.parts import FeedRef, Frame, Link, Pager, PreviewImage
from ht_newsgen.pages.years import year_groups, year_links


class Listed(Struct, frozen=True, kw_only=True):
    """Something that lists articles, before its list is divided."""

    path: str
    """Of its newest page."""
    articles: tuple[Article, ...]
    """Newest first."""
    nav: str
    what: str
    term: str = ""
    title: str = ""
    head_title: str
    """Of the newest page; the older ones add their number."""
    url: str = ""
    description: str = ""
    body: str = ""
    up: Link | None = None
    by_year: bool = True
    """Whether cards stand under their years, with a way to each."""
    years: tuple[Link, ...] = ()
    """The way to each year; `listing_pages` finds it."""
    together: tuple[Link, ...] = ()
    before: Link | None = None
    after: Link | None = None
    feed_title: str = ""
    """Empty for a list without feeds."""
    places: tuple[tuple[str, str], ...]
    """Language and path of the same list in all languages, its own included."""
    pinned: bool = False
    """Whether what has a weight comes first, on the newest page alone."""
    claimant: Place | None = None
    preview: PreviewImage | None = None
    """What a link to any of its pages shows elsewhere; the site's card if there is none."""


def listing_pages(desk: Desk, listed: Listed) -> Iterator[Page]:
    """The newest page, every full one, and a redirect where the next full one will be.

    A full page links onward to the address of its successor. Until that one is full too, its
    address leads to the newest page; so a full page need not change when it becomes so.
    """
    divided = paginate(listed.articles, desk.site.config.page_size)
    feeds = feed_refs(desk.site, listed.path, listed.feed_title) if listed.feed_title else ()
    yield _newest_page(desk, listed, divided, feeds)
    common = _full_key(desk, listed, feeds)
    for number, articles in enumerate(divided.full, start=1):
        make = partial(_full_view, desk, listed, articles, feeds, number)
        key = joined_key(common, (str(number), *desk.keys_of(articles))) if common else ""
        yield Page(
            path=output_path(numbered_path(listed.path, number)),
            kind=PageKind.LISTING,
            view=Deferred(key, make, day=newest_day(articles)) if key else make(),
            claimant=listed.claimant,
        )
    if divided.full:
        yield _next_page(desk, listed, len(divided.full) + 1)


def _newest_page(
    desk: Desk, listed: Listed, divided: Pages[Article], feeds: tuple[FeedRef, ...]
) -> Page:
    articles, full = divided.newest, len(divided.full)
    if listed.by_year:
        listed = replace(listed, years=year_links(desk, listed.path, listed.articles))
    if listed.pinned:
        articles = _pinned(listed.articles, articles)
    make = partial(_newest_view, desk, listed, articles, feeds, full)
    key = _newest_key(desk, listed, articles, feeds, full)
    day = newest_day(listed.articles)
    return Page(
        path=output_path(listed.path),
        kind=PageKind.LISTING,
        view=Deferred(key, make, desk.url(listed.path), day) if key else make(),
        claimant=listed.claimant,
    )


def _newest_key(
    desk: Desk,
    listed: Listed,
    articles: tuple[Article, ...],
    feeds: tuple[FeedRef, ...],
    full: int,
) -> str:
    """A key of all that `_newest_view` looks at; empty when the view is not to be deferred."""
    if not desk.key:
        return ""
    shown = repr((replace(listed, articles=()), len(listed.articles), full, feeds))
    return joined_key(desk.key, (shown, *desk.keys_of(articles)))


def _newest_view(
    desk: Desk,
    listed: Listed,
    articles: tuple[Article, ...],
    feeds: tuple[FeedRef, ...],
    full: int,
) -> ListingView:
    """The only page of a list that changes with each new article."""
    return ListingView(
        frame=_frame(desk, listed),
        head=make_head(
            desk,
            listed.path,
            listed.head_title,
            description=descriptions.of_list(
                desk, listed.head_title, len(listed.articles), articles, listed.description
            ),
            places=listed.places,
            feeds=feeds,
            image=listed.preview,
        ),
        nav=listed.nav,
        what=listed.what,
        term=listed.term,
        title=listed.title,
        url=listed.url,
        description=listed.description,
        body=listed.body,
        up=listed.up,
        total=len(listed.articles),
        groups=_groups(desk, listed, articles),
        pager=Pager(number=0, older=desk.href(numbered_path(listed.path, full)) if full else ""),
        years=listed.years,
        together=listed.together,
        before=listed.before,
        after=listed.after,
        feeds=feeds,
        translations=other_languages(desk, listed.path, listed.places),
    )


def _full_key(desk: Desk, listed: Listed, feeds: tuple[FeedRef, ...]) -> str:
    """A key of what all full pages of a list have in common; empty when views are not deferred."""
    if not desk.key:
        return ""
    shown = (
        *(listed.path, listed.nav, listed.what, listed.term, listed.title),
        *(listed.head_title, listed.by_year),
    )
    return joined_key(desk.key, (repr(shown), repr(listed.up), repr(feeds)))


def _full_view(
    desk: Desk,
    listed: Listed,
    articles: tuple[Article, ...],
    feeds: tuple[FeedRef, ...],
    number: int,
) -> ListingView:
    """Nothing on it depends on what is newer."""
    path = numbered_path(listed.path, number)
    title = desk.gettext("%(title)s, page %(number)s") % {
        "title": listed.head_title,
        "number": number,
    }
    older = desk.href(numbered_path(listed.path, number - 1)) if number > 1 else ""
    return ListingView(
        frame=_frame(desk, listed),
        head=make_head(
            desk,
            path,
            title,
            description=descriptions.of_full_page(title, articles),
            feeds=feeds,
            image=listed.preview,
        ),
        nav=listed.nav,
        what=listed.what,
        term=listed.term,
        title=listed.title,
        up=listed.up,
        groups=_groups(desk, replace(listed, pinned=False), articles),
        pager=Pager(
            number=number,
            older=older,
            newer=desk.href(numbered_path(listed.path, number + 1)),
        ),
    )


def _next_page(desk: Desk, listed: Listed, number: int) -> Page:
    return Page(
        path=output_path(numbered_path(listed.path, number)),
        kind=PageKind.REDIRECT,
        view=RedirectView(
            href=desk.href(listed.path),
            absolute=desk.url(listed.path),
            language=desk.locale.tag,
        ),
        claimant=listed.claimant,
    )


def _pinned(everything: tuple[Article, ...], newest: tuple[Article, ...]) -> tuple[Article, ...]:
    """What is pinned anywhere in the list, then the newest page without it."""
    pinned = sorted(
        (article for article in everything if article.weight > 0),
        key=lambda article: -article.weight,
    )
    return (*pinned, *(article for article in newest if article.weight <= 0))


def _groups(desk: Desk, listed: Listed, articles: tuple[Article, ...]) -> tuple[CardGroup, ...]:
    """The cards under their years; what is pinned stands before that, under no year."""
    if not listed.by_year:
        return (CardGroup(cards=desk.cards_of(articles)),) if articles else ()
    pinned = tuple(one for one in articles if listed.pinned and one.weight > 0)
    first = (CardGroup(cards=desk.cards_of(pinned)),) if pinned else ()
    return (*first, *year_groups(desk, articles[len(pinned) :]))


def _frame(desk: Desk, listed: Listed) -> Frame:
    """That of its section; topics, months and the rest gather from all sections."""
    return desk.frame_of(listed.term) if listed.what == "section" else desk.frame
