"""Static files, as outputs among others."""

from collections.abc import Iterator

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.machine import AssetView


def asset_pages(assets: Assets) -> Iterator[Page]:
    """Every file of `static/`, the site's and the theme's."""
    for name, asset in assets.by_name.items():
        yield Page(
            path=asset.path,
            kind=PageKind.ASSET,
            view=AssetView(name=name, digest=digest(asset.data)),
            claimant=Place(f"static/{name}"),
        )
