"""What subscribers suffer from and no single feed shows: identities that will change, odd dates."""

from collections.abc import Container, Iterator

from ht_newsgen.checks.kinds import Finding, SiteCheck
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place, Rule, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest
from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import Article
from ht_newsgen.model.site import Site
from ht_newsgen.pages.channels import possible_channels

CONFIG_FILE = "newsgen.yaml"
PERMALINK = regex(r"/([^/]+)/(\d{4})/([A-Za-z0-9._~-]+)/?")
"""The pattern of sections that give none; an id that nobody gave is made of the same three."""


def unfrozen(site: Site) -> Iterator[Finding]:
    """Articles that have moved, and whose identity has moved with them."""
    taken = {article.id for article in site.articles}
    for article in site.articles:
        if article.aliases and "id" not in article.places:
            yield Finding(
                say("this item has moved, and without an `id` subscribers get it as a new one"),
                say(
                    "Write the id that it had, and never change it: id: {article}",
                    article=former_id(article, taken),
                ),
                place_of(article, "aliases"),
            )


def former_id(article: Article, taken: Container[str]) -> str:
    """The id that the article had at its oldest address, as far as that shows it."""
    found = PERMALINK.fullmatch(article.aliases[0])
    former = "-".join(found.groups()) if found else ""
    return former if former and former not in taken else article.id


def homeless(site: Site) -> Iterator[Finding]:
    """Identities that hang on the present host."""
    if site.articles and not site.config.feeds.authority:
        name = host(site.config.base_url)
        yield Finding(
            say("the identity of every entry would change with the host, {name}", name=name),
            say(
                "Write below feeds: authority: {name}\nThat changes nothing now, and keeps it so",
                name=name,
            ),
            Place(CONFIG_FILE),
        )


def from_the_future(site: Site) -> Iterator[Finding]:
    """Articles that say they were changed after now; readers would show them on top till then."""
    for article in site.articles:
        if article.updated and article.updated.at > site.now:
            yield Finding(
                say(
                    "this item says it was changed on {at}, which is to come",
                    at=f"{article.updated.at:%Y-%m-%d}",
                ),
                say("Correct `updated`, or the date of the last correction"),
                place_of(article, "updated", "corrections"),
            )


def unknown_feeds(site: Site) -> Iterator[Finding]:
    """Lines of `feeds.each` that name no page which can have feeds."""
    known = {
        channel.path for listings in site.listings for channel in possible_channels(site, listings)
    }
    for one in site.config.feeds.each:
        if one.path not in known:
            meant = nearest(one.path, known)
            yield Finding(
                say("no list of items lives at `/{path}`, so it has no feeds", path=one.path),
                say("Did you mean `/{meant}`?", meant=meant)
                if meant
                else say("Name a page by its path, as /flash/"),
                Place(CONFIG_FILE, one.line, one.column),
            )


SITE_FEED_CHECKS: tuple[SiteCheck, ...] = (
    SiteCheck(
        Rule(
            "feeds/moved",
            "An item that moves keeps its identity: its `id` is written down.",
            Severity.WARNING,
        ),
        unfrozen,
    ),
    SiteCheck(
        Rule(
            "feeds/authority",
            "The identities of entries do not hang on the present host.",
            Severity.WARNING,
        ),
        homeless,
    ),
    SiteCheck(
        Rule("feeds/future", "No entry says that it was changed tomorrow.", Severity.WARNING),
        from_the_future,
    ),
    SiteCheck(
        Rule("feeds/each", "`feeds.each` names pages that can have feeds.", Severity.WARNING),
        unknown_feeds,
    ),
)
