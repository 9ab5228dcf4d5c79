"""What an item says of itself: its source, its rights, its headline, its days."""

import pytest

from ht_newsgen.checks.editorial.dates import reported_to_come, to_come
from ht_newsgen.checks.editorial.headlines import LONGEST
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.article import Citation
from ht_newsgen.model.taxonomy import Rights
from tests.factories import NOW, article, assembled, day, days_ago, site
from tests.unit.checks.manuscripts import CHECKS, manuscript, told

NAMED = Citation(name="Europol")
LINKED = Citation(name="Europol", url="https://example.org/raids")
PLACES = {"source": (6, 3), "rights": (4, 9), "title": (2, 8), "standfirst": (5, 13)}


@pytest.mark.parametrize(
    ("section", "source", "rights", "expected"),
    [
        ("flash", NAMED, Rights.OWN, [6]),
        ("flash", Citation(id="europol"), Rights.OWN, [6]),
        ("flash", LINKED, Rights.OWN, []),
        ("flash", None, Rights.OWN, []),
        ("stories", NAMED, Rights.OWN, []),
        ("stories", NAMED, Rights.LICENSED, []),
        ("stories", NAMED, Rights.EXCERPT, [6]),
        ("stories", NAMED, Rights.UNVERIFIED, [6]),
        ("stories", None, Rights.EXCERPT, [6]),
        ("stories", LINKED, Rights.EXCERPT, []),
    ],
)
def test_who_points_to_a_report_leads_to_it(
    section: str, source: Citation | None, rights: Rights, expected: list[int]
) -> None:
    """Flash items with a source, and excerpts; news of one's own points nowhere."""
    made = manuscript(section=section, source=source, rights=rights, places=PLACES)

    found = CHECKS["editorial/source-link"].find(made)

    assert [one.place.line for one in found] == expected


@pytest.mark.parametrize(
    ("rights", "length", "expected"),
    [
        (Rights.EXCERPT, 201, 1),
        (Rights.EXCERPT, 200, 0),
        (Rights.UNVERIFIED, 201, 1),
        (Rights.OWN, 500, 0),
        (Rights.LICENSED, 500, 0),
    ],
)
def test_the_standfirst_of_an_excerpt_is_an_excerpt(
    rights: Rights, length: int, expected: int
) -> None:
    """It is shown together with the text, and may be no longer."""
    assert len(told("editorial/extract", rights=rights, standfirst="x" * length)) == expected


SAID = "He said: “" + "That is what he said. " * 12 + "”\n"
ADDED = "Nobody else said anything about it on that day, nor later. " * 6


@pytest.mark.parametrize(
    ("text", "rights", "expected"),
    [
        (SAID, Rights.OWN, 1),
        (SAID, Rights.LICENSED, 0),
        (SAID + ADDED, Rights.OWN, 0),
        ("> " + "That is what he said. " * 12, Rights.OWN, 1),
        ("He said: “That is all.”", Rights.OWN, 0),
        (ADDED, Rights.OWN, 0),
    ],
)
def test_a_text_of_ones_own_is_not_mostly_quotation(
    text: str, rights: Rights, expected: int
) -> None:
    """Short quotations may be all there is; long ones want something of ours beside them."""
    assert len(told("editorial/quotation", text, rights=rights)) == expected


@pytest.mark.parametrize(
    ("length", "fields", "expected"),
    [
        (LONGEST, {}, 0),
        (LONGEST + 1, {}, 1),
        (LONGEST + 1, {"source": NAMED}, 0),
        (LONGEST + 1, {"rights": Rights.EXCERPT}, 0),
        (LONGEST + 1, {"places": {}}, 0),
    ],
)
def test_a_headline_of_ours_can_be_shown_whole(
    length: int, fields: dict[str, object], expected: int
) -> None:
    """Those of reports are kept as they are; an item without one is named by its first words."""
    assert len(told("editorial/headline-length", "", title="x" * length, **fields)) == expected


@pytest.mark.parametrize(("posted", "expected"), [(18, 1), (19, 0), (20, 0)])
def test_nobody_retells_a_report_before_it_appeared(posted: int, expected: int) -> None:
    """On the same day is soon enough."""
    source = Citation(name="Europol", published=day(2018, 2, 19))

    found = told("editorial/source-date", source=source, date=day(2018, 2, posted))

    assert len(found) == expected


def test_a_date_to_come_is_told_unless_publish_says_that_it_is_meant() -> None:
    """Drafts and embargoes have reasons; a slip of the pen has none."""
    later = days_ago(-30)
    slip = article("slip", date=later, places={"date": (3, 7)})
    embargo = article("embargo", date=later, publish=later, places={"publish": (4, 10)})
    draft = article("draft", date=later, draft=True)
    made, _ = assembled([slip, embargo, draft, article()])

    (found,) = to_come(made)

    assert found.place == Place(slip.path, 3, 7)
    assert "2018-03-31" in str(found.message)


def test_a_report_that_is_to_come_is_told() -> None:
    """The item itself is of today."""
    source = Citation(name="Europol", published=days_ago(-1))
    told_too_early = article("early", date=days_ago(0), source=source)
    past = article("past", source=Citation(name="Europol", published=days_ago(20)))
    made = site([told_too_early, past], now=NOW)

    (found,) = reported_to_come(made)

    assert found.place.path == told_too_early.path
