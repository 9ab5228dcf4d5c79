"""The page of an article."""

import pytest
from msgspec.structs import replace

from ht_newsgen.model.article import Article, Citation, Correction
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Show
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.articles import article_view
from ht_newsgen.pages.licences import licence_parts
from ht_newsgen.pages.views.article import (
    ArticleView,
    CorrectionLine,
    FigureView,
)
from ht_newsgen.pages.views.parts import LanguageLink, Link, PictureSource, PictureView
from tests.factories import (
    article,
    day,
    days_ago,
    desk,
    figure,
    planned,
    site,
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
        kind=SectionKind.STORY,
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
            picture=PictureView(
                src="/news/media/river.0123-640.jpg",
                sources=(
                    PictureSource(
                        media_type="image/avif",
                        srcset="/news/media/river.0123-480.avif 480w, "
                        "/news/media/river.0123-640.avif 640w",
                    ),
                    PictureSource(
                        media_type="image/webp",
                        srcset="/news/media/river.0123-480.webp 480w, "
                        "/news/media/river.0123-640.webp 640w",
                    ),
                ),
                width=640,
                height=480,
                alt="A river",
            ),
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
    assert found.head.robots == "noindex"
    assert found.head.image == desk(site([item])).previews.sections["flash"]
    assert not any(page.kind is PageKind.PICTURE for page in outputs.values())
    assert "sitemap-2018.xml" not in outputs
    assert "digest-of-floods" not in repr(outputs)


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
