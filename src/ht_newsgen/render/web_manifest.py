"""The web app manifest (W3C Web Application Manifest), and the reservation of text mining."""

import msgspec

from ht_newsgen.pages.views.machine import TextMiningView, WebManifestView

THEME_COLOR, BACKGROUND_COLOR = "#0b3b44", "#fffdf9"
"""`--bar` and `--paper` of the light scheme; a manifest has no dark one."""


def render_manifest(view: WebManifestView) -> bytes:
    """Name, language, icons and where to begin, in the order of the standard's members.

    `display: browser`: the site stays a page among pages. A window of its own would have its name
    in the list of programs of somebody who may be watched, and no address bar to leave by.
    """
    icons = [
        {"src": icon.href, "sizes": icon.sizes, "type": icon.media_type}
        | ({"purpose": icon.purpose} if icon.purpose else {})
        for icon in view.icons
    ]
    manifest: dict[str, object] = {
        "lang": view.language,
        "dir": view.direction,
        "name": view.name,
        "short_name": view.short_name,
        "description": view.description,
        "id": view.start,
        "start_url": view.start,
        "scope": view.start,
        "display": "browser",
        "theme_color": THEME_COLOR,
        "background_color": BACKGROUND_COLOR,
        "icons": icons,
    }
    return _json({name: value for name, value in manifest.items() if value})


def render_tdmrep(view: TextMiningView) -> bytes:
    """`/.well-known/tdmrep.json`: one rule for all that lies below the site's path.

    TDM Reservation Protocol, W3C Community Group report of 2024, section "tdmrep.json".
    """
    rule: dict[str, object] = {"location": view.location, "tdm-reservation": 1}
    if view.policy:
        rule["tdm-policy"] = view.policy
    return _json([rule])


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
