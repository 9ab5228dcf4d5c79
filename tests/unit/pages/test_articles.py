"""The page of an article."""

import json

import pytest
from msgspec.structs import replace

from ht_newsgen.model.article import Article, Citation, Correction, Status
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Show
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.articles import article_view
from ht_newsgen.pages.licences import licence_parts
from ht_newsgen.pages.views.article import (
    ArticleView,
    CorrectionLine,
    FigureView,
    StandingPageView,
    TombstoneView,
)
from ht_newsgen.pages.views.parts import LanguageLink, Link
from tests.factories import (
    article,
    day,
    days_ago,
    desk,
    figure,
    planned,
    section_front,
    site,
    standing_page,
    view,
)

FLOODS = "flash/2018/floods/index.html"
REPORT = Citation(name="Times", url="https://times.example/1", author="A. Writer")


def shown(item: Article, **fields: object) -> ArticleView:
    """The view of an article that is alone on its site."""
    made = site([item], **fields)
    return article_view(desk(made), made.articles[0])


def test_an_article_shows_all_that_is_known_of_it() -> None:
    """Names, links and dates, each settled for its language."""
    item = article(
        "floods",
        section="stories",
        dateline="SARAJEVO",
        updated=day(2018, 2, 20),
        corrections=(Correction(date=day(2018, 2, 20), text="It was the Bosna."),),
        authors=("desk",),
        topics=("forced-labour",),
        countries=("BA",),
        content_notes=("violence",),
        figure=figure(),
        rights=Rights.LICENSED,
        licence="CC-BY-SA-4.0",
    )

    found = shown(item)

    assert replace(found, frame=None, head=None) == ArticleView(
        frame=None,  # type: ignore[arg-type]
        head=None,  # type: ignore[arg-type]
        section=Link(href="/news/stories/", text="Stories", id="stories"),
        kind="story",
        title="Floods",
        standfirst="What happened: floods.",
        dateline="SARAJEVO",
        date=day(2018, 2, 19),
        updated=day(2018, 2, 20),
        byline=(Link(href="/news/authors/desk/", text="The News Desk", id="desk"),),
        rights=Rights.LICENSED,
        licence="CC-BY-SA-4.0",
        licence_url="https://creativecommons.org/licenses/by-sa/4.0/",
        content_notes=("About violence.",),
        corrections=(CorrectionLine(date=day(2018, 2, 20), text="It was the Bosna."),),
        figure=FigureView(
            src="/news/media/river.0123.jpg",
            width=640,
            height=480,
            alt="A river",
            credit="Photo desk",
            caption="",
            licence="CC-BY-4.0",
        ),
        body="digest-of-floods",
        topics=(
            Link(href="/news/topics/forced-labour/", text="Forced labour", id="forced-labour"),
        ),
        countries=(Link(href="/news/countries/ba/", text="Bosnia & Herzegovina", id="BA"),),
    )


def test_an_excerpt_shows_its_short_text() -> None:
    """What the editor took over is within the limit, or the reading would have told."""
    assert shown(article(rights=Rights.EXCERPT, source=REPORT)).body == "digest-of-floods"


def test_an_uncleared_text_is_withheld_from_every_output() -> None:
    """Body and pictures stay out; the excerpt stands in, and search engines do not keep it."""
    item = article(
        "floods",
        rights=Rights.UNVERIFIED,
        source=REPORT,
        excerpt="The river rose …",
        figure=figure("private"),
        pictures=(figure("inside").picture,),
    )

    found = shown(item)
    outputs = planned(site([item]))

    assert (found.body, found.excerpt, found.figure) == ("", "The river rose …", None)
    assert (found.head.robots, found.head.image) == ("noindex", "")
    assert not any(page.kind is PageKind.PICTURE for page in outputs.values())
    assert "sitemap-2018.xml" not in outputs
    assert "digest-of-floods" not in repr(outputs)


@pytest.mark.parametrize(
    ("section", "fields", "expected"),
    [
        ("stories", {}, ("NewsArticle", "Organization", None, None)),
        ("stories", {"authors": ("desk",)}, ("NewsArticle", "Person", None, None)),
        ("stories", {"source": REPORT}, ("NewsArticle", None, "citation", None)),
        (
            "stories",
            {"source": REPORT, "rights": Rights.LICENSED},
            ("NewsArticle", "Person", "isBasedOn", "Times"),
        ),
        (
            "stories",
            {"source": REPORT, "rights": Rights.EXCERPT},
            ("WebPage", None, "citation", None),
        ),
        ("flash", {"source": REPORT}, ("WebPage", None, "citation", None)),
        ("flash", {}, ("NewsArticle", "Organization", None, None)),
    ],
)
def test_json_ld_never_claims_what_others_wrote(
    section: str, fields: dict[str, object], expected: tuple[str | None, ...]
) -> None:
    """Type, author, how the source is named, and whom to credit."""
    thing = json.loads(shown(replace(article(section=section), **fields)).head.json_ld)
    authors = thing.get("author", [])

    assert (
        thing["@type"],
        authors[0]["@type"] if authors else None,
        next((name for name in ("isBasedOn", "citation") if name in thing), None),
        thing.get("creditText"),
    ) == expected


