"""What lives where: every address of the site to be, and who would live at some that are empty."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from ht_newsgen.graph.permalinks import permalink_of
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Item
from ht_newsgen.model.page import Page
from ht_newsgen.model.references import References
from ht_newsgen.model.site import LeftOut, Site


class Addresses(Struct, frozen=True, kw_only=True, dict=True):
    """All that tells where a link leads. A path here is a permalink: `flash/2018/raids/`."""

    base_url: str
    outputs: frozenset[str]
    """The path of every file that will be written."""
    moved: Mapping[str, str]
    """Old paths, with where what was there lives now."""
    hidden: Mapping[str, LeftOut]
    """Where items live that are not shown, or would."""
    texts: Mapping[str, str]
    """Which item lives at a permalink, by the path of its file."""
    anchors: Mapping[str, tuple[str, ...]]
    """The ids of each text, by the path of its file."""

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """The permalinks of all pages by their last part, for "did you mean".

        An item is found by the name of its file as well, which an editor has before their eyes.
        """
        found: dict[str, list[str]] = {}
        for permalink, file in self.texts.items():
            stem = file.rpartition("/")[2].partition(".")[0]
            if stem != last_part(permalink):
                found.setdefault(stem, []).append(permalink)
        for path in self.outputs:
            if path.endswith("index.html"):
                permalink = path.removesuffix("index.html")
                found.setdefault(last_part(permalink), []).append(permalink)
        return found


def make_addresses(
    site: Site, planned: Iterable[Page], references: Mapping[str, References]
) -> Addresses:
    """The addresses of a site; `references` are those of its texts."""
    moved = {redirect.path: redirect.target for redirect in site.routes.redirects}
    old = {output_path(path) for path in moved}
    homes = site.routes.permalinks
    return Addresses(
        base_url=site.config.base_url,
        outputs=frozenset(page.path for page in planned) - old,
        moved=moved,
        hidden=dict(_hidden(site)),
        texts={permalink: path for path, permalink in homes.items() if permalink},
        anchors={path: found.anchors for path, found in references.items()},
    )


def last_part(permalink: str) -> str:
    """`raids` of `flash/2018/raids/`."""
    return permalink.rstrip("/").rpartition("/")[2]


def _hidden(site: Site) -> Iterable[tuple[str, LeftOut]]:
    """Items that readers do not see, by the permalinks that they have or would have."""
    prefixes = {locale.tag: locale.prefix for locale in site.locales}
    for one in site.left_out:
        permalink = _would_live(site, one.item, prefixes.get(one.item.language, ""))
        if permalink:
            yield permalink, one


def _would_live(site: Site, item: Item, prefix: str) -> str:
    known = site.routes.permalinks.get(item.path)
    section = next((one for one in site.config.sections if one.id == item.section), None)
    if known or section is None:
        return known or ""
    try:
        return permalink_of(item, section, prefix)
    except KeyError:
        return ""
