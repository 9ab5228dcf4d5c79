"""What a page says of itself to machines."""

import json

import pytest
from msgspec.structs import replace

from ht_newsgen.model.article import Article, Citation, Correction
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views.article import ArticleView
from tests.factories import article, day, site, view

REPORT = Citation(name="Times", url="https://times.example/1", author="A. Writer")


def json_ld(item: Article) -> str:
    """On the page of an article that is alone on its site."""
    return view(site([item]), f"{item.section}/2018/floods/index.html", ArticleView).head.json_ld


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
    thing = json.loads(json_ld(replace(article(section=section), **fields)))
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

    assert json.loads(json_ld(item)) == {
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
    text = json_ld(article(title=title))

    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["headline"] == title