def test_json_ld_says_what_was_corrected_and_when() -> None:
    """A bare day stays a bare day."""
    item = article(
        "floods",
        source=replace(
            REPORT, published=day(2018, 2, 18), language="en", archived="https://a.example/1"
        ),
        topics=("forced-labour",),
        corrections=(Correction(date=day(2018, 2, 21), text="It was the Bosna."),),
        updated=day(2018, 2, 21),
    )

    assert json.loads(shown(item).head.json_ld) == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": "Floods",
        "url": "https://example.org/news/flash/2018/floods/",
        "publisher": {
            "@type": "Organization",
            "name": "Example Organisation",
            "url": "https://example.org/",
        },
        "citation": {
            "@type": "CreativeWork",
            "name": "Floods",
            "publisher": {"@type": "Organization", "name": "Times"},
            "author": {"@type": "Person", "name": "A. Writer"},
            "url": "https://times.example/1",
            "inLanguage": "en",
            "datePublished": "2018-02-18",
            "archivedAt": "https://a.example/1",
        },
        "inLanguage": "en",
        "datePublished": "2018-02-19",
        "dateModified": "2018-02-21",
        "keywords": ["Forced labour"],
        "description": "What happened: floods.",
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "It was the Bosna.",
                "datePublished": "2018-02-21",
            }
        ],
    }


def test_json_ld_cannot_leave_its_script() -> None:
    """Whatever a headline holds, a parser of HTML sees no markup and no end."""
    title = "</script><!-- & \u2028 \u2029 ]]>"
    text = shown(article(title=title)).head.json_ld

    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["headline"] == title


def test_a_long_description_is_cut_on_a_word() -> None:
    """Search engines cut it anyway, less kindly."""
    found = shown(article(standfirst="word " * 60)).head.description

    assert found == "word " * 31 + "word …"


def test_translations_name_each_other_and_a_default() -> None:
    """`hreflang` is reciprocal and lists the page itself; the switch of languages does not."""
    english = article("floods")
    bosnian = article("poplave", language="bs", translation_of="floods-en")
    made = site([english, bosnian], languages=("en", "bs"))
    links = [
        LanguageLink(
            href=f"/news/{path}",
            absolute=f"https://example.org/news/{path}",
            language=tag,
            name=name,
        )
        for tag, path, name in (
            ("bs", "bs/flash/2018/poplave/", "bosanski"),
            ("en", "flash/2018/floods/", "English"),
            ("x-default", "flash/2018/floods/", ""),
        )
    ]

    one = view(made, FLOODS, ArticleView)
    other = view(made, "bs/flash/2018/poplave/index.html", ArticleView)

    assert one.head.alternates == other.head.alternates == tuple(links)
    assert (one.translations, other.translations) == ((links[0],), (links[1],))


def test_a_headline_that_comes_back_is_told_apart_in_the_head() -> None:
    """The later one gets its day; the earlier page stays as it was."""
    old = article("one", title="Human Rights Day", date=day(2016, 12, 10))
    new = article("two", title="Human Rights Day", date=day(2017, 12, 10))
    outputs = planned(site([old, new]))

    titles = [outputs[f"flash/{path}/index.html"].view for path in ("2016/one", "2017/two")]

    assert [one.head.title for one in titles if isinstance(one, ArticleView)] == [
        "Human Rights Day",
        "Human Rights Day (10 December 2017)",
    ]


def test_a_preview_is_not_for_search_engines() -> None:
    """Even if somebody puts one on the web."""
    found = shown(article(draft=True), show=Show(drafts=True))

    assert (found.flag, found.head.robots) == ("draft", "noindex")


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


@pytest.mark.parametrize(
    ("licence", "parts"),
    [
        ("CC-BY-4.0", ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")),
        ("CC0-1.0", ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")),
        ("https://example.org/terms", ("example.org", "https://example.org/terms")),
        ("With kind permission.", ("With kind permission.", "")),
        ("", ("", "")),
    ],
)
def test_a_licence_is_a_name_an_address_or_a_sentence(licence: str, parts: tuple[str, str]) -> None:
    """Only where it leads is worked out."""
    assert licence_parts(licence) == parts


def test_earlier_coverage_stands_beside_an_article_as_cards() -> None:
    """And never the other way round."""
    old = article("old", date=days_ago(9), topics=("forced-labour",))
    new = article("new", date=days_ago(1), topics=("forced-labour",))
    made = site([old, new])
    cards = desk(made).cards

    assert view(made, "flash/2018/new/index.html", ArticleView).earlier == (cards[old.path],)
    assert view(made, "flash/2018/old/index.html", ArticleView).earlier == ()
