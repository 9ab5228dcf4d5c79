"""The page of all components, and what each example shows."""

from msgspec.structs import replace

from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.articles import STORY
from ht_newsgen.pages.specimen.lists import TERMS, YEARS
from ht_newsgen.pages.views.parts import Link, Pager
from ht_newsgen.pages.views.specimen import SpecimenView

assert STORY.figure is not None
SPECIMEN = SpecimenView(
    frame=made.FRAME,
    head=replace(made.head("Specimen"), canonical="", robots="noindex"),
    pages=(Link(href="/n/story.html", text="story"), Link(href="/n/front.html", text="front")),
    cards=(
        ("A story with its source, a content note, standfirst and excerpt", made.STORY),
        ("A flash item that leads to its source", made.FLASH),
        ("A headline alone", made.BRIEF),
        ("In another language than the page", made.FOREIGN),
        ("Nothing but a title: a plain line", made.PLAIN_LINE),
        ("A source without an address", made.SCAM),
        ("Words that are too long, and a draft", made.LONG_CARD),
    ),
    thread=made.FLASHES,
    brief=(made.STORY, made.FOREIGN, made.PLAIN_LINE),
    sources=(
        ("All that can be known of a source", made.SOURCE),
        ("A source of which only a name is known", made.PLACELESS),
    ),
    read_more=(
        ("To a report with an archived copy", made.SOURCE),
        ("To a report without an address", made.PLACELESS),
    ),
    notes=STORY.content_notes,
    corrections=STORY.corrections,
    figure=STORY.figure,
    body="rich",
    pager=Pager(number=2, older="/n/page/1/", newer="/n/page/3/"),
    before=made.link("archive/2018/01/", "January 2018"),
    after=made.link("archive/2018/05/", "May 2018"),
    terms=TERMS.terms,
    year=YEARS[0],
    feeds=made.feeds("", "Example Newsroom"),
    translations=made.LANGUAGES,
)
