"""The configuration that the tests of this room read items with."""

from ht_newsgen.model.config import Config, Section, SectionKind
from ht_newsgen.model.people import Organisation

CONFIG = Config(
    base_url="https://newsroom.example.org/",
    title={"": "Newsroom"},
    language="en",
    languages=("en", "bs"),
    timezone="Europe/Sarajevo",
    organisation=Organisation(name="Newsroom"),
    sections=(
        Section(
            id="flash",
            title={"": "News Flash", "bs": "Vijesti"},
            kind=SectionKind.FLASH,
            permalink="/{section}/{year}/{slug}/",
        ),
        Section(
            id="stories",
            title={"": "Stories"},
            kind=SectionKind.STORY,
            permalink="/{section}/{year}/{slug}/",
        ),
        Section(id="pages", title={"": "Pages"}, kind=SectionKind.PAGE, permalink="/{slug}/"),
        Section(
            id="raw",
            title={"": "Raw"},
            kind=SectionKind.STORY,
            permalink="/{section}/{year}/{slug}/",
            trusted_html=True,
        ),
    ),
)
