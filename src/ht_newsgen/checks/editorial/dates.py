"""Days that cannot be: a report that was retold before it appeared, news of next year."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Article, Dated
from ht_newsgen.model.site import Reason, Site


def before_its_source(manuscript: Manuscript) -> Iterator[Finding]:
    """An item that was posted before the report that it points to."""
    item = manuscript.item
    if not isinstance(item, Article) or item.source is None or item.source.published is None:
        return
    posted, reported = item.date.at.date(), item.source.published.at.date()
    if posted < reported:
        yield Finding(
            say(
                "this item was posted on {posted}, before the report of {reported} it points to",
                posted=posted.isoformat(),
                reported=reported.isoformat(),
            ),
            say("Correct `date`, or `published` below source"),
            place_of(item, "source.published", "source.date"),
        )


def to_come(site: Site) -> Iterator[Finding]:
    """Items that nobody sees yet, and whose writer did not say that this is meant."""
    for one in site.left_out:
        item = one.item
        if one.reason is not Reason.FUTURE or "publish" in item.places:
            continue
        if isinstance(item, Dated):
            day = item.date.at.date().isoformat()
            yield Finding(
                say(
                    "`date` is {day}, which is to come: readers see this item from then on", day=day
                ),
                say(
                    "Correct the date; or, to keep it back until then, write: publish: {day}",
                    day=day,
                ),
                place_of(item, "date"),
            )


def reported_to_come(site: Site) -> Iterator[Finding]:
    """Reports that are said to appear after now."""
    for article in site.articles:
        reported = article.source.published if article.source else None
        if reported is not None and reported.at > site.now:
            yield Finding(
                say(
                    "the report is said to be of {day}, which is to come",
                    day=reported.at.date().isoformat(),
                ),
                say("Correct `published` below source"),
                place_of(article, "source.published", "source.date"),
            )
