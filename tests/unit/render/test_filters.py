"""What templates may call on."""

from datetime import UTC, date, datetime, timedelta, timezone

from markupsafe import Markup

from ht_newsgen.model.dates import Moment
from ht_newsgen.render.filters import make_filters, moment_iso, prose

WHOLE_DAY = Moment(at=datetime(2018, 2, 22, tzinfo=UTC), day_only=True)


def test_filters_speak_the_language_of_the_page() -> None:
    """The same filter says the same thing in another language."""
    english, bosnian = make_filters("en"), make_filters("bs")

    assert english["day"](WHOLE_DAY) == "22 February 2018"
    assert bosnian["day"](WHOLE_DAY) == "22. februar 2018."
    assert english["month"]("2018-02") == "February 2018"
    assert bosnian["month_name"](2) == "februar"
    assert bosnian["country"]("BA") == "Bosna i Hercegovina"
    assert english["language"]("sr-Latn") == "Serbian (Latin)"
    assert bosnian["number"](11426) == "11.426"
    assert english["direction"]("ar") == "rtl"
    assert english["host"]("https://example.org/a") == "example.org"


def test_machines_read_a_day_or_a_moment_with_its_offset() -> None:
    """`datetime` holds no more than is known (HTML, section 2.3.5)."""
    afternoon = Moment(at=datetime(2018, 2, 22, 16, 30, tzinfo=timezone(timedelta(hours=1))))

    assert moment_iso(WHOLE_DAY) == "2018-02-22"
    assert moment_iso(afternoon) == "2018-02-22T16:30:00+01:00"
    assert moment_iso(date(2018, 2, 22)) == "2018-02-22"


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches() -> None:
    """The label is escaped; what stands around the table stays as it is."""
    text = Markup("<p>a</p><table><tr><td>1</td></tr></table><p>b</p>")

    assert prose(text, 'Table "x"') == (
        '<p>a</p><div class="table-box" role="group" tabindex="0" aria-label="Table &#34;x&#34;">'
        "<table><tr><td>1</td></tr></table></div><p>b</p>"
    )


def test_a_dateline_runs_into_the_first_paragraph() -> None:
    """Where a text begins with something else, the dateline is a paragraph before it."""
    place = '<span class="dateline">Doha &amp; Rome</span> '

    assert prose(Markup("<p>a</p>"), "", "Doha & Rome") == f"<p>{place}a</p>"
    assert prose(Markup("<ul></ul>"), "", "Doha & Rome") == f"<p>{place}</p><ul></ul>"
