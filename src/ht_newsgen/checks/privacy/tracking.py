"""Addresses that tell another site who sent the reader, or that count each of them."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.mending import spot
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.tracking import tracking_in, without_tracking
from ht_newsgen.model.article import Article


def tracked(manuscript: Manuscript) -> Iterator[Finding]:
    """Tracking parameters in the addresses of the source and in links."""
    item = manuscript.item
    addresses: list[tuple[str, Place]] = []
    if isinstance(item, Article) and item.source is not None:
        addresses.append((item.source.url, place_of(item, "source.url", "source")))
    addresses += ((link.address, link.place) for link in manuscript.hyperlinks)
    for url, place in addresses:
        names = tracking_in(url)
        if names:
            clean = without_tracking(url)
            yield Finding(
                say(
                    "this address counts who follows it, by {names}",
                    names=", ".join(f"`{name}`" for name in names),
                ),
                say("Write it as: {address}", address=clean),
                place,
                spot(manuscript.lines, place, url, clean),
            )
