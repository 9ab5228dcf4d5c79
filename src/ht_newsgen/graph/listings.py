"""Listings: everything that is listed in one language, sorted into its lists once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ht_newsgen.graph.archives import by_month
from ht_newsgen.graph.sections import by_section, listed_sections
from ht_newsgen.model.article import Article
from ht_newsgen.model.config import Config
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import Listings


def make_listings(
    articles: Sequence[Article],
    locales: Sequence[Locale],
    config: Config,
    topics: Iterable[str],
) -> tuple[Listings, ...]:
    """The lists of each locale, in the same order, from articles that are newest first.

    `topics` are the declared ones; their order is kept.
    """
    tags = {locale.tag for locale in locales}
    found: dict[str, list[Article]] = {locale.tag: [] for locale in locales}
    for article in articles:
        found[article.language if article.language in tags else locales[0].tag].append(article)
    declared = tuple(topics)
    return tuple(_of(locale, found[locale.tag], config, declared) for locale in locales)


def _of(
    locale: Locale, articles: list[Article], config: Config, topics: tuple[str, ...]
) -> Listings:
    by_topic = _by_term(articles, lambda article: article.topics)
    return Listings(
        locale=locale,
        articles=tuple(articles),
        by_section=by_section(articles, listed_sections(config)),
        by_topic={id_: by_topic[id_] for id_ in topics if id_ in by_topic},
        by_country=_sorted(_by_term(articles, lambda article: article.countries)),
        by_source=_sorted(
            _by_term(articles, lambda article: (article.source.id,) if article.source else ())
        ),
        by_author=_sorted(_by_term(articles, lambda article: article.authors)),
        by_month=by_month(articles),
    )


def _by_term(
    articles: Iterable[Article], terms_of: Callable[[Article], Iterable[str]]
) -> dict[str, tuple[Article, ...]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for term in terms_of(article):
            found[term].append(article)
    return {term: tuple(listed) for term, listed in found.items()}


def _sorted(terms: Mapping[str, tuple[Article, ...]]) -> dict[str, tuple[Article, ...]]:
    return dict(sorted(terms.items()))
