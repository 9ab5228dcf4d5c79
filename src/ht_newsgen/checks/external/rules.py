"""Rules over links out of the site. They ask nobody: they tell what the link report knows."""

from collections.abc import Iterator

from ht_newsgen.checks.external.links import Outside, Role, outside_links
from ht_newsgen.checks.external.memory import is_dead
from ht_newsgen.checks.kinds import Finding, TextCheck
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.fetching.answer import Fault
from ht_newsgen.fetching.guard import is_private_host
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Mend, Rule, Severity
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import Article, Dated, Item
from ht_newsgen.model.links import LinkRecord

PLAIN = regex(r"https?://[A-Za-z0-9/._~%?&=+:@;-]+")
"""An address that means the same in YAML and in Markdown."""
WHAT_HAPPENS = {
    Fault.NAME.value: say("there is no such host"),
    Fault.UNREACHABLE.value: say("nobody takes the connection"),
    Fault.SLOW.value: say("no answer comes in time"),
    Fault.CUT.value: say("the connection breaks off"),
}
"""For a status that is a word; the others are answers."""


def dead(manuscript: Manuscript) -> Iterator[Finding]:
    """A link that has failed on several days; of a source, if no copy is named."""
    for link, record in known(manuscript):
        if not is_dead(record) or (link.role is Role.SOURCE and has_copy(manuscript.item)):
            continue
        message = say(
            "`{url}` has not worked since {day}: {what}",
            url=link.url,
            day=str(record.first_failed),
            what=what_happens(record.status),
        )
        yield Finding(message, look_for_a_copy(link, manuscript.item), link.place)


def moved(manuscript: Manuscript) -> Iterator[Finding]:
    """A link whose host says that the page has another address from now on."""
    for link, record in known(manuscript):
        if not record.moved_to:
            continue
        if is_front_page(record.moved_to) and not is_front_page(link.url):
            message = say(
                "`{url}` now leads to the front page of {host}; the page itself is probably gone",
                url=link.url,
                host=host(record.moved_to),
            )
            if not (link.role is Role.SOURCE and has_copy(manuscript.item)):
                yield Finding(message, look_for_a_copy(link, manuscript.item), link.place)
            continue
        message = say("`{url}` has moved for good", url=link.url)
        advice = say("Write it as: {url}", url=record.moved_to)
        yield Finding(message, advice, link.place, mends_of(link, record.moved_to, manuscript))


def private(manuscript: Manuscript) -> Iterator[Finding]:
    """A link into a private network, by its name or by what its name stands for."""

    def is_private(url: str) -> bool:
        record = manuscript.links.get(url)
        told = record is not None and record.status == Fault.PRIVATE.value
        return told or is_private_host(host(url))

    for link in outside_links(manuscript, is_private):
        yield Finding(
            say("`{url}` leads into a private network, where no reader can follow", url=link.url),
            say("Write the address under which everybody can see the page"),
            link.place,
        )


def mends_of(link: Outside, new: str, manuscript: Manuscript) -> tuple[Mend, ...]:
    """The new address in the place of the old one, where that can be no part of anything else."""
    if not link.place.line or not PLAIN.fullmatch(new):
        return ()
    line = manuscript.lines[link.place.line - 1]
    for amp in ("&", "&amp;"):
        old = link.url.replace("&", amp)
        # Behind a quotation mark, perhaps.
        at = line.find(old, link.place.column - 1, link.place.column + 1 + len(old))
        if at >= 0:
            return (Mend(link.place.line, at + 1, old, new.replace("&", amp)),)
    return ()


def known(manuscript: Manuscript) -> Iterator[tuple[Outside, LinkRecord]]:
    """The links of which the report tells anything."""
    if manuscript.links:
        for link in outside_links(manuscript, manuscript.links.__contains__):
            yield link, manuscript.links[link.url]


def has_copy(item: Item) -> bool:
    """Whether readers are led to a copy of the source, should it be gone."""
    return isinstance(item, Article) and item.source is not None and bool(item.source.archived)


def what_happens(status: str) -> Sentence:
    """What a status of the report says, in a sentence without its end."""
    return WHAT_HAPPENS.get(status) or say("its host answers {status}", status=status)


def is_front_page(url: str) -> bool:
    """Whether the address is a host's own."""
    return url.partition("://")[2].partition("/")[2].strip("/") == "" and "?" not in url


def look_for_a_copy(link: Outside, item: Item) -> Sentence:
    """Where a copy may be, from about the day of the item, and what to do with its address."""
    day = f"{item.date.at:%Y%m%d}/" if isinstance(item, Dated) else ""
    copy = f"https://web.archive.org/web/{day}{link.url}"
    if link.role is Role.SOURCE:
        text = say("Look for a copy at {copy}, and write its address as `archived:`", copy=copy)
    elif link.role is Role.ARCHIVED:
        text = say("Look for another copy at {copy}, and write its address here", copy=copy)
    else:
        text = say("Look for a copy at {copy}, and link to that instead", copy=copy)
    return text


FROM_OUTSIDE = frozenset(("external/dead", "external/moved"))
"""What others have changed. `--strict` is about what we do, so these stay warnings there: else a
page that went away at night would keep every editor from publishing in the morning."""

EXTERNAL_CHECKS: tuple[TextCheck, ...] = (
    TextCheck(
        Rule("external/dead", "Links out of the site work.", Severity.WARNING),
        dead,
    ),
    TextCheck(
        Rule(
            "external/moved",
            "A link names the address that its page has now.",
            Severity.WARNING,
        ),
        moved,
    ),
    TextCheck(
        Rule("external/private", "No link leads into a private network."),
        private,
    ),
)
