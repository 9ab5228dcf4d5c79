"""What the pages of whole sites say of themselves: to people, search engines, and other sites."""

import json
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from tests.support import schema_org
from tests.support.sites import ROOT, build_site

SITES = {"newsroom": ROOT, "tiny": Path(__file__).parent / "tiny" / "site"}

ITEM = "//article[contains(@class, 'story--flash') or contains(@class, 'story--story')]"

Pages = dict[str, html.HtmlElement]


@pytest.fixture(scope="module", params=SITES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Every page of a site by its file, but for those that only lead on."""
    output = tmp_path_factory.mktemp("public")
    assert build_site(SITES[request.param], output).published
    found = {
        file.relative_to(output).as_posix(): html.fromstring(file.read_bytes())
        for file in sorted(output.rglob("*.html"))
    }
    return {
        name: page
        for name, page in found.items()
        if not page.xpath("//meta[@http-equiv='refresh']")
    }


def meta(page: html.HtmlElement, name: str) -> list[str]:
    """The contents of a meta element, by its name or its property."""
    return list(page.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content"))


def canonical(page: html.HtmlElement) -> str:
    """The page's address; empty for one that stands for none."""
    return "".join(page.xpath("//head/link[@rel='canonical']/@href"))


def lasting(pages: Pages) -> Pages:
    """The pages that have an address and may be in an index."""
    return {name: page for name, page in pages.items() if canonical(page)}


def doubled(texts: list[str]) -> list[str]:
    """Those that stand there more than once."""
    return [text for text, count in Counter(texts).items() if count > 1]


def test_no_two_pages_share_a_title(pages: Pages) -> None:
    """In tabs, bookmarks and results they can be told apart."""
    titles = [page.findtext(".//title") or "" for page in lasting(pages).values()]

    assert len(titles) > 20
    assert doubled(titles) == []


def test_every_page_has_a_description_of_its_own(pages: Pages) -> None:
    """A sentence, neither empty nor that of another page, and no longer than what is shown."""
    descriptions = {name: meta(page, "description") for name, page in lasting(pages).items()}

    assert [name for name, found in descriptions.items() if len(found) != 1] == []
    texts = [found[0] for found in descriptions.values()]
    assert doubled(texts) == []
    assert [text for text in texts if not 0 < len(text.strip()) <= 165] == []


def test_every_page_names_its_own_address(pages: Pages) -> None:
    """Canonical, and the same for previews; no two pages have one address."""
    addresses = {name: canonical(page) for name, page in lasting(pages).items()}

    assert doubled(list(addresses.values())) == []
    for name, page in lasting(pages).items():
        assert addresses[name].endswith(f"/{name.removesuffix('index.html')}")
        assert meta(page, "og:url") == [addresses[name]]


def test_a_preview_says_what_the_page_says(pages: Pages) -> None:
    """Open Graph and the card of X: title, description, kind, picture."""
    for page in lasting(pages).values():
        assert meta(page, "og:description") == meta(page, "description")
        assert "".join(meta(page, "og:title")) in (page.findtext(".//title") or "")
        assert meta(page, "og:type") in (["website"], ["article"])
        assert bool(meta(page, "og:image")) == (meta(page, "twitter:card") != ["summary"])


def test_an_article_says_when_and_where_it_was_published(pages: Pages) -> None:
    """`article:*`, and nowhere else."""
    for page in pages.values():
        is_article = meta(page, "og:type") == ["article"]
        assert bool(meta(page, "article:published_time")) == is_article
        topics = page.xpath("//aside//a[contains(@href, '/topics/')]/text()")
        if page.xpath(
            "//article[contains(@class, 'story--flash') or contains(@class, 'story--story')]"
        ):
            assert len(meta(page, "article:section")) == 1
            assert meta(page, "article:tag") == topics


def test_languages_of_a_page_name_each_other(pages: Pages) -> None:
    """`hreflang` goes both ways, includes the page itself, and has a default."""
    by_address = {canonical(page): page for page in lasting(pages).values()}
    for address, page in by_address.items():
        named = {
            link.get("hreflang"): link.get("href")
            for link in page.xpath("//head/link[@rel='alternate'][@hreflang]")
        }
        if named:
            assert named[page.get("lang")] == address
        for other in set(named.values()) - {address}:
            back = by_address[other].xpath("//head/link[@rel='alternate'][@hreflang]/@href")
            assert address in back


def test_what_shall_be_in_no_index_has_no_address(pages: Pages) -> None:
    """Tombstones and the page for what is not there; an excerpt under doubt keeps its address."""
    hidden = {name for name, page in pages.items() if "noindex" in meta(page, "robots")}

    assert set(pages) - set(lasting(pages)) <= hidden
    assert "404.html" in hidden


def test_json_ld_is_in_the_vocabulary_of_schema_org(pages: Pages) -> None:
    """Every type and property is one that schema.org has, where it may stand."""
    found = {
        name: list(schema_org.faults(json.loads(text)))
        for name, page in pages.items()
        for text in page.xpath("//script[@type='application/ld+json']/text()")
    }

    assert len(found) > 5
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_vocabulary_is_held_against_what_is_said() -> None:
    """A property of another type, an empty text, a date without its offset: each is found."""
    thing = {
        "@type": "WebPage",
        "articleSection": "News",
        "name": " ",
        "datePublished": "2018-02-19T10:00:00",
        "author": [{"@type": "Robot"}],
    }

    assert [fault.partition(":")[0] for fault in schema_org.faults(thing)] == [
        "/articleSection", "/name", "/datePublished", "/author", "/author",
    ]  # fmt: skip


def test_the_vocabulary_is_read_whole() -> None:
    """Hundreds of types, each below what it is besides, with properties of its own and of those."""
    known = schema_org.vocabulary()

    assert len(known.types) > 800
    assert known.types["NewsArticle"] >= {"NewsArticle", "Article", "CreativeWork", "Thing"}
    assert known.ranges("NewsArticle", "dateline") == {"Text"}
    assert known.ranges("NewsArticle", "author") >= {"Organization", "Person"}
    assert known.ranges("WebPage", "dateline") == frozenset()
