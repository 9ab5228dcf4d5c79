"""Sign-offs: a person has looked whether an item puts anybody at risk, and says so in it.

`safeguarding:` in front matter answers all safeguarding rules for that item, as long as the text is
the one that was looked at: an item that says it was changed later is looked at anew.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.problems import Problem, Rule, Severity, problem
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.model.article import Item, SignOff

FAMILY = "safeguarding/"

SIGN_OFF = Rule(
    "safeguarding/sign-off",
    "Whoever signs an item off has seen it as it is now.",
    Severity.WARNING,
)


def is_signed_off(one: Problem, item: Item, today: date) -> bool:
    """Whether somebody has answered for this problem; not for their own signature."""
    signed = item.safeguarding
    return (
        signed is not None
        and one.rule.startswith(FAMILY)
        and one.rule != SIGN_OFF.id
        and not why_not(signed, item, today)
    )


def unfinished_sign_offs(items: Iterable[Item], today: date) -> Iterator[Problem]:
    """A problem for each sign-off that does not count."""
    for item in items:
        signed = item.safeguarding
        reason = why_not(signed, item, today) if signed else None
        if reason:
            yield problem(
                SIGN_OFF,
                place_of(item, "safeguarding.checked_on", "safeguarding"),
                reason,
                say("Look at the item again, then write the day of that below checked_on"),
            )


def why_not(signed: SignOff, item: Item, today: date) -> Sentence | None:
    """Why this sign-off does not count; None if it does.

    Days are compared, so whoever mends a text and looks at it on the same day has signed it.
    """
    if item.updated is not None and signed.checked_on < item.updated.at.date():
        return say(
            "this item was changed on {changed}, after it was signed off on {signed}",
            changed=item.updated.at.date().isoformat(),
            signed=signed.checked_on.isoformat(),
        )
    if signed.checked_on > today:
        return say("this item is signed off on a day to come, {day}", day=f"{signed.checked_on}")
    return None
