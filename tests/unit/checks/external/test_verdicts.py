"""What an answer means for a link: a table, without a network."""

from datetime import date, timedelta

import pytest

from ht_newsgen.checks.external.memory import due, is_dead, is_due, kept, remember
from ht_newsgen.checks.external.verdicts import Verdict, judge
from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.model.links import LinkRecord, LinkReport, LinkState

GOOD, FAILING, UNKNOWN = LinkState.GOOD, LinkState.FAILING, LinkState.UNKNOWN
DAY = date(2026, 5, 1)
NEW = "https://b.example/"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Answer(url="", status=200), Verdict(GOOD, "200")),
        (Answer(url="", status=204), Verdict(GOOD, "204")),
        (Answer(url="", status=200, moved_to=NEW), Verdict(GOOD, "200", NEW)),
        (Answer(url="", status=404), Verdict(FAILING, "404")),
        (Answer(url="", status=410, moved_to=NEW), Verdict(FAILING, "410")),
        (Answer(url="", status=500), Verdict(FAILING, "500")),
        (Answer(url="", status=503), Verdict(FAILING, "503")),
        (Answer(url="", status=503, challenge=True), Verdict(UNKNOWN, "503")),
        (Answer(url="", status=401), Verdict(UNKNOWN, "401")),
        (Answer(url="", status=403), Verdict(UNKNOWN, "403")),
        (Answer(url="", status=429), Verdict(UNKNOWN, "429")),
        (Answer(url="", status=451), Verdict(UNKNOWN, "451")),
        (Answer(url="", status=302), Verdict(UNKNOWN, "302")),
        (Answer(url="", status=999), Verdict(UNKNOWN, "999")),
        (Answer(url="", fault=Fault.NAME), Verdict(FAILING, "name")),
        (Answer(url="", fault=Fault.UNREACHABLE), Verdict(FAILING, "unreachable")),
        (Answer(url="", fault=Fault.SLOW), Verdict(FAILING, "slow")),
        (Answer(url="", fault=Fault.CUT), Verdict(FAILING, "cut")),
        (Answer(url="", fault=Fault.CERTIFICATE), Verdict(UNKNOWN, "certificate")),
        (Answer(url="", fault=Fault.GARBLED), Verdict(UNKNOWN, "garbled")),
        (Answer(url="", fault=Fault.LOOP), Verdict(UNKNOWN, "loop")),
        (Answer(url="", fault=Fault.ASTRAY), Verdict(UNKNOWN, "astray")),
        (Answer(url="", fault=Fault.ROBOTS), Verdict(UNKNOWN, "robots")),
        (Answer(url="", fault=Fault.PRIVATE), Verdict(UNKNOWN, "private")),
        (Answer(url="", fault=Fault.ADDRESS), Verdict(UNKNOWN, "address")),
    ],
    ids=lambda value: str(value.fault or value.status) if isinstance(value, Answer) else "",
)
def test_an_answer_counts_against_a_link_or_not(answer: Answer, verdict: Verdict) -> None:
    """Only where no person with a browser would see more."""
    assert judge(answer) == verdict


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_verdict(fault: Fault) -> None:
    """Its word is what the report keeps."""
    assert judge(Answer(url="", fault=fault)).status == fault.value


def after(*looks: tuple[int, str]) -> LinkRecord:
    """The record after looks on these days, each with its status."""
    record = None
    for days, status in looks:
        fault = Fault(status) if not status.isdecimal() else None
        answer = Answer(url="", status=0 if fault else int(status), fault=fault)
        record = remember(record, judge(answer), DAY + timedelta(days=days))
    assert record is not None
    return record


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ([(0, "404")], False),
        ([(0, "404"), (1, "404"), (2, "404")], False),
        ([(0, "404"), (1, "404"), (3, "404")], True),
        ([(0, "410"), (3, "410")], False),
        ([(0, "404"), (0, "404"), (0, "404"), (3, "404")], False),
        ([(0, "404"), (1, "200"), (2, "404"), (3, "404"), (4, "404")], False),
        ([(0, "404"), (1, "403"), (2, "404"), (3, "404")], True),
        ([(0, "404"), (1, "404"), (3, "404"), (20, "403")], False),
        ([(0, "404"), (1, "404"), (3, "404"), (20, "200")], False),
        ([(0, "500"), (1, "500"), (3, "500")], False),
        ([(0, "500"), (1, "slow"), (7, "name")], True),
        ([(0, "500"), (1, "500"), (3, "404")], True),
        ([(0, "403"), (9, "403"), (18, "403")], False),
    ],
    ids=lambda value: " ".join(f"{d}:{s}" for d, s in value) if isinstance(value, list) else "",
)
def test_a_link_is_dead_after_failures_on_several_days(
    looks: list[tuple[int, str]], expected: bool
) -> None:
    """Never after one bad night, and a host that is silent has longer than one that says no."""
    assert is_dead(after(*looks)) is expected


def test_a_link_that_works_again_is_as_good_as_new() -> None:
    """Nothing is held against it."""
    assert after((0, "404"), (1, "404"), (2, "200")) == LinkRecord(
        checked=DAY + timedelta(days=2), status="200"
    )


@pytest.mark.parametrize(
    ("record", "rest"),
    [
        (after((0, "200")), 30),
        (after((0, "403")), 14),
        (after((0, "404")), 1),
        (after((0, "404"), (1, "404"), (3, "404")), 14),
    ],
    ids=["works", "is unknown", "fails", "is dead"],
)
def test_what_was_asked_lately_is_left_alone(record: LinkRecord, rest: int) -> None:
    """For longer, the less is to be expected of asking."""
    assert not is_due(record, record.checked + timedelta(days=rest - 1))
    assert is_due(record, record.checked + timedelta(days=rest))


def test_the_most_urgent_links_are_asked_first() -> None:
    """What fails, to be sure of it; what was never asked; then what was not seen for longest."""
    report: LinkReport = {
        "good-old": after((0, "200")),
        "good-older": LinkRecord(checked=DAY - timedelta(days=9), status="200"),
        "failing": after((0, "404")),
        "unknown": after((0, "403")),
        "good-new": after((39, "200")),
    }

    assert due([*report, "new", "another"], report, DAY + timedelta(days=40)) == [
        "failing",
        "another",
        "new",
        "unknown",
        "good-older",
        "good-old",
    ]


def test_what_no_item_links_to_is_forgotten() -> None:
    """The report does not outgrow the site."""
    report = {"b": after((0, "200")), "a": after((0, "200")), "c": after((0, "200"))}

    assert list(kept(report, ["c", "a", "d"])) == ["a", "c"]
