"""Mails of made-up editions, and the theme's templates to make them with."""

from ht_newsgen.model.article import Article, Citation, Item
from ht_newsgen.model.edition import Order
from ht_newsgen.model.sign_up import SignUp
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.newsletter.compose import Mail, compose
from ht_newsgen.render.environment import make_environment
from tests.examples import TEMPLATES
from tests.factories import article, assembled, day, edition, section_front, standing_page

GREETING = (
    '<p>Dear readers, <a href="/safety/">read this</a> first.</p>'
    "<ol><li>One <strong>thing</strong></li><li>Another</li></ol>"
    '<p><img src="/media/a.jpg" alt="A river" width="6" height="4"></p>'
)


def body(_: str) -> str:
    """The one greeting."""
    return GREETING


def mails(made: Site, sender: str = "") -> tuple[Mail, ...]:
    """The mails of every edition of the site, by the theme of the project."""
    environments = {one.tag: make_environment([TEMPLATES], one) for one in made.locales}
    return tuple(compose(made, body, environments, wanted=made.editions, sender=sender))


def twenty() -> list[Article]:
    """Twenty articles as long as they come, some in need of a note, one in another language."""
    sentence = "Police of two countries worked together for a year, and nine people are free. "
    return [
        article(
            f"item-{number:02}",
            title=f"{number}: Žrtve & svjedoci: a headline that is as long as headlines become",
            section="flash" if number % 3 else "stories",
            date=day(2018, 2, number + 1),
            standfirst=sentence * 2,
            excerpt=f"{sentence * 3}…",
            dateline="COTONOU, Benin",
            content_notes=("violence",) if number % 2 else (),
            rights=Rights.EXCERPT,
            source=Citation(
                name="The Example Times", url=f"https://times.example/2018/02/{number}?a=1&b=2"
            ),
            language="de" if number == 7 else "en",
        )
        for number in range(20)
    ]


def newsletter(*items: Item, sign_up: SignUp | None = None, language: str = "en") -> Site:
    """A site of these items, an edition of all of them, and a page to subscribe on."""
    letter = edition(items=tuple(one.id for one in items), order=Order.GIVEN, language=language)
    pages = [letter, section_front(sign_up=sign_up), standing_page("privacy")]
    made, problems = assembled([*items, *pages], languages=("en", "bs"))
    assert problems == ()
    return made
