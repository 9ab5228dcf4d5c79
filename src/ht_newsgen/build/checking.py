"""A check: everything a build decides, and what the rules say of it; nothing is written.

    scan → read_item → assemble → plan → look at the site, at every text, at every output

Which rules there are is not known in this room: they come as an argument, as functions. What they
found in one text or one output depends on nothing but that, so it is kept in the store, and the
next check looks only at what has changed. An output is taken from the output folder if the last
build made it of the same, and else rendered here.
"""

from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.changes import changed_meanwhile
from ht_newsgen.build.dirty import Dirty, find_dirty
from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.fingerprints import LENGTH
from ht_newsgen.build.newsroom import configured, read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.pipeline import without_collector
from ht_newsgen.build.pool import shared
from ht_newsgen.build.result import Result
from ht_newsgen.build.static_files import static_files
from ht_newsgen.build.store import Findings, Store
from ht_newsgen.build.tools import body_reader, make_tools, renderer_digests
from ht_newsgen.build.versions import program_digest, reading_key
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.kit.urls import urls_in
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkReport, LinkState
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.reading.link_report import read_link_report
from ht_newsgen.writing.folders import still_published
from ht_newsgen.writing.ledger import read_manifest

GOOD = LinkState.GOOD


class Checks(Struct, frozen=True, kw_only=True):
    """All that `check` asks of the rules (`checks/run.py` has these functions)."""

    of_site: Callable[[Site], Iterable[Problem]]
    of_text: Callable[[Item, bytes, str, Config, LinkReport], Iterable[Problem]]
    """Given an item, the bytes of its file, the HTML of its text, the configuration, and what the
    link report tells of addresses in the file."""
    of_output: Callable[[Page, bytes, str], Iterable[Problem]]
    """Given a page, the bytes of its file, and the `base_url`; places are lines of that file."""
    kinds: frozenset[PageKind]
    """Of the outputs that any rule looks at; others need not be rendered."""
    settled: Callable[[Iterable[Problem], Site, bool], tuple[Problem, ...]]
    """What remains of the problems after the site's own decisions; the last argument tells
    whether everything was looked at."""


def check(options: Options, checks: Checks) -> Result:
    """All problems of a build, and what the rules find.

    While the content has errors, no output is looked at: what follows from an item that is
    missing would drown what is wrong with it. Raises what `start.build` raises.
    """
    options = replace(options, dry_run=True)
    with without_collector():
        result, notes = carried_through(lambda these: attempt(these, checks), options)
    return replace(result, notes=(*notes, *result.notes))


def attempt(options: Options, checks: Checks) -> Result:
    """One whole check; raises what `carried_through` knows how to do without."""
    config, problems = configured(options)
    if config is None:
        return Result(problems=problems, published=False)
    options = replace(options, base_url=config.base_url)
    with opened_store(options, reading_key(config)) as (store, note):
        newsroom = read_newsroom(options, config, store)
        site = newsroom.site
        assets = static_files(options, store.path)
        planned, collisions = find_collisions(plan(site, assets, defer=True))
        links, unreadable = read_link_report(options.root)
        told = {*problems, *newsroom.problems, *collisions}
        found = [*unreadable, *checks.of_site(site), *in_texts(site, links, checks, options, store)]

        def renderer() -> Callable[[Page], bytes]:
            from ht_newsgen.render.dispatch import render

            tools = make_tools(site, store, assets, options)
            return lambda page: render(page, tools)

        complete = not has_errors(tuple(told))
        if complete:
            found += in_outputs(planned, renderer, checks, options, store)
        told.update(checks.settled(found, site, complete))
        return Result(
            problems=tuple(sorted(told)),
            published=False,
            planned=len(planned),
            left_out=site.left_out,
            notes=(note,) if note else (),
        )


