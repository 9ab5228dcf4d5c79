"""Icons: those files of `static/` by which browsers and devices draw the site."""

from ht_newsgen.model.assets import Assets
from ht_newsgen.model.site import Site
from ht_newsgen.pages.refs import link_to
from ht_newsgen.pages.views.machine import AppIcon

FAVICONS = ("favicon.svg", "favicon.png", "favicon.ico")
"""The first of these that the theme has is the icon of every page."""
TOUCH_ICONS = ("apple-touch-icon.png",)
APP_ICONS = (
    AppIcon(href="favicon.svg", sizes="any", media_type="image/svg+xml"),
    AppIcon(href="icon-192.png", sizes="192x192", media_type="image/png"),
    AppIcon(href="icon-512.png", sizes="512x512", media_type="image/png"),
    AppIcon(
        href="icon-maskable-512.png", sizes="512x512", media_type="image/png", purpose="maskable"
    ),
)
"""What a manifest may name, by the names that a theme, or a site, gives to its files."""


def icon_link(site: Site, assets: Assets, names: tuple[str, ...]) -> str:
    """A link to the first of these files that there is; empty when there is none."""
    found = next((name for name in names if name in assets.by_name), "")
    return link_to(site, assets.by_name[found].path) if found else ""


def app_icons(site: Site, assets: Assets) -> tuple[AppIcon, ...]:
    """Those of the manifest's icons that there are, with links in place of names."""
    return tuple(
        AppIcon(
            href=link_to(site, assets.by_name[icon.href].path),
            sizes=icon.sizes,
            media_type=icon.media_type,
            purpose=icon.purpose,
        )
        for icon in APP_ICONS
        if icon.href in assets.by_name
    )
