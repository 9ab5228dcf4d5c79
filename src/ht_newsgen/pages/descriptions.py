"""What a page is about, in a sentence or two: for search engines and for previews elsewhere.

Every page says something of its own: a list says what it is called, how much it has, and the
headlines it begins with.
"""

from collections.abc import Sequence

from ht_newsgen.i18n.formats import format_number
from ht_newsgen.model.article import Article
from ht_newsgen.pages.desk import Desk

HEADLINES = 3
"""More of them would be cut off anyway."""


def of_list(
    desk: Desk, title: str, total: int, articles: Sequence[Article], declared: str = ""
) -> str:
    """What is declared; what it is called, how much it has: `Europol – Sources: all 12 items. …`.

    The declared sentence alone would do, if it were not the same in each language into which
    nobody has translated it.
    """
    sentences = (declared, counted(desk, title, total), *_headlines(articles))
    return " ".join(_ended(sentence) for sentence in sentences if sentence)


def of_full_page(title: str, articles: Sequence[Article]) -> str:
    """`News Flash, page 3. HEADLINE. HEADLINE.`: nothing that is newer changes it."""
    return " ".join(_ended(sentence) for sentence in (title, *_headlines(articles)))


def of_article(article: Article) -> str:
    """The standfirst, else how the text begins; else the headline, and whose it is."""
    source = article.source.name if article.source else ""
    named = f"{article.title} ({source})" if source else article.title
    return article.standfirst or article.excerpt or named


def of_site(desk: Desk, sections: Sequence[str]) -> str:
    """What its configuration says; else what it is called and what it has."""
    declared = desk.text(desk.site.config.description)
    return declared or f"{desk.frame.site_title}: {', '.join(sections)}"


def counted(desk: Desk, title: str, count: int) -> str:
    """A list with how much is in it."""
    message = desk.ngettext(
        "%(section)s: %(count)s item in all", "%(section)s: all %(count)s items", count
    )
    return message % {"section": title, "count": format_number(count, desk.locale.tag)}


def _headlines(articles: Sequence[Article]) -> list[str]:
    return [article.title for article in articles[:HEADLINES]]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "…", "!", "?", "؟")) else f"{sentence}."
