"""A newsroom of a thousand items, read and planned once for all micro-benchmarks."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from benchmarks.corpus import make_corpus
from benchmarks.generators.generator import ROOT, write_site
from benchmarks.generators.ours import CLOCK, OURS
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.model.article import Item
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.config import Config
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.site import Site
from ht_newsgen.pages.plan import plan
from ht_newsgen.reading.article import read_item
from ht_newsgen.reading.body import Press, make_press
from ht_newsgen.reading.config import read_config
from ht_newsgen.reading.registers import read_registers
from ht_newsgen.reading.scan import scan
from ht_newsgen.render.assets import read_assets
from ht_newsgen.render.dispatch import Tools
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.social_cards import draw_card

NOW = datetime.fromisoformat(CLOCK)


class Newsroom(Struct, frozen=True, kw_only=True):
    """What each room hands to the next."""

    root: Path
    config: Config
    registers: Registers
    press: Press
    items: tuple[Item, ...]
    site: Site
    assets: Assets
    pages: tuple[Page, ...]
    tools: Tools

    def page(self, kind: PageKind) -> Page:
        """The longest of this kind, by its address: an ordinary one, and always the same."""
        return max((page for page in self.pages if page.kind is kind), key=lambda p: len(p.path))


def open_newsroom(root: Path, count: int = 1000) -> Newsroom:
    """Write a site into a folder that does not exist yet, and take it as far as rendering."""
    write_site(OURS, root, make_corpus(count))
    config, problems = read_config(root)
    assert config is not None, problems
    registers, _ = read_registers(root, config)
    press = make_press()
    files, _ = scan(root)
    readings = [read_item(root, file.path, config, press=press) for file in files]
    items = tuple(reading.item for reading in readings if reading.item is not None)
    bodies = {reading.body.digest: reading.body.html for reading in readings}
    site, _ = assemble(items, registers, config, now=NOW)
    assets = read_assets((ROOT / "static",))
    return Newsroom(
        root=root,
        config=config,
        registers=registers,
        press=press,
        items=items,
        site=site,
        assets=assets,
        pages=plan(site, assets),
        tools=Tools(
            environments={
                locale.tag: make_environment((root / "templates", ROOT / "templates"), locale)
                for locale in site.locales
            },
            body=bodies.__getitem__,
            assets=assets,
            picture=lambda view: (root / view.origin).read_bytes(),  # the corpus has none
            card=draw_card,
            base_url=config.base_url,
        ),
    )
