"""JSON-LD: what a page is, in the words of schema.org.

Our own stories are a `NewsArticle`. An item that points to a report elsewhere is a `WebPage` with
a `citation`: nothing here claims that we wrote what somebody else reported.
"""

import msgspec

from ht_newsgen.model.article import Article, Citation
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.people import Author
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.licences import licence_parts
from ht_newsgen.pages.refs import EXCERPT_ONLY, section_of, section_title

Thing = dict[str, object]
CONTEXT = "https://schema.org"
_ESCAPES = [(char.encode(), f"\\u{ord(char):04x}".encode()) for char in "<>&\u2028\u2029"]
REPRODUCED = frozenset((Rights.LICENSED, Rights.PUBLIC))
"""Rights under which somebody else's text is shown whole."""


def article_json_ld(desk: Desk, article: Article, *, description: str, image: str = "") -> str:
    """The article as JSON, safe inside `<script>`; `image` is its figure's absolute address."""
    kind = section_of(desk.site, article.section).kind
    if points_elsewhere(article, kind):
        thing = _pointer(desk, article)
    else:
        thing = _news(desk, article)
    return _script(
        thing
        | _when(desk, article)
        | _filled(description=description, image=image)
        | _corrections(article)
    )


def site_json_ld(desk: Desk) -> str:
    """The site and its publisher, for the front page."""
    thing: Thing = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": desk.frame.site_title,
        "url": desk.url(desk.locale.prefix),
        "inLanguage": desk.locale.tag,
        "publisher": _organisation(desk),
    }
    return _script(thing | _filled(description=desk.text(desk.site.config.description)))


def points_elsewhere(article: Article, kind: SectionKind) -> bool:
    """Whether the item stands for a report that others made, rather than for a text of ours."""
    aggregated = kind is SectionKind.FLASH and article.source is not None
    return aggregated or article.rights in EXCERPT_ONLY


def _news(desk: Desk, article: Article) -> Thing:
    site, url = desk.site, desk.url(desk.site.routes.permalinks[article.path])
    section = section_of(site, article.section)
    licence, licence_url = licence_parts(article.licence)
    thing: Thing = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.title,
        "url": url,
        "mainEntityOfPage": url,
        "articleSection": section_title(site, desk.locale, section),
        "publisher": _organisation(desk),
    }
    writers = _writers(desk, article)
    if writers:
        thing["author"] = writers
    if article.source is not None:
        reproduced = article.rights in REPRODUCED
        thing["isBasedOn" if reproduced else "citation"] = _cited(article, article.source)
        if reproduced:
            thing["creditText"] = article.source.name
    return thing | _filled(license=licence_url or licence)


def _pointer(desk: Desk, article: Article) -> Thing:
    thing: Thing = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": article.title,
        "url": desk.url(desk.site.routes.permalinks[article.path]),
        "publisher": _organisation(desk),
    }
    if article.source is not None:
        thing["citation"] = _cited(article, article.source)
    return thing


def _writers(desk: Desk, article: Article) -> list[Thing]:
    """Who wrote the text; for somebody else's, its own author and never us."""
    if article.authors:
        return [_person(desk, desk.site.authors[id_]) for id_ in article.authors]
    if article.source is None:
        return [_organisation(desk)]
    if article.rights in REPRODUCED:
        person = _filled(name=article.source.author)
        return [{"@type": "Person"} | person] if person else [_publication(article.source)]
    return []


def _person(desk: Desk, author: Author) -> Thing:
    """A byline may name the organisation itself."""
    ours = desk.site.config.organisation
    if author.name in (ours.name, ours.short_name, *ours.names.values()):
        return _organisation(desk)
    thing: Thing = {"@type": "Person", "name": author.name}
    return thing | _filled(url=author.url)


def _organisation(desk: Desk) -> Thing:
    thing: Thing = {"@type": "Organization", "name": desk.frame.organisation}
    return thing | _filled(url=desk.frame.organisation_url)


def _publication(cited: Citation) -> Thing:
    return {"@type": "Organization", "name": cited.name}


def _cited(article: Article, cited: Citation) -> Thing:
    thing: Thing = {
        "@type": "CreativeWork",
        "name": article.title,
        "publisher": _publication(cited),
    }
    if cited.author:
        thing["author"] = {"@type": "Person", "name": cited.author}
    return thing | _filled(
        url=cited.url,
        inLanguage=cited.language,
        datePublished=_date(cited.published),
        archivedAt=cited.archived,
    )


def _when(desk: Desk, article: Article) -> Thing:
    thing: Thing = {"inLanguage": article.language, "datePublished": _date(article.date)}
    topics = [link.text for link in desk.terms_of("topics", article.topics)]
    if topics:
        thing["keywords"] = topics
    return thing | _filled(dateModified=_date(article.updated))


def _corrections(article: Article) -> Thing:
    if not article.corrections:
        return {}
    return {
        "correction": [
            {"@type": "CorrectionComment", "text": one.text, "datePublished": _date(one.date)}
            for one in article.corrections
        ]
    }


def _date(moment: Moment | None) -> str:
    """ISO 8601, without a time of day that nobody gave."""
    if moment is None:
        return ""
    return moment.at.date().isoformat() if moment.day_only else moment.at.isoformat()


def _filled(**fields: str) -> Thing:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value}


def _script(thing: Thing) -> str:
    """JSON that ends no `<script>` and opens no comment in one (HTML, section 4.12.1.3)."""
    data = msgspec.json.encode(thing)
    for char, escape in _ESCAPES:
        data = data.replace(char, escape)
    return data.decode()
