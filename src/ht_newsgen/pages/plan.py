"""The plan: every file that the site will have, as values."""

from collections.abc import Iterator

from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site
from ht_newsgen.pages.archive import archive_pages
from ht_newsgen.pages.articles import article_pages
from ht_newsgen.pages.desk import Desk, make_desks
from ht_newsgen.pages.editions import edition_pages
from ht_newsgen.pages.feeds import feed_pages, feeds_page
from ht_newsgen.pages.files import asset_pages
from ht_newsgen.pages.front import front_page
from ht_newsgen.pages.help import help_page
from ht_newsgen.pages.pictures import picture_pages
from ht_newsgen.pages.search import search_pages
from ht_newsgen.pages.servers import not_found_page, redirect_pages, server_files
from ht_newsgen.pages.sitemaps import news_sitemap, sitemap_pages
from ht_newsgen.pages.social_cards import card_pages
from ht_newsgen.pages.standing import standing_pages, tombstones
from ht_newsgen.pages.terms import section_pages, term_pages
from ht_newsgen.pages.web_manifest import manifest_pages


def plan(
    site: Site, assets: Assets, *, defer: bool = False, specimen: bool = False
) -> tuple[Page, ...]:
    """Every output of the site in the order of paths; the same site gives the same plan.

    With `defer`, the views of which there are many are made only when they are needed; with
    `specimen` there is one of the theme, which no sitemap names.
    Two outputs may want one path: `find_collisions` tells.
    """
    desks = make_desks(site, assets, defer=defer)
    pages = [page for desk in desks for page in _in_one_language(desk)]
    pages.extend(search_pages(desks, assets))
    pages.extend(page for desk in desks for page in manifest_pages(desk, assets))
    pages.extend(tombstones(site, desks))
    pages.extend(redirect_pages(site, desks))
    pages.extend(not_found_page(desks[0]))
    keys = {path: key for desk in desks for path, key in desk.keys.items()}
    pages.extend(sitemap_pages(site, pages, keys))
    pages.extend(news_sitemap(site))
    pages.extend(server_files(site))
    if specimen:
        # Imported here: hardly any site has one.
        from ht_newsgen.pages.specimen.pages import specimen_pages

        pages.extend(specimen_pages(desks[0]))
    pages.extend(asset_pages(assets))
    pages.extend(picture_pages(site))
    return tuple(sorted(pages, key=lambda page: (page.path, page.kind)))


def _in_one_language(desk: Desk) -> Iterator[Page]:
    yield from front_page(desk)
    yield from section_pages(desk)
    yield from article_pages(desk)
    yield from standing_pages(desk)
    yield from edition_pages(desk)
    yield from term_pages(desk)
    yield from archive_pages(desk)
    yield from feed_pages(desk)
    yield from feeds_page(desk)
    yield from help_page(desk)
    yield from card_pages(desk.site, desk.listings)
