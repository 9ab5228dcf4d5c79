"""Equal keys promise equal views: otherwise a page would not follow what it is made of."""

from collections.abc import Callable
from datetime import timedelta

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.article import Article, Citation, Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.edition import Order
from ht_newsgen.model.people import Author
from ht_newsgen.model.registers import DeclaredSource, Registers
from ht_newsgen.model.site import Show
from ht_newsgen.model.taxonomy import ContentNote, Rights, Topic
from ht_newsgen.pages.deferred import Deferred
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.views.article import ArticleView
from ht_newsgen.pages.views.listing import ListingView
from tests.factories import NOW, article, assets, config, days_ago, edition, figure, registers

EDITIONS: tuple[Item, ...] = (
    edition("period", since=days_ago(3), date=days_ago(0)),
    edition("by-hand", items=("item-0-en", "item-1-bs", "item-2-de"), order=Order.GIVEN),
    edition("period", language="bs", since=days_ago(30)),
)
EVERYTHING = Show(drafts=True, future=True, expired=True)
pick = st.sampled_from


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """A few articles that share days, terms, titles and translations."""
    return [
        article(
            f"item-{number}",
            path=f"content/{number}.md",
            language=draw(pick(("en", "en", "bs", "de"))),
            title=draw(pick(("Floods", "Fire"))),
            date=days_ago(draw(st.integers(-2, 4))),
            topics=draw(pick(((), ("forced-labour",), ("child-protection",)))),
            source=draw(pick((None, Citation(name="Times"), Citation(id="europol")))),
            translation_of=draw(pick(("", "", "key"))),
            rights=draw(pick((Rights.OWN, Rights.EXCERPT, Rights.UNVERIFIED))),
            draft=draw(pick((False, False, True))),
        )
        for number in range(draw(st.integers(2, 7)))
    ]


Newsroom = tuple[list[Article], Registers, Config, timedelta]
Change = Callable[[Newsroom], Newsroom]


def item(**fields: object) -> Change:
    """A change of the first article."""

    def change(newsroom: Newsroom) -> Newsroom:
        (first, *others), *rest = newsroom
        return ([replace(first, **fields), *others], *rest)  # type: ignore[return-value]

    return change


def declared(**fields: object) -> Change:
    """A change of the registers."""
    return lambda newsroom: (newsroom[0], replace(newsroom[1], **fields), *newsroom[2:])


def configured(**fields: object) -> Change:
    """A change of the configuration."""
    return lambda newsroom: (*newsroom[:2], replace(newsroom[2], **fields), newsroom[3])


CHANGES: tuple[Change, ...] = (
    item(title="Another title"),
    item(standfirst="Another standfirst."),
    item(body="another-digest"),
    item(slug="another-slug"),
    item(date=days_ago(3)),
    item(topics=("child-protection",)),
    item(countries=("BA",)),
    item(content_notes=("violence",)),
    item(authors=("desk",)),
    item(figure=figure()),
    item(language="bs"),
    item(translation_of="key"),
    item(rights=Rights.EXCERPT),
    item(weight=3),
    item(expires=days_ago(1)),
    declared(topics={"forced-labour": Topic(id="forced-labour", title={"": "Work"})}),
    declared(sources={"times": DeclaredSource(id="times", name="Times", url="https://t.example/")}),
    declared(authors={"desk": Author(id="desk", name="Night desk")}),
    declared(content_notes={"violence": ContentNote(id="violence", text={"": "Violence."})}),
    configured(title={"": "Another newsroom"}),
    configured(base_url="https://other.example/"),
    configured(languages=("en", "bs", "de")),
    configured(page_size=3),
    lambda newsroom: (newsroom[0][1:], *newsroom[1:]),
    lambda newsroom: (*newsroom[:3], timedelta(days=2)),
    lambda newsroom: newsroom,
)


def keyed_views(newsroom: Newsroom) -> dict[tuple[str, str], object]:
    """Every view that is deferred, by path and key."""
    items, known, settings_, later = newsroom
    everything: list[Item] = [*items, *EDITIONS]
    read = [replace(one, digest=digest(msgspec.json.encode(one))) for one in everything]
    site, _ = assemble(read, known, settings_, now=NOW + later, show=EVERYTHING)
    return {
        (page.path, page.view.key): page.view.make()
        for page in plan(site, assets(), defer=True)
        if isinstance(page.view, Deferred)
    }


@given(items=articles())
@settings(max_examples=60)
def test_equal_keys_promise_equal_views(items: list[Article]) -> None:
    """Whatever changes in a newsroom, a view with the key of before is the view of before."""
    languages = ("en", "bs")
    newsroom = (items, registers(), config(languages=languages, page_size=2), timedelta())

    before = keyed_views(newsroom)

    assert before
    for number, change in enumerate(CHANGES):
        after = keyed_views(change(newsroom))
        for known in before.keys() & after.keys():
            assert before[known] == after[known], (number, known)


@given(items=articles())
@settings(max_examples=50)
def test_a_deferred_view_is_the_view(items: list[Article]) -> None:
    """Whether a plan defers its views makes no difference to a page."""
    everything: list[Item] = [*items, *EDITIONS]
    read = [replace(one, digest=digest(msgspec.json.encode(one))) for one in everything]
    site, _ = assemble(read, registers(), config(), now=NOW, show=EVERYTHING)

    eager = {page.path: page.view for page in plan(site, assets())}

    for page in plan(site, assets(), defer=True):
        made = page.view.make() if isinstance(page.view, Deferred) else page.view
        assert made == eager[page.path]


@given(items=articles())
@settings(max_examples=30)
def test_a_deferred_view_says_of_which_day_it_is(items: list[Article]) -> None:
    """That of the newest article on it; by this pages find the worker that has made their cards."""
    read = [replace(one, digest=digest(msgspec.json.encode(one))) for one in items]
    site, _ = assemble(read, registers(), config(page_size=2), now=NOW, show=EVERYTHING)

    for page in plan(site, assets(), defer=True):
        if isinstance(page.view, Deferred):
            made = page.view.make()
            if isinstance(made, ArticleView):
                assert page.view.day == made.date.at.toordinal()
            if isinstance(made, ListingView):
                shown = [card.date.at.toordinal() for group in made.groups for card in group.cards]
                assert page.view.day == max(shown, default=0)
