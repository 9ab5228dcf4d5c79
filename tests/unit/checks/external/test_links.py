"""Links out of the site: which there are, and where."""

import pytest

from ht_newsgen.checks.external.links import Outside, Role, outside_links
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.article import Citation
from tests.factories import article, config

SOURCE = """\
---
title: Raids
source:
  url: https://post.example/raids#top
  archived: https://archive.example/raids
---

See [the report](https://a.example/r?x=1&y=2#page-3), <https://b.example/>
and [ours](https://example.org/flash/), `https://code.example/`.

[the law]: https://c.example/law "A law"
"""
HTML = (
    '<p>See <a href="https://a.example/r?x=1&amp;y=2#page-3">the report</a>, '
    '<a href="https://b.example/">b</a> and <a href="https://example.org/flash/">ours</a>, '
    '<a class="x" href="https://c.example/law">the law</a> <a href="/flash/">here</a> '
    '<a href="https://c.example/law#2">again</a> <a href="mailto:a@b.example">mail</a>.</p>'
)


def links(html: str = HTML) -> list[Outside]:
    cited = Citation(url="https://post.example/raids#top", archived="https://archive.example/raids")
    item = article("raids", source=cited, places={"source.url": (4, 8), "source.archived": (5, 13)})
    return list(outside_links(Manuscript(item=item, source=SOURCE, html=html, config=config())))


def test_sources_copies_and_links_of_the_text_lead_out() -> None:
    """Each once, without its fragment, and with its place; what is code is no link."""
    path = article("raids").path

    assert links() == [
        Outside(url="https://post.example/raids", role=Role.SOURCE, place=Place(path, 4, 8)),
        Outside(url="https://archive.example/raids", role=Role.ARCHIVED, place=Place(path, 5, 13)),
        Outside(url="https://a.example/r?x=1&y=2", role=Role.TEXT, place=Place("", 8, 18)),
        Outside(url="https://b.example/", role=Role.TEXT, place=Place("", 8, 56)),
        Outside(url="https://c.example/law", role=Role.TEXT, place=Place("", 11, 12)),
    ]


@pytest.mark.parametrize("html", ["", "<p>No link at all</p>"])
def test_a_text_without_links_has_its_source_alone(html: str) -> None:
    """A text that is withheld leads nowhere either."""
    assert [link.role for link in links(html)] == [Role.SOURCE, Role.ARCHIVED]
