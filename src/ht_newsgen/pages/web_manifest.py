"""The web app manifest of each language: how a device names the site and draws it."""

from collections.abc import Iterator

from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.addresses import manifest_path
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.icons import app_icons
from ht_newsgen.pages.views.machine import WebManifestView


def manifest_pages(desk: Desk, assets: Assets) -> Iterator[Page]:
    """`site.webmanifest`; none where the theme has no icon that it could name."""
    icons = app_icons(desk.site, assets)
    if icons:
        view = WebManifestView(
            name=desk.frame.site_title,
            short_name=desk.site.config.organisation.short_name or desk.frame.site_title,
            description=desk.text(desk.site.config.description),
            language=desk.locale.tag,
            direction=desk.locale.direction,
            start=desk.frame.home,
            icons=icons,
        )
        yield Page(path=manifest_path(desk.locale), kind=PageKind.WEB_MANIFEST, view=view)
