"""The filters templates may use, bound to the language of the page.

{{ card.date | day }}                22 February 2018
{{ card.date | moment }}             22 February 2018, 16:30, where a time was given
{{ card.date | moment_iso }}         for <time datetime>
{{ "2018-02" | month }}              February 2018
{{ 2 | month_name }}                 February
{{ "BA" | country }}                 Bosnia & Herzegovina
{{ "sr-Latn" | language }}           Serbian (Latin)
{{ "ar" | direction }}               rtl
{{ view.language | lang }}            lang="ar" dir="rtl", with a space before it
{{ 11426 | number }}                 11,426
{{ url | host }}                     example.org
{{ view.head.title | theme_words }}  words of the theme that stand in a view, see `words.py`
{{ body(view.body) | prose(label) }} the text, its tables in boxes that scroll
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from markupsafe import Markup

from ht_newsgen.i18n.formats import (
    country_name,
    format_day,
    format_moment,
    format_month,
    format_number,
    language_name,
    month_name,
    text_direction,
)
from ht_newsgen.kit.urls import host
from ht_newsgen.model.dates import Moment
from ht_newsgen.render.words import make_theme_words


def make_filters(tag: str) -> dict[str, Callable[..., object]]:
    """All filters by name, for pages in the language of the tag (BCP 47)."""
    return {
        "day": lambda moment: format_day(moment, tag),
        "moment": lambda moment: format_moment(moment, tag),
        "moment_iso": moment_iso,
        "month": lambda term: format_month(*year_and_month(term), tag),
        "month_name": lambda number: month_name(number, tag),
        "country": lambda code: country_name(code, tag),
        "language": lambda other: language_name(other, tag),
        "direction": text_direction,
        "lang": lang,
        "number": lambda count: format_number(count, tag),
        "host": host,
        "theme_words": make_theme_words(tag),
        "prose": prose,
    }


@lru_cache(maxsize=256)
def lang(tag: str) -> Markup:
    """Attributes for text that is not in the language of the page; nothing without a tag."""
    return Markup(' lang="{}" dir="{}"').format(tag, text_direction(tag)) if tag else Markup()


def moment_iso(moment: Moment | datetime | date) -> str:
    """A valid date string, or a global date and time string (HTML, section 2.3.5)."""
    if isinstance(moment, Moment):
        return moment.at.date().isoformat() if moment.day_only else moment.at.isoformat("T")
    return moment.isoformat()


def year_and_month(term: str) -> tuple[int, int]:
    """`2018-02` as two numbers."""
    year, month = term.split("-")
    return int(year), int(month)


def prose(text: Markup, table_label: str, dateline: str = "") -> Markup:
    """The text with each table in a box of its own, which scrolls and can be reached by keyboard.

    The dateline, if any, runs into the first paragraph. A box is a group, not a region: landmarks
    must have names of their own (WCAG technique ARIA20), and a second table could only have the
    same one. The text has been sanitised, so `<table` is a table.
    """
    boxed = str(text)
    if "<table" in boxed:
        opening = Markup('<div class="table-box" role="group" tabindex="0" aria-label="{}">')
        boxed = boxed.replace("<table", f"{opening.format(table_label)}<table")
        boxed = boxed.replace("</table>", "</table></div>")
    if dateline:
        place = Markup('<p><span class="dateline">{}</span> ').format(dateline)
        runs_in = boxed.startswith("<p>")
        boxed = place + Markup(boxed.removeprefix("<p>") if runs_in else f"</p>{boxed}")  # noqa: S704
    return Markup(boxed)  # noqa: S704 - sanitised when it was read
