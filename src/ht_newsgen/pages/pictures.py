"""Pictures: how a page shows one, which one a preview of it shows, and the files to be made."""

from collections.abc import Callable, Iterable, Iterator

from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.renditions import (
    Measured,
    PictureKind,
    Rendition,
    fallback,
    fallbacks,
    modern,
    renditions,
)
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.media import Figure, Picture
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views.machine import RenditionView
from ht_newsgen.pages.views.parts import PictureSource, PictureView, PreviewImage

PREVIEWED = 600
"""Pixels: the least width of a picture that is shown large in a preview."""


def picture_view(
    picture: Measured, href: Callable[[str], str], alt: str, title: str = ""
) -> PictureView:
    """How a page shows the picture; `href` makes a link of a path of the site."""

    def srcset(several: Iterable[Rendition]) -> str:
        return ", ".join(f"{href(one.path)} {one.width}w" for one in several)

    plain = fallbacks(picture)
    return PictureView(
        src=href(plain[0].path),
        srcset=srcset(plain) if len(plain) > 1 else "",
        sources=tuple(
            PictureSource(media_type=form.media_type, srcset=srcset(several))
            for form, several in modern(picture)
        ),
        width=picture.width,
        height=picture.height,
        alt=alt,
        title=title,
    )


def preview_image(figure: Figure | None, url: Callable[[str], str]) -> PreviewImage | None:
    """The item's own picture for previews elsewhere; None if it is too small or transparent.

    What is transparent would stand on a ground that nobody has chosen.
    """
    if figure is None or figure.picture.kind is PictureKind.CUTOUT:
        return None
    one = fallback(figure.picture)
    if one.width < PREVIEWED:
        return None
    return PreviewImage(url=url(one.path), width=one.width, height=one.height, alt=figure.alt)


def picture_pages(site: Site) -> Iterator[Page]:
    """The files of every picture that is shown; those of uncleared items stay private."""
    shown: dict[str, Picture] = {}
    for item in (*site.pages, *site.section_fronts.values(), *site.editions, *site.articles):
        for picture in pictures_shown(item):
            shown.setdefault(picture.name, picture)
    for picture in shown.values():
        for one in renditions(picture):
            yield Page(
                path=one.path,
                kind=PageKind.PICTURE,
                view=rendition_view(picture, one),
                claimant=Place(picture.origin),
            )


def rendition_view(picture: Picture, one: Rendition) -> RenditionView:
    """All of which this file of the picture is made."""
    return RenditionView(
        origin=picture.origin,
        digest=picture.digest,
        kind=picture.kind,
        format=one.format.name,
        width=one.width,
        height=one.height,
    )


def pictures_shown(item: Item) -> tuple[Picture, ...]:
    """The pictures of an item, none while its rights are not settled."""
    if isinstance(item, Article) and item.rights is Rights.UNVERIFIED:
        return ()
    return (item.figure.picture, *item.pictures) if item.figure else item.pictures
