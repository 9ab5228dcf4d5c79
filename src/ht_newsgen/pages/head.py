"""What a page says of itself in `<head>`."""

from collections.abc import Sequence

from ht_newsgen.kit.text import cut, one_line
from ht_newsgen.model.dates import Moment
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.refs import language_links
from ht_newsgen.pages.views.parts import FeedRef, Head, LanguageLink, PreviewImage

DESCRIPTION_LIMIT = 160
"""About what search engines show."""
NO_INDEX = "noindex"


def make_head(
    desk: Desk,
    path: str,
    title: str,
    *,
    description: str = "",
    robots: str = "",
    places: Sequence[tuple[str, str]] = (),
    feeds: tuple[FeedRef, ...] = (),
    og_type: str = "website",
    published: Moment | None = None,
    updated: Moment | None = None,
    section: str = "",
    topics: tuple[str, ...] = (),
    image: PreviewImage | None = None,
    creator: str = "",
    json_ld: str = "",
) -> Head:
    """The head of the page at `path`, which is its canonical address.

    `places` are pairs of language and path: all languages of the page, its own included. `feeds`
    are the page's own; the site's come before them. `image` is what stands for the page in a
    preview; without one it is the site's card.
    """
    return Head(
        title=title,
        description=cut(one_line(description), DESCRIPTION_LIMIT),
        canonical=desk.url(path),
        robots=robots,
        alternates=hreflang(desk, places),
        feeds=desk.feeds + feeds,
        og_type=og_type,
        published=published,
        updated=updated,
        section=section,
        topics=topics,
        image=image or desk.previews.site,
        profiles=desk.site.config.organisation.profiles if path == desk.locale.prefix else (),
        creator=creator,
        json_ld=json_ld,
    )


def nowhere_head(desk: Desk, title: str) -> Head:
    """The head of a page that stands for no address and shall be in no index."""
    return Head(title=title, robots=NO_INDEX, feeds=desk.feeds)


def hreflang(desk: Desk, places: Sequence[tuple[str, str]]) -> tuple[LanguageLink, ...]:
    """All languages of a page, and `x-default` for readers of any other; none for a single one.

    `x-default` is the site's own language, if the page exists in it.
    """
    if len(places) < 2:
        return ()
    default = [("x-default", path) for tag, path in places if tag == desk.site.config.language]
    return language_links(desk.site, sorted(places)) + tuple(
        LanguageLink(href=desk.href(path), absolute=desk.url(path), language=tag, name="")
        for tag, path in default
    )


def other_languages(
    desk: Desk, path: str, places: Sequence[tuple[str, str]]
) -> tuple[LanguageLink, ...]:
    """The languages of a page other than the one at `path`, in the order of their tags."""
    return language_links(desk.site, sorted(place for place in places if place[1] != path))
