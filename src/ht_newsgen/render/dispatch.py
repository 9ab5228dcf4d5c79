"""One planned page to the bytes of its file, by a table one can read from top to bottom."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from jinja2 import Environment
from msgspec import Struct

from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.machine import RenditionView, SocialCardView
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.render.feed_content import Content, make_content
from ht_newsgen.render.feeds import render_atom, render_rss
from ht_newsgen.render.html import TEMPLATES, render_html
from ht_newsgen.render.json_feed import render_json_feed
from ht_newsgen.render.opml import render_opml
from ht_newsgen.render.robots import render_robots, render_security
from ht_newsgen.render.servers import render_gone, render_headers, render_redirects
from ht_newsgen.render.sitemap import render_news_sitemap, render_sitemap, render_sitemap_index
from ht_newsgen.render.web_manifest import render_manifest, render_tdmrep


class Tools(Struct, frozen=True, kw_only=True, dict=True):
    """What rendering needs beside the view: all of it is named by the view, nothing depends on it.

    The same view and the same templates give the same bytes, whatever else a site holds.
    """

    environments: Mapping[str, Environment]
    """The templates in each language of the site, by tag."""
    body: Callable[[str], str]
    """The HTML of a text by its digest, with links relative to the root of the site."""
    assets: Assets
    picture: Callable[[RenditionView], bytes]
    """One file of a picture; `renditions.make_encoder` makes one, and a build remembers more."""
    card: Callable[[SocialCardView], bytes]
    """A social card; `social_cards.draw_card`, and a build remembers more."""
    base_url: str
    """Where the site will be; what a page loads from elsewhere is an error."""

    @cached_property
    def content(self) -> Content:
        """The text of an entry in a feed, made of its body once for all feeds that have it."""
        return make_content(self.body)


def render(page: Page, tools: Tools) -> bytes:
    """The bytes of the page's file. Raises ThemeBroken when a template cannot be used."""
    return RENDERERS[page.kind](page, page.view, tools)


def _html(page: Page, view: Any, tools: Tools) -> bytes:
    """Every page that people read, in its language."""
    frame = getattr(view, "frame", None)
    language = frame.locale.tag if frame else view.language
    environment = tools.environments.get(language) or next(iter(tools.environments.values()))
    return render_html(page, environment, tools.body)


def _search_volume(_: Page, view: Any, tools: Tools) -> bytes:
    """The file of a volume that tells of all others."""
    # Imported here, with what runs Pagefind: a build makes its volumes in another way.
    from ht_newsgen.render.search_index import render_volume

    return render_volume(view, tools.body)[ENTRY]


RENDERERS: dict[PageKind, Callable[[Page, Any, Tools], bytes]] = {
    **dict.fromkeys(TEMPLATES, _html),
    PageKind.RSS: lambda _, view, tools: render_rss(view, tools.content, tools.picture),
    PageKind.ATOM: lambda _, view, tools: render_atom(view, tools.content, tools.picture),
    PageKind.JSON_FEED: lambda _, view, tools: render_json_feed(view, tools.content),
    PageKind.OPML: lambda _, view, __: render_opml(view),
    PageKind.SITEMAP: lambda _, view, __: render_sitemap(view),
    PageKind.SITEMAP_INDEX: lambda _, view, __: render_sitemap_index(view),
    PageKind.NEWS_SITEMAP: lambda _, view, __: render_news_sitemap(view),
    PageKind.ROBOTS: lambda _, view, __: render_robots(view),
    PageKind.SECURITY: lambda _, view, __: render_security(view),
    PageKind.TDMREP: lambda _, view, __: render_tdmrep(view),
    PageKind.WEB_MANIFEST: lambda _, view, __: render_manifest(view),
    PageKind.HEADERS: lambda _, view, __: render_headers(view),
    PageKind.REDIRECTS: lambda _, view, __: render_redirects(view),
    PageKind.GONE: lambda _, view, __: render_gone(view),
    PageKind.SEARCH_VOLUME: _search_volume,
    PageKind.ASSET: lambda _, view, tools: tools.assets.by_name[view.name].data,
    PageKind.PICTURE: lambda _, view, tools: tools.picture(view),
    PageKind.SOCIAL_CARD: lambda _, view, tools: tools.card(view),
}
"""What makes the bytes of each kind of page: given the page, its view, and the tools."""
