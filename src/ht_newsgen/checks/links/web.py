"""Who links where in the whole site: every link followed once, however many rules look at it."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from ht_newsgen.checks.links.addresses import Addresses
from ht_newsgen.checks.links.leading import End, Way, follow
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.references import Reference, References


class Followed(Struct, frozen=True, kw_only=True):
    """A link of a file."""

    file: str
    link: Reference
    way: Way


class Web(Struct, frozen=True, kw_only=True, dict=True):
    """What a check of links is given. A path here is a permalink: `flash/2018/raids/`."""

    addresses: Addresses
    references: Mapping[str, References]
    """Those of every text, and of the site's own templates, by the path of the file."""
    homes: Mapping[str, str]
    """Where each item lives, by the path of its file; a template lives nowhere."""
    shelved: Mapping[str, Place] = {}
    """Where the items live that are in no list of articles, and what decides their address."""
    fronts: tuple[str, ...] = ()
    """The front pages, one in each language."""
    theme: Mapping[str, frozenset[str]] = {}
    """Where the theme leads from a page of its own accord: from fronts and standing pages."""

    @cached_property
    def followed(self) -> tuple[Followed, ...]:
        """Every link, in the order of the files."""
        return tuple(
            Followed(
                file=file,
                link=link,
                way=follow(link.address, file, self.homes.get(file, ""), self.addresses),
            )
            for file, found in sorted(self.references.items())
            for link in found.links
        )

    @cached_property
    def astray(self) -> tuple[Followed, ...]:
        """Those that do not lead straight to something."""
        return tuple(one for one in self.followed if one.way.end is not End.THERE)
