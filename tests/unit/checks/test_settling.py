"""What a site decides about rules: their weight, and who is excused."""

from datetime import date

import pytest

from ht_newsgen.checks.settling import NEEDLESS, UNKNOWN, settle
from ht_newsgen.kit.problems import Place, Problem, Rule, Severity, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import SignOff, Silence
from ht_newsgen.model.config import Level, RuleLevel
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.site import Site
from tests.factories import article, at, day, site

LENGTH = Rule("editorial/length", "A headline is short.", Severity.WARNING)
FLOODS = article("floods")
LONG = problem(LENGTH, Place(FLOODS.path, 2, 8), say("this is long"))
ELSEWHERE = problem(LENGTH, Place("flash/rss.xml", 3), say("this is long, too"))


def levels(**of: str) -> tuple[RuleLevel, ...]:
    """Lines of `checks:`; `__` stands for the slash, `_all` for the star."""
    return tuple(
        RuleLevel(
            pattern=name.replace("__", "/").replace("_all", "/*"), level=Level(word), line=number
        )
        for number, (name, word) in enumerate(of.items(), start=5)
    )


def settled(made: Site, *found: Problem, complete: bool = True) -> tuple[Problem, ...]:
    return settle(found, made, [LENGTH, UNKNOWN, NEEDLESS], complete=complete)


def excused(*rules: str) -> Site:
    """A site whose item silences these rules."""
    silences = tuple(Silence(rule=rule, reason="Agreed.") for rule in rules)
    places = {f"silence.{number}.rule": (4 + number, 5) for number in range(len(rules))}
    return site([article("floods", silences=silences, places=places)])


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ({}, Severity.WARNING),
        ({"editorial__length": "error"}, Severity.ERROR),
        ({"editorial_all": "error"}, Severity.ERROR),
        ({"editorial__length": "warning", "editorial_all": "error"}, Severity.WARNING),
        ({"editorial_all": "off", "editorial__length": "error"}, Severity.ERROR),
    ],
)
def test_a_site_decides_how_much_a_rule_weighs(of: dict[str, str], expected: Severity) -> None:
    """The rule's own line counts more than its family's, wherever it stands."""
    (found,) = settled(site([FLOODS], checks=levels(**of)), LONG)

    assert found.severity is expected


@pytest.mark.parametrize("pattern", ["editorial__length", "editorial_all"])
def test_a_rule_that_is_off_is_not_heard(pattern: str) -> None:
    """By its id, or with its family."""
    assert settled(site([FLOODS], checks=levels(**{pattern: "off"})), LONG) == ()


def test_an_item_is_excused_from_a_rule_alone() -> None:
    """What breaks the same rule elsewhere is told."""
    assert settled(excused("editorial/length"), LONG, ELSEWHERE) == (ELSEWHERE,)


def test_a_needless_silence_is_told() -> None:
    """It would hide the next mistake."""
    (found,) = settled(excused("editorial/length"), ELSEWHERE)[1:]

    assert (found.rule, found.place) == ("checks/needless", Place(FLOODS.path, 4, 5))


def test_no_silence_is_needless_while_some_rules_were_not_heard() -> None:
    """With errors in the content, outputs are not looked at."""
    assert settled(excused("editorial/length"), complete=False) == ()


def test_a_silence_for_a_rule_that_is_off_is_not_needless() -> None:
    """It is needed again when the rule is."""
    made = excused("editorial/length")
    off = site(made.articles, checks=levels(editorial__length="off"))

    assert settled(off, LONG) == ()


def test_a_rule_that_does_not_exist_is_told_with_the_one_that_was_meant() -> None:
    """In the configuration, and in an item."""
    told = settled(excused("editorial/lenght"))
    configured = settled(site([FLOODS], checks=levels(editorials_all="off")))

    assert [(found.rule, found.place, str(found.help)) for found in (*told, *configured)] == [
        ("checks/unknown", Place(FLOODS.path, 4, 5), "Did you mean `editorial/length`?"),
        ("checks/unknown", Place("newsgen.yaml", 5, 0), "Did you mean `editorial/*`?"),
    ]


AGE = problem(
    Rule("safeguarding/age", "No age.", Severity.WARNING), Place(FLOODS.path, 7, 2), say("a child")
)


def signed(updated: Moment | None = None, **fields: object) -> Site:
    """A site whose item was signed off on 20 February; `fields` are those of the configuration."""
    sign_off = SignOff(checked_by="newsroom", checked_on=date(2018, 2, 20))
    return site([article("floods", safeguarding=sign_off, updated=updated)], **fields)


@pytest.mark.parametrize("updated", [None, day(2018, 2, 19), at(2018, 2, 20, 22)])
def test_a_sign_off_answers_for_the_whole_family_and_for_no_other(updated: Moment | None) -> None:
    """As long as the item is not changed on a later day."""
    assert settled(signed(updated), AGE, LONG) == (LONG,)


def test_a_sign_off_does_not_outlive_the_text_that_was_looked_at() -> None:
    """What it answered for is told again, and that it no longer does."""
    told = settled(signed(day(2018, 2, 21)), AGE)

    assert [(one.rule, str(one.message)) for one in told] == [
        ("safeguarding/age", "a child"),
        (
            "safeguarding/sign-off",
            "this item was changed on 2018-02-21, after it was signed off on 2018-02-20",
        ),
    ]


def test_nobody_signs_off_tomorrow() -> None:
    """The day is that of the site."""
    before, after = (at(2018, 2, 19, hour).at for hour in (22, 23))

    assert len(settled(signed(now=before, timezone="Europe/Sarajevo"), AGE)) == 2
    assert settled(signed(now=after, timezone="Europe/Sarajevo"), AGE) == ()
