"""Standing pages, and what is left of withdrawn items."""

from ht_newsgen.model.article import Status
from ht_newsgen.pages.views.article import StandingPageView, TombstoneView
from ht_newsgen.pages.views.parts import Link
from tests.factories import article, figure, planned, section_front, site, standing_page, view


def test_a_tombstone_tells_nothing_of_what_was_withdrawn() -> None:
    """Neither headline nor text; only where it was."""
    gone = article(
        "gone",
        title="A name",
        standfirst="A secret",
        status=Status.WITHDRAWN,
        pictures=(figure().picture,),
    )
    made = site([gone])

    found = view(made, "flash/2018/gone/index.html", TombstoneView)

    assert found.section == Link(href="/news/flash/", text="News Flash", id="flash")
    assert (found.head.robots, found.head.canonical) == ("noindex", "")
    everything = repr([page.view for page in planned(made).values()])
    assert not any(text in everything for text in ("A name", "A secret", "river"))


def test_the_tombstone_of_a_standing_page_leads_home() -> None:
    """Its section has no front to lead to."""
    made = site([standing_page("about", status=Status.WITHDRAWN)])

    assert view(made, "about/index.html", TombstoneView).section.href == "/news/"


def test_a_standing_page_marks_itself_in_the_foot() -> None:
    """And the front of a section marks the section."""
    made = site([standing_page("about"), section_front()])

    about = view(made, "about/index.html", StandingPageView)
    newsletter = view(made, "newsletter/index.html", StandingPageView)

    assert (about.nav, about.is_newsletter, about.feeds) == ("page-about-en", False, ())
    assert (newsletter.nav, newsletter.is_newsletter) == ("newsletter", True)
    assert [link.text for link in newsletter.feeds] == ["RSS", "Atom", "JSON Feed"]


def test_the_fronts_of_a_section_are_translations_of_each_other() -> None:
    """Nobody has to say so; there is one in each language."""
    made = site([section_front(), section_front(language="bs")], languages=("en", "bs"))

    english = view(made, "newsletter/index.html", StandingPageView)
    bosnian = view(made, "bs/newsletter/index.html", StandingPageView)

    assert [link.href for link in english.translations] == ["/news/bs/newsletter/"]
    assert [link.href for link in bosnian.translations] == ["/news/newsletter/"]
    assert [link.language for link in english.head.alternates] == ["bs", "en", "x-default"]
