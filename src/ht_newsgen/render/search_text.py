"""What of a page is given to the search index, and in which words."""

from typing import Any

from ht_newsgen.kit.folding import spellings
from ht_newsgen.kit.html import text_of
from ht_newsgen.kit.text import one_line
from ht_newsgen.pages.views.search import SearchRecord

UNSTEMMED = "und"
"""Given as the language where no stemmer does good."""

STEMMED = frozenset(("da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "sv"))
"""Languages whose words are cut to their stems. Those of the South Slavic languages are not: the
stemmer writes `dijete` as `dete`, so that nothing would be found for its beginning."""


def index_language(language: str) -> str:
    """The language by whose rules a volume is indexed."""
    primary = language.partition("-")[0].lower()
    return primary if primary in STEMMED else UNSTEMMED


def record_fields(record: SearchRecord, html: str) -> dict[str, Any]:
    """The record as Pagefind takes it: address, text, and what results show.

    The title has a field of its own, which counts more and is not part of the excerpt. `also` are
    words that are never shown.
    """
    content = one_line(" ".join((record.standfirst, record.dateline, text_of(html))))
    words = f"{record.title} {record.source} {content}"
    shown = {
        "title": record.title,
        "date": record.date,
        "source": record.source,
        "notes": "\n".join(record.notes),
        "language": record.language,
        "also": " ".join(spellings(words, record.language)),
    }
    return {
        "url": record.href,
        "content": content or record.title,
        "meta": {key: value for key, value in shown.items() if value},
    }
