"""The page of all numbers to call."""

from datetime import date

from msgspec.structs import replace

from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.texts import LONG
from ht_newsgen.pages.views.help import HelpGroup, HelpView
from ht_newsgen.pages.views.parts import HelplineLine

EMERGENCY, MISSING = made.HELPLINES
LINE = HelplineLine(
    country="DE",
    name=LONG,
    phone="+49 (0)30 000 000",
    tel="tel:+4930000000",
    languages=("de", "en", "ar", "sr-Latn", "uk"),
    hours="",
    free=False,
    serves=("trafficking", "child"),
    verified_on=date(2018, 1, 2),
    source="https://helpline.example/a-page-with-a-long-address/",
)
HELP = HelpView(
    frame=made.FRAME,
    head=made.head("Get help", "get-help/", "Telephone numbers that somebody has checked."),
    groups=(
        HelpGroup(country="", lines=(EMERGENCY, replace(EMERGENCY, country="BA", phone="124"))),
        HelpGroup(country="EU", lines=(MISSING,)),
        HelpGroup(country="DE", lines=(LINE, replace(LINE, languages=(), free=True, serves=()))),
    ),
    without="BA",
)
