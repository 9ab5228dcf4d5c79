"""Making a proof of the whole site: what has changed is read, the rest is remembered.

    read → assemble → plan

It is what a build does before it renders, with the files of the last proof in memory, and with
the address at which the site is served in place of the public one.
"""

import gc
from collections.abc import Collection, Mapping
from pathlib import Path

from jinja2 import Environment
from msgspec.structs import replace

from ht_newsgen.build.cache import CACHE
from ht_newsgen.build.collector import without_collector
from ht_newsgen.build.configured import configured
from ht_newsgen.build.encoded import FOLDER
from ht_newsgen.build.options import Options
from ht_newsgen.build.static_files import static_files
from ht_newsgen.build.tools import (
    card_drawer,
    picture_encoder,
    static_folders,
    template_folders,
    templates_in,
)
from ht_newsgen.errors import NewsgenError, ThemeBroken
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.urls import base_path
from ht_newsgen.model.article import Item
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.pages.desk import make_desks
from ht_newsgen.pages.plan import plan
from ht_newsgen.reading.registers import read_registers
from ht_newsgen.reading.scan import scan
from ht_newsgen.render.dispatch import Tools, render
from ht_newsgen.render.html import TEMPLATES
from ht_newsgen.serve.copying import read_copy
from ht_newsgen.serve.means import Means
from ht_newsgen.serve.proof import Copy, MadeUp, Proof
from ht_newsgen.serve.texts import text_finder


def compose(means: Means, before: Proof, touched: Collection[Path]) -> Proof:
    """The site as it is now; never raises.

    `touched` are the files and folders that have changed since the proof `before` was made; items
    are compared with the disk all the same. When no site can be made, the answer is the proof
    before, stopped, with the reason.
    """
    try:
        with without_collector():
            return _composed(means, before, touched)
    except (NewsgenError, OSError) as error:
        return replace(before, fault=str(error), problems=(), stopped=True)
    except Exception as error:  # noqa: BLE001 - a bug of ours must not end the evening
        return replace(before, fault=means.bug(error), problems=(), stopped=True)
    finally:
        if any_below(touched, template_folders(means.options)):
            gc.unfreeze()
            gc.collect()  # the old templates, which do hold circles
        gc.freeze()  # what is kept is large, and need not be searched at every turn


def _composed(means: Means, before: Proof, touched: Collection[Path]) -> Proof:
    options = means.options
    config, problems = configured(options)
    if config is None:
        return replace(before, problems=tuple(sorted(problems)), fault="", stopped=True)
    local = replace(config, base_url=means.origin + base_path(config.base_url))
    registers, wrong_registers = read_registers(options.root, config)
    files, wrong_files = scan(options.root)
    copy = read_copy(means, config, files, before.copy, touched)
    site, unsettled = assemble(
        [record.item for record in copy.records.values() if record.item is not None],
        registers,
        local,
        now=means.now(),
        show=options.show,
    )
    assets = _assets(options, before, touched)
    planned, collisions = find_collisions(plan(site, assets, defer=True, specimen=True))
    wrong_items = {found for record in copy.records.values() for found in record.problems}
    environments = _environments(options, site, before, touched)
    tools = _tools(means, copy, assets, local.base_url, environments)
    wrong = {*problems, *wrong_registers, *wrong_files, *wrong_items, *unsettled, *collisions}
    return Proof(
        base_url=local.base_url,
        pages={page.path: page for page in planned},
        problems=tuple(sorted(wrong)),
        fault=_fault_of_theme(planned, tools, before),
        owners={**before.owners, **_owners(planned)},
        copy=copy,
        made_up=MadeUp(
            site=site,
            desks=make_desks(site, assets),
            settled=_settled(site),
            tools=tools,
        ),
    )


def _assets(options: Options, before: Proof, touched: Collection[Path]) -> Assets:
    """The static files; not read again, pictures least of all, while none of them has changed."""
    if before.made_up is None or before.stopped or any_below(touched, static_folders(options)):
        return static_files(options, options.root / CACHE)
    return before.made_up.tools.assets


def _environments(
    options: Options, site: Site, before: Proof, touched: Collection[Path]
) -> dict[str, Environment]:
    """The templates in each language; not compiled again while none of them has changed."""
    known: Mapping[str, Environment] = {}
    kept = not before.stopped and not any_below(touched, template_folders(options))
    if before.made_up and kept:
        known = before.made_up.tools.environments
    return {
        locale.tag: known.get(locale.tag) or templates_in(locale, options)
        for locale in site.locales
    }


def _tools(
    means: Means, copy: Copy, assets: Assets, base_url: str, environments: dict[str, Environment]
) -> Tools:
    options = means.options
    kept = (options.root / CACHE).with_name(FOLDER)
    return Tools(
        environments=environments,
        body=text_finder(means.recent, options.root / CACHE, copy, means.read),
        assets=assets,
        picture=picture_encoder(options.root, kept),
        card=card_drawer(kept),
        base_url=base_url,
    )


def _fault_of_theme(planned: tuple[Page, ...], tools: Tools, before: Proof) -> str:
    """What a template does wrong, tried on a page of each kind; so it is told before it is met."""
    if before.made_up and before.made_up.tools.environments == tools.environments:
        return "" if before.stopped else before.fault
    one_of_each = {page.kind: page for page in planned if page.kind in TEMPLATES}
    try:
        for page in one_of_each.values():
            render(resolved(page), tools)
    except ThemeBroken as error:
        return str(error)
    return ""


def any_below(touched: Collection[Path], folders: Collection[Path]) -> bool:
    """Whether one of these paths is one of the folders, or in it."""
    return any(path.is_relative_to(folder) for path in touched for folder in folders)


def _owners(planned: tuple[Page, ...]) -> dict[str, str]:
    return {
        page.path: page.claimant.path
        for page in planned
        if page.claimant is not None and page.claimant.path.endswith(".md")
    }


def _settled(site: Site) -> dict[str, Item]:
    items: tuple[Item, ...] = (
        *site.articles,
        *site.pages,
        *site.section_fronts.values(),
        *site.editions,
    )
    return {item.path: item for item in items}