def in_texts(
    site: Site, links: LinkReport, checks: Checks, options: Options, store: Store
) -> list[Problem]:
    """What is wrong with the files of single items."""
    news = news_of(links)
    known = store.findings("text")
    config = digest(msgspec.json.encode(site.config))
    body = body_reader(store)
    items: list[Item] = [*site.articles, *site.pages, *site.section_fronts.values(), *site.editions]
    files: list[tuple[Item, bytes, LinkReport, str]] = []
    for item in items:
        data = file_of(item, options)
        heard = heard_of(data, news)
        witnesses = (data, msgspec.json.encode(item), config.encode(), msgspec.json.encode(heard))
        made_of = digest(b"\0".join(witnesses) + program_digest().encode())
        files.append((item, data, heard, made_of))
    unknown = [file for file in files if not holds(known.get(file[0].path), file[3])]

    def work(number: int) -> Findings:
        item, data, heard, fingerprint = unknown[number]
        found = checks.of_text(item, data, body(item.body), site.config, heard)
        return Findings(path=item.path, fingerprint=fingerprint, found=tuple(found))

    with shared(work, len(unknown), options.jobs) as answers:
        fresh = {one.path: one for one in answers}
    store.keep_findings("text", fresh.values(), known.keys() - {item.path for item in items})
    now = known | fresh
    return [found for item in items for found in now[item.path].found]


def news_of(links: LinkReport) -> LinkReport:
    """What is to be told of links: nothing of those that are as they were."""
    return {url: one for url, one in links.items() if one.moved_to or one.state is not GOOD}


def heard_of(data: bytes, news: LinkReport) -> LinkReport:
    """What is new of addresses that stand in a text."""
    if not news:
        return {}
    urls = (url.partition("#")[0] for url in urls_in(data.decode("utf-8", errors="replace")))
    return {url: news[url] for url in sorted(set(urls)) if url in news}


def file_of(item: Item, options: Options) -> bytes:
    """The bytes of an item's file. Raises NewsgenError if it went away since it was read."""
    try:
        return (options.root / item.path).read_bytes()
    except OSError as error:
        raise changed_meanwhile(item.path) from error


def in_outputs(
    planned: tuple[Page, ...],
    renderer: Callable[[], Callable[[Page], bytes]],
    checks: Checks,
    options: Options,
    store: Store,
) -> list[Problem]:
    """What is wrong with single outputs; told of the item that asks for one, where one does."""
    pages = [page for page in planned if page.kind in checks.kinds]
    known = store.findings("output")
    made_by = renderer_digests(options)
    judged_by = {
        kind: digest(f"{made_by[kind]} {options.base_url}".encode())[:LENGTH] for kind in made_by
    }
    before = Manifest(
        outputs={
            path: Output(fingerprint=one.fingerprint, key=one.key) for path, one in known.items()
        }
    )
    unknown, clean = find_dirty(pages, judged_by, before, lambda _, output: output)
    rekeyed = {
        path: replace(known[path], key=output.key)
        for path, output in clean.items()
        if output.key != known[path].key
    }
    if unknown:
        look = onlooker(unknown, renderer(), checks, options, made_by)
        with shared(look, len(unknown), options.jobs) as answers:
            rekeyed |= {one.path: one for one in answers}
    store.keep_findings("output", rekeyed.values(), known.keys() - {page.path for page in pages})
    now = known | rekeyed
    return [
        replace(found, place=page.claimant) if page.claimant else found
        for page in pages
        for found in now[page.path].found
    ]


def onlooker(
    unknown: tuple[Dirty, ...],
    render: Callable[[Page], bytes],
    checks: Checks,
    options: Options,
    made_by: dict[PageKind, str],
) -> Callable[[int], Findings]:
    """A function from the number of an output to what is wrong with it."""
    manifest, as_it_is = read_manifest(options.output), still_published(options.output)

    def data_of(one: Dirty) -> bytes:
        assert one.fingerprint is not None, "find_dirty was asked to make every view"
        path, described = one.page.path, manifest.outputs.get(one.page.path)
        made_of = f"{one.fingerprint.view}-{made_by[one.page.kind]}"
        if described and described.fingerprint == made_of and as_it_is(path, described):
            return (options.output / path).read_bytes()
        return render(one.page)

    def look(number: int) -> Findings:
        one = unknown[number]
        found = checks.of_output(one.page, data_of(one), options.base_url)
        return Findings(
            path=one.page.path,
            fingerprint=str(one.fingerprint),
            key=one.key,
            found=tuple(found),
        )

    return look


def holds(findings: Findings | None, fingerprint: str) -> bool:
    """Whether these are of what is there now."""
    return findings is not None and findings.fingerprint == fingerprint
