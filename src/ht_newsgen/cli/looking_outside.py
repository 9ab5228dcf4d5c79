"""`check --external`: the links that are due are asked, and the link report is written anew."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import ht_newsgen
from ht_newsgen.build.checked_texts import file_of
from ht_newsgen.checks.external.links import addresses
from ht_newsgen.checks.external.memory import due, kept, remember
from ht_newsgen.checks.external.verdicts import judge
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.cli.hands import Hands
from ht_newsgen.errors import OutputUnwritable, UsageError
from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.kit.files import is_inside, write_whole
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.model.links import LinkReport, LinkState
from ht_newsgen.model.site import Site
from ht_newsgen.reading.link_report import LINK_REPORT_FILE, link_report_text, read_link_report

if TYPE_CHECKING:
    from ht_newsgen.build.options import Options


NO_NETWORK = frozenset((Fault.NAME, Fault.UNREACHABLE))
"""What a machine without a network says of every host."""
WITNESSES = 5
TOLD_EACH = 50
"""Answers, since it takes long on purpose; so that somebody who waits knows for how long."""


def look_outside(
    hands: Hands,
    options: "Options",
    limit: int | None,
    minutes: float | None,
    tell: Callable[[Sentence], None],
) -> Sentence:
    """Ask the links that are due, write the report, and say in a sentence what was seen.

    `tell` is told meanwhile how far it is.

    What was learned is written even if this is interrupted. Raises UsageError for a report that
    cannot be read, rather than begin anew and forget which links have failed before.
    """
    report, wrong = read_link_report(options.root)
    if wrong:
        raise UsageError(f"{LINK_REPORT_FILE}: {wrong[0].message}. {wrong[0].help}.")
    found, _ = hands.lend(options, lambda site, body, _: links_of(site, body, options))
    if found is None:
        return say("Nothing was asked: newsgen.yaml has to be put right first.")
    base_url, urls = found
    today = options.now.date()
    waiting = due(urls, report, today)
    asked = waiting[:limit]
    answers: dict[str, Answer] = {}

    def learn(url: str, answer: Answer) -> None:
        answers[url] = answer
        if len(answers) % TOLD_EACH == 0:
            tell(say("{n} of {all} were asked", n=len(answers), all=len(asked)))

    caution = Caution(
        agent=f"ht-newsgen/{ht_newsgen.__version__} (+{base_url})",
        budget=None if minutes is None else minutes * 60,
    )
    learned: LinkReport = {}
    network = False
    try:
        if asked:
            hands.visit(asked, caution, learn)
        network = not nobody_answers(answers) or any_answers(hands, caution, report)
    finally:
        if network or not nobody_answers(answers):
            learned = {
                url: remember(report.get(url), judge(answer), today)
                for url, answer in answers.items()
                if answer.fault is not Fault.BUSY
            }
        write_report(options, kept(report | learned, urls), before=report)
    if not network:
        return say("No host can be reached from here; nothing was learned of any link.")
    return summary(learned, waiting, len(urls))


def nobody_answers(answers: Mapping[str, Answer]) -> bool:
    """Whether not one host could be reached, which may be the fault of the network here."""
    return bool(answers) and all(answer.fault in NO_NETWORK for answer in answers.values())


def any_answers(hands: Hands, caution: Caution, report: LinkReport) -> bool:
    """Whether a link that has always answered does so now; asked only when no other did.

    Where none is known, one that does not answer is believed to be its host's fault.
    """
    known = [url for url, record in report.items() if record.state is LinkState.GOOD][:WITNESSES]
    answers: dict[str, Answer] = {}
    if known:
        hands.visit(known, caution, answers.__setitem__)
    return not nobody_answers(answers)


def links_of(
    site: Site, body: Callable[[str], str], options: "Options"
) -> tuple[str, frozenset[str]]:
    """The address of the site, and that of every link that leads out of it."""
    urls: set[str] = set()
    for item in (*site.articles, *site.pages, *site.section_fronts.values(), *site.editions):
        source = file_of(item, options).decode("utf-8-sig", errors="replace")
        manuscript = Manuscript(item=item, source=source, html=body(item.body), config=site.config)
        urls.update(address.partition("#")[0] for _, address in addresses(manuscript))
    return site.config.base_url, frozenset(urls)


def write_report(options: "Options", report: LinkReport, *, before: LinkReport) -> None:
    """Put the report into its file, unless it says the same."""
    if report == before:
        return
    file = options.root / LINK_REPORT_FILE
    if not is_inside(options.root, file):
        raise UsageError(f"{LINK_REPORT_FILE} leads out of the site; it was not written.")
    try:
        write_whole(file, link_report_text(report).encode())
    except OSError as error:
        raise OutputUnwritable(f"{file} cannot be written: {error.strerror or error}") from error


def summary(learned: LinkReport, waiting: Iterable[str], links: int) -> Sentence:
    """What was asked, what came of it, and what is left for the next time."""
    states = Counter(record.state for record in learned.values())
    return say(
        "{links} links lead out of the site; {asked} were asked: {good} work, {failing} failed, "
        "{unknown} do not talk to programs. {left} more are due.",
        links=links,
        asked=len(learned),
        good=states[LinkState.GOOD],
        failing=states[LinkState.FAILING],
        unknown=states[LinkState.UNKNOWN],
        left=sum(url not in learned for url in waiting),
    )
