"""All that is read of a site, put together: the first half of a build, and all of a check."""

from collections.abc import Mapping

from msgspec import Struct

from ht_newsgen.build.options import Options
from ht_newsgen.build.readings import read_all
from ht_newsgen.build.sight import Sight
from ht_newsgen.build.store import Store
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.site import Site
from ht_newsgen.reading.registers import read_registers
from ht_newsgen.reading.scan import scan


class Newsroom(Struct, frozen=True, kw_only=True):
    """A site, and what is wrong with its files; the texts of its items are in the store."""

    site: Site
    items: tuple[Item, ...]
    """All that were read, shown or not."""
    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    """The digest of each item's file, by its path."""


def read_newsroom(
    options: Options, config: Config, store: Store, sight: Sight | None = None
) -> Newsroom:
    """Read what has changed below the site's folder, recall the rest, settle every reference.

    `sight` are the files as they are now, if somebody has looked already.
    """
    registers, wrong_registers = read_registers(options.root, config)
    files, wrong_files = (sight.files, sight.wrong_files) if sight else scan(options.root)
    records = read_all(options, config, files, store)
    items = tuple([record.item for record in records if record.item is not None])
    site, unsettled = assemble(
        items,
        registers,
        config,
        now=options.now,
        show=options.show,
    )
    wrong_items = tuple(found for record in records for found in record.problems)
    return Newsroom(
        site=site,
        items=items,
        problems=wrong_registers + wrong_files + wrong_items + unsettled,
        sources={record.item.path: record.source for record in records if record.item is not None},
    )
