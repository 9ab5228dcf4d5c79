"""No more of somebody's text than `rights` allows, wherever in the item it stands.

The text itself is measured where it is read (`rights/excerpt`); here is what that cannot see.
"""

from collections.abc import Iterator

from ht_newsgen.checks.editorial.sources import OF_OTHERS
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import one_line
from ht_newsgen.model.article import Article
from ht_newsgen.model.taxonomy import Rights

SHARE = 0.5
"""Of a text of one's own that may be quotation."""


def long_extract(manuscript: Manuscript) -> Iterator[Finding]:
    """A standfirst of an excerpt that is itself longer than an excerpt may be."""
    item, limit = manuscript.item, manuscript.config.excerpt_limit
    if isinstance(item, Article) and item.rights in OF_OTHERS and len(item.standfirst) > limit:
        yield Finding(
            say(
                "`rights` is {rights}, and the standfirst has {count} characters; {limit} may be"
                " shown",
                rights=item.rights.value,
                count=f"{len(item.standfirst):,}",
                limit=f"{limit:,}",
            ),
            say("Shorten the standfirst; or write rights: own if the words are your own"),
            place_of(item, "standfirst", "summary", "description", "deck"),
        )


def mostly_quoted(manuscript: Manuscript) -> Iterator[Finding]:
    """A text of one's own that is, for the greater part, quotation."""
    item = manuscript.item
    if not isinstance(item, Article) or item.rights is not Rights.OWN:
        return
    body, limit = manuscript.body, manuscript.config.excerpt_limit
    blanked = 0 if body.own is body.words else body.own.count(" ") - body.words.count(" ")
    if blanked < limit // 2 or blanked < SHARE / 2 * (len(body.words) - body.words.count(" ")):
        return  # what is quoted is blanked, and that is nothing, or too little to be measured
    written = len(one_line(body.words))
    quoted = written - len(one_line(body.own))
    if quoted > limit and quoted > SHARE * written:
        yield Finding(
            say(
                "`rights` is own, and {share}% of the text are quotations",
                share=round(100 * quoted / written),
            ),
            say("Tell it in your own words; or write the rights under which it may be shown"),
            place_of(item, "rights"),
        )
