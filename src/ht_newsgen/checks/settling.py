"""What the newsroom has decided about rules: how much each weighs, and who is excused from it.

`checks:` in newsgen.yaml gives a rule, or a family of rules, another level. `silence:` in the front
matter of an item sets one rule aside for that item, with the reason. Both name rules by their ids,
and an id that is none is told here. `safeguarding:` in an item says that somebody has looked
(`checks/signing.py`).
"""

from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from ht_newsgen.checks.signing import SIGN_OFF, is_signed_off, unfinished_sign_offs
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.problems import Place, Problem, Rule, Severity, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config, Level
from ht_newsgen.model.site import Site

CONFIG_FILE = "newsgen.yaml"

UNKNOWN = Rule(
    "checks/unknown", "`checks:` and `silence:` name rules that `check` has.", Severity.WARNING
)
NEEDLESS = Rule(
    "checks/needless",
    "A rule is silenced only for an item that breaks it.",
    Severity.WARNING,
)
SETTLING_RULES = (UNKNOWN, NEEDLESS, SIGN_OFF)


def settle(
    found: Iterable[Problem], site: Site, rules: Sequence[Rule], *, complete: bool
) -> tuple[Problem, ...]:
    """The problems that remain, each as severe as the site wants it, and what is odd about that.

    `rules` are all that may be named; `complete` tells whether all of them have been heard.
    """
    items = {item.path: item for item in items_of(site)}
    today = site.now.astimezone(ZoneInfo(site.config.timezone)).date()
    used: set[tuple[str, str]] = set()
    remaining: list[Problem] = []
    for one in (*found, *unfinished_sign_offs(items.values(), today)):
        item = items.get(one.place.path)
        if is_silenced(one, item):
            used.add((one.place.path, one.rule))
            continue
        if item is not None and is_signed_off(one, item, today):
            continue
        level = level_of(one.rule, site.config)
        if level is None:
            remaining.append(one)
        elif level is not Level.OFF:
            remaining.append(replace(one, severity=Severity(level.value)))
    odd = [*unknown_levels(site.config, rules), *unknown_silences(items.values(), rules)]
    if complete:
        odd += needless_silences(items.values(), used, rules)
    remaining += (one for one in odd if level_of(one.rule, site.config) is not Level.OFF)
    return tuple(remaining)


def items_of(site: Site) -> Iterator[Item]:
    """All that readers may see; what is left out is not checked, so it needs no silence."""
    yield from site.articles
    yield from site.pages
    yield from site.section_fronts.values()
    yield from site.editions


def is_silenced(one: Problem, item: Item | None) -> bool:
    """Whether the item sets the rule of this problem aside."""
    return item is not None and any(silence.rule == one.rule for silence in item.silences)


def level_of(rule: str, config: Config) -> Level | None:
    """The level that the site gives a rule; the rule's own line counts more than its family's."""
    levels = {line.pattern: line.level for line in config.checks}
    return levels.get(rule) or levels.get(family_of(rule))


def family_of(rule: str) -> str:
    """`feeds/*` of `feeds/date`."""
    return f"{rule.partition('/')[0]}/*"


def unknown_levels(config: Config, rules: Sequence[Rule]) -> Iterator[Problem]:
    """A problem for each line of `checks:` that names nothing."""
    known = {name for rule in rules for name in (rule.id, family_of(rule.id))}
    for line in config.checks:
        if line.pattern not in known:
            yield unknown(line.pattern, Place(CONFIG_FILE, line.line, line.column), known)


def unknown_silences(items: Iterable[Item], rules: Sequence[Rule]) -> Iterator[Problem]:
    """A problem for each silence that names no rule."""
    known = {rule.id for rule in rules}
    for item in items:
        for number, silence in enumerate(item.silences):
            if silence.rule not in known:
                yield unknown(silence.rule, silence_place(item, number), known)


def needless_silences(
    items: Iterable[Item], used: set[tuple[str, str]], rules: Sequence[Rule]
) -> Iterator[Problem]:
    """A problem for each silence of a rule that the item does not break."""
    known = {rule.id for rule in rules}
    for item in items:
        for number, silence in enumerate(item.silences):
            if silence.rule in known and (item.path, silence.rule) not in used:
                yield problem(
                    NEEDLESS,
                    silence_place(item, number),
                    say("`{rule}` is silenced, and this item does not break it", rule=silence.rule),
                    say("Remove the silence, so that the rule can speak when it is broken"),
                )


def silence_place(item: Item, number: int) -> Place:
    """Where the silence stands; its front matter may be a list or one mapping."""
    return place_of(item, f"silence.{number}.rule", "silence.rule", "silence")


def unknown(name: str, place: Place, known: Iterable[str]) -> Problem:
    """`check` has no such rule."""
    meant = nearest(name, known)
    advice = (
        say("Did you mean `{meant}`?", meant=meant)
        if meant
        else say("`ht-newsgen explain` lists all rules")
    )
    return problem(
        UNKNOWN, place, say("`{name}` is not a rule that `check` has", name=name[:60]), advice
    )
