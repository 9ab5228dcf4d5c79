"""The texts of items, looked at by the rules; one that is what it was is not opened for it.

What is kept of a text holds while its file, what was read of it and what is declared elsewhere
are the same. So a check of a site that nobody has touched asks the store, and no rule.
"""

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from ht_newsgen.build.changes import changed_meanwhile
from ht_newsgen.build.checks import Checks
from ht_newsgen.build.newsroom import Newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import shared
from ht_newsgen.build.store import Findings, Store
from ht_newsgen.build.tools import body_reader
from ht_newsgen.build.versions import program_digest
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.urls import urls_in
from ht_newsgen.model.article import Item
from ht_newsgen.model.links import LinkReport, LinkState
from ht_newsgen.model.references import References

GOOD = LinkState.GOOD


class Seen(Struct, frozen=True):
    """What became of looking at all texts."""

    problems: tuple[Problem, ...]
    references: Mapping[str, References]
    """Those of each text, by the path of its file."""


def in_texts(
    newsroom: Newsroom, links: LinkReport, checks: Checks, options: Options, store: Store
) -> Seen:
    """What is wrong with the files of single items, and where they link.

    Raises NewsgenError if a file has changed since it was read.
    """
    site, sources = newsroom.site, newsroom.sources
    known = store.findings("text")
    body = body_reader(store)
    items: list[Item] = [*site.articles, *site.pages, *site.section_fronts.values(), *site.editions]
    # An item of the site is settled by what is declared, and by nothing else.
    declared = digest(msgspec.json.encode((site.config, site.registers))) + program_digest()
    news = news_of(links)
    # Without news no file has to be opened to know that there is none for it.
    heard = {item.path: heard_of(file_of(item, options), news) for item in items if news}
    fingerprints = {
        item.path: fingerprint(sources[item.path], item, declared, heard.get(item.path))
        for item in items
    }
    unknown = [
        item
        for item in items
        if item.path not in known or known[item.path].fingerprint != fingerprints[item.path]
    ]

    def work(number: int) -> Findings:
        item = unknown[number]
        data = file_of(item, options)
        if digest(data) != sources[item.path]:
            raise changed_meanwhile(item.path)
        found, references = checks.of_text(
            item, data, body(item.body), site.config, heard.get(item.path, {})
        )
        return Findings(
            path=item.path,
            fingerprint=fingerprints[item.path],
            found=found,
            references=references,
        )

    with shared(work, len(unknown), options.jobs) as answers:
        fresh = {one.path: one for one in answers}
    store.keep_findings("text", fresh.values(), known.keys() - fingerprints.keys())
    now = known | fresh
    return Seen(
        tuple(found for path in fingerprints for found in now[path].found),
        {path: now[path].references for path in fingerprints},
    )


def fingerprint(source: str, item: Item, declared: str, heard: LinkReport | None) -> str:
    """A digest of all that the findings in a text depend on."""
    made_of = f"{source} {item.digest} {declared}".encode()
    return digest(made_of + msgspec.json.encode(heard) if heard else made_of)


def news_of(links: LinkReport) -> LinkReport:
    """What is to be told of links: nothing of those that are as they were."""
    return {url: one for url, one in links.items() if one.moved_to or one.state is not GOOD}


def heard_of(data: bytes, news: LinkReport) -> LinkReport:
    """What is new of addresses that stand in a text."""
    urls = (url.partition("#")[0] for url in urls_in(data.decode("utf-8", errors="replace")))
    return {url: news[url] for url in sorted(set(urls)) if url in news}


def file_of(item: Item, options: Options) -> bytes:
    """The bytes of an item's file. Raises NewsgenError if it went away since it was read."""
    try:
        return (options.root / item.path).read_bytes()
    except OSError as error:
        raise changed_meanwhile(item.path) from error
