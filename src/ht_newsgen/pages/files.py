"""Static files and pictures, as outputs among others."""

from collections.abc import Iterable, Iterator

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.media import Picture
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views.machine import AssetView, PictureView


def asset_pages(assets: Assets) -> Iterator[Page]:
    """Every file of `static/`, the site's and the theme's."""
    for name, asset in assets.by_name.items():
        yield Page(
            path=asset.path,
            kind=PageKind.ASSET,
            view=AssetView(name=name, digest=digest(asset.data)),
            claimant=Place(f"static/{name}"),
        )


def picture_pages(site: Site) -> Iterator[Page]:
    """Every picture that a page shows, once; those of hidden and uncleared items stay private."""
    shown: dict[str, Picture] = {}
    for item in (*site.pages, *site.section_fronts.values(), *site.articles):
        for picture in _pictures(item):
            shown.setdefault(picture.path, picture)
    for path, picture in shown.items():
        yield Page(
            path=path,
            kind=PageKind.PICTURE,
            view=PictureView(origin=picture.origin, path=path),
            claimant=Place(picture.origin),
        )


def _pictures(item: Item) -> Iterable[Picture]:
    if isinstance(item, Article) and item.rights is Rights.UNVERIFIED:
        return ()
    return (item.figure.picture, *item.pictures) if item.figure else item.pictures
