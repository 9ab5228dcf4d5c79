"""Items that tell the same news twice.

Neither search compares every item with every other: reports are found by their address, headlines
by their rarest words, among the items of a month.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec import Struct
from rapidfuzz import fuzz

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.graph.places import named, place_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.tracking import without_tracking
from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import Article
from ht_newsgen.model.site import Site

MONTH = timedelta(days=31)
NEAR = 88
"""Per cent of two headlines that are alike."""
OF_A_SLIP = 75
"""Per cent of the words in which they differ that are alike: `raid` and `raids`."""
LATEST = 20
"""Headlines with a rare word in common that are looked at; the latest are the likeliest."""
WORD = regex(r"\w+")
DIGIT = regex(r"\d")


def same_report(site: Site) -> Iterator[Finding]:
    """Items in one language that point to one address."""
    first: dict[tuple[str, str], Article] = {}
    for article in oldest_first(site.articles):
        if article.source is None or not article.source.url:
            continue
        key = (article.language, canonical(article.source.url))
        earlier = first.setdefault(key, article)
        if earlier is not article:
            yield Finding(
                say("{other} points to the same report", other=named(place_of(earlier))),
                say("Keep one of the two; if both are needed, silence this rule here and say why"),
                place_of(article, "source.url", "source.link", "source"),
            )


def canonical(url: str) -> str:
    """What two addresses of one page have in common."""
    bare = without_tracking(url).partition("#")[0]
    name = host(bare).removeprefix("www.").removeprefix("m.")
    path, mark, query = bare.partition("://")[2].partition("/")[2].partition("?")
    return f"{name}/{path.rstrip('/').removesuffix('/amp')}{mark}{query}"


def same_headline(site: Site) -> Iterator[Finding]:
    """Items in one language, posted within a month, with nearly one headline."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in oldest_first(site.articles):
        by_language[article.language].append(article)
    for articles in by_language.values():
        for earlier, later in near(articles):
            yield Finding(
                say(
                    "{other}, posted on {day}, has nearly the same headline",
                    other=named(place_of(earlier)),
                    day=earlier.date.at.date().isoformat(),
                ),
                say("Keep one of the two; if both are needed, let each headline say what is new"),
                place_of(later, "title"),
            )


class Headline(Struct, frozen=True):
    """A headline taken apart."""

    text: str
    """Its words in small letters, with one space between them."""
    words: frozenset[str]


def headline(title: str) -> Headline:
    """The headline without case and punctuation."""
    words = WORD.findall(title.casefold())
    return Headline(" ".join(words), frozenset(words))


def near(articles: list[Article]) -> Iterator[tuple[Article, Article]]:
    """Pairs of an item and the latest one before it with nearly its headline; oldest first."""
    headlines = [headline(article.title) for article in articles]
    frequency = Counter(word for one in headlines for word in one.words)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        # Two headlines that are nearly alike share one of the rarest words of each.
        rarest = sorted(headlines[number].words, key=lambda word: (frequency[word], word))
        found = -1
        for word in rarest[: len(rarest) // 3 + 1]:
            for other in reversed(by_word[word][-LATEST:]):
                if other <= found or article.date.at - articles[other].date.at > MONTH:
                    break
                if are_near(headlines[other], headlines[number]):
                    found = other
                    break
            by_word[word].append(number)
        if found >= 0:
            yield articles[found], article


def are_near(one: Headline, other: Headline) -> bool:
    """Whether two headlines differ by no more than a slip, or a few words at an end.

    Numbers are never a slip: `Human Rights Day 2015` is not that of 2016.
    """
    if one.text == other.text:
        return True
    if fuzz.ratio(one.text, other.text, score_cutoff=NEAR) < NEAR:
        return False
    gone, come = one.words - other.words, other.words - one.words
    if any(DIGIT.search(word) for word in gone | come):
        return False
    rest = [" ".join(sorted(word for word in words if len(word) > 2)) for words in (gone, come)]
    return not all(rest) or fuzz.ratio(*rest) >= OF_A_SLIP


def oldest_first(articles: Iterable[Article]) -> list[Article]:
    """In the order in which they were posted; of one moment, by their paths."""
    return sorted(articles, key=lambda article: (article.date.at, article.path))
