"""Numbers to call: which stand on every page, and in which order all of them do."""

from datetime import date

from msgspec.structs import replace

from ht_newsgen.model.registers import Helpline
from ht_newsgen.model.site import Site
from ht_newsgen.pages.views.help import HelpView
from ht_newsgen.pages.views.parts import HelplineLine
from tests.factories import desk, planned, registers, site, view


def helpline(country: str, phone: str, *serves: str) -> Helpline:
    """A number that is known by its digits."""
    return Helpline(
        country=country,
        name={"": f"Line {phone}"},
        phone=phone,
        serves=serves,
        verified_on=date(2018, 1, 1),
        source="https://example.org/numbers",
    )


HERE_AND_THERE = (
    helpline("AT", "1"),
    helpline("EU", "2"),
    helpline("BA", "3", "trafficking"),
    helpline("DE", "4", "emergency"),
    helpline("EU", "5", "emergency"),
    helpline("BA", "6", "emergency", "child"),
)


def made_of(*helplines: Helpline, country: str = "", languages: tuple[str, ...] = ("en",)) -> Site:
    """A site with these numbers."""
    return site(declared=registers(helplines=helplines), country=country, languages=languages)


def on_every_page(made: Site) -> list[str]:
    """The numbers in the foot."""
    return [line.phone for line in desk(made).frame.helplines]


def test_every_page_has_the_nearest_numbers_emergencies_first() -> None:
    """Of the site's own country, then of the European Union."""
    assert on_every_page(made_of(*HERE_AND_THERE, country="BA")) == ["6", "5", "3", "2"]
    assert on_every_page(made_of(*HERE_AND_THERE)) == ["5", "2"]


def test_a_site_with_no_number_near_shows_the_first_ones() -> None:
    """Some number is better than none; six of them leave room for the page."""
    far = [helpline("DE", str(number)) for number in range(10)]
    assert on_every_page(made_of(*far, country="BA")) == list("012345")


def test_all_numbers_stand_on_one_page_by_country() -> None:
    """Emergencies, own country, European Union, the others by their names in the language."""
    made = made_of(*HERE_AND_THERE, country="BA", languages=("en", "bs"))

    found = {
        tag: [
            (group.country, [line.phone for line in group.lines])
            for group in view(made, f"{prefix}get-help/index.html", HelpView).groups
        ]
        for tag, prefix in (("en", ""), ("bs", "bs/"))
    }
    both = [("", ["6", "5", "4"]), ("BA", ["3"]), ("EU", ["2"]), ("AT", ["1"])]
    assert found == {"en": both, "bs": both}


def test_a_country_without_a_checked_number_is_told() -> None:
    """Nobody shall search for what is not there."""
    for country, without in (("BA", ""), ("RS", "RS"), ("", "")):
        made = made_of(*HERE_AND_THERE, country=country)
        assert view(made, "get-help/index.html", HelpView).without == without


def test_a_site_without_numbers_has_no_page_of_them() -> None:
    """And nothing leads there."""
    made = site()

    assert "get-help/index.html" not in planned(made)
    assert desk(made).frame.help_page == ""
    assert desk(made_of(*HERE_AND_THERE)).frame.help_page == "/news/get-help/"


def test_a_number_is_dialled_without_its_spaces() -> None:
    """Nor the zero that is for callers within the country; it is shown as it was written."""
    line = replace(helpline("EU", "+387 (0)33 1-2"), hours={"en": "always", "bs": "uvijek"})
    made = made_of(line, languages=("en", "bs"))

    assert desk(made, "bs").frame.helplines == (
        HelplineLine(
            country="EU",
            name="Line +387 (0)33 1-2",
            phone="+387 (0)33 1-2",
            tel="tel:+3873312",
            hours="uvijek",
            free=False,
            serves=(),
            verified_on=date(2018, 1, 1),
            source="https://example.org/numbers",
        ),
    )
