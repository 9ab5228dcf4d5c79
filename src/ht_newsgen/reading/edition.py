"""The front matter of an edition: the keys it shares with items, and which articles it carries."""

from typing import Any

from ht_newsgen.kit.dates import end_of
from ht_newsgen.kit.sentences import say, say_counted
from ht_newsgen.model.article import Status
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Order
from ht_newsgen.reading.addresses import read_aliases, read_id, read_slug
from ht_newsgen.reading.field_dates import read_moment
from ht_newsgen.reading.fields import (
    read_choice,
    read_flag,
    read_language,
    read_line,
    read_word,
    read_words,
)
from ht_newsgen.reading.item_keys import FrontMatter, read_title
from ht_newsgen.reading.mappings import Entries, Key, Keys
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import PREHEADER
from ht_newsgen.reading.rules import PREHEADER_LONGEST as LONGEST
from ht_newsgen.reading.rules import PREHEADER_SHORTEST as SHORTEST
from ht_newsgen.reading.sign_offs import read_sign_off
from ht_newsgen.reading.silences import read_silences


class EditionMatter(FrontMatter, frozen=True, kw_only=True):
    """Front matter of an edition as it is written."""

    preheader: str = ""
    since: Moment | None = None
    until: Moment | None = None
    sections: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    order: Order | None = None


NO_EDITION: tuple[FrontMatter, Entries] = (EditionMatter(), Entries({}, {}))

EDITION_KEYS = Keys.of(
    Key("title", read_title, ("subject",)),
    Key("preheader", read_line),
    Key("date", read_moment),
    Key("since", read_moment),
    Key("until", read_moment),
    Key("sections", read_words),
    Key("items", read_words),
    Key("order", read_choice(Order)),
    Key("language", read_language, ("lang",)),
    Key("translation_of", read_word, ("translationKey", "translation_key")),
    Key("slug", read_slug),
    Key("aliases", read_aliases, ("redirect_from",)),
    Key("id", read_id),
    Key("draft", read_flag),
    Key("publish", read_moment, ("publishDate", "publish_date")),
    Key("expires", read_moment, ("expiryDate", "expiry_date")),
    Key("status", read_choice(Status)),
    Key("silence", read_silences),
    Key("safeguarding", read_sign_off),
)


def choice_of(front: FrontMatter, entries: Entries, notes: Notes) -> dict[str, Any]:
    """What an edition carries, as fields of `Edition`.

    Problems: `front-matter/missing` without `since` or `items`, `front-matter/value` for both and
    for a period that ends before it begins, `edition/preheader`.
    """
    assert isinstance(front, EditionMatter)
    _check_choice(front, entries, notes)
    _check_preheader(front.preheader, entries, notes)
    given = Order.GIVEN if "items" in entries.nodes else Order.NEWEST
    return {
        "preheader": front.preheader,
        "since": front.since,
        "until": front.until,
        "sections": front.sections,
        "items": front.items,
        "order": front.order or given,
    }


def _check_choice(front: EditionMatter, entries: Entries, notes: Notes) -> None:
    nodes = entries.nodes
    by_hand = "items" in nodes
    for name in ("since", "until", "sections"):
        if by_hand and name in nodes:
            message = say("`{name}` picks by a rule, and `items` by hand", name=name)
            notes.add(notes.rules.value, nodes[name], message, say("Keep one of the two"))
    if not by_hand and "since" not in nodes:
        notes.add(
            notes.rules.missing,
            (1, 1),
            say("neither `since` nor `items` says what this edition carries"),
            say("Write since: and the first day of the period, or items: and a list of ids"),
        )
    if not by_hand and front.order is Order.GIVEN:
        message = say("`order: given` needs `items`, which give the order")
        notes.add(notes.rules.value, nodes["order"], message, say("Write newest or oldest"))
    until = front.until or front.date
    if front.since is None or until is None:
        return
    if end_of(until.at, day_only=until.day_only) <= front.since.at:
        name = "until" if front.until is not None else "date"
        message = say("`since` is later than `{name}`, so the period is empty", name=name)
        notes.add(notes.rules.value, nodes["since"], message, say("Correct one of the two"))


def _check_preheader(preheader: str, entries: Entries, notes: Notes) -> None:
    node = entries.nodes.get("preheader")
    if node is None:
        advice = say(
            "Write preheader: and {shortest} to {longest} characters that say what is inside",
            shortest=SHORTEST,
            longest=LONGEST,
        )
        message = say("`preheader` is missing; mail programs show it beside the subject")
        notes.add(PREHEADER, (1, 1), message, advice)
    elif preheader and not SHORTEST <= len(preheader) <= LONGEST:
        advice = say("Write more words") if len(preheader) < SHORTEST else say("Write fewer words")
        notes.add(
            PREHEADER,
            node,
            say_counted(
                "`preheader` has {count} character; {shortest} to {longest} are shown whole",
                "`preheader` has {count} characters; {shortest} to {longest} are shown whole",
                count=len(preheader),
                shortest=SHORTEST,
                longest=LONGEST,
            ),
            advice,
        )
