"""Laws of the graph and the plan, for any newsroom.

Newsrooms are drawn from few days, slugs and terms, so that they collide, tie and share a lot.
"""

import subprocess
import sys
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.article import Article, Citation, Item, Status
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Show, Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.paginate import paginate
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.views.listing import ListingView
from tests.factories import NOW, article, assets, config, days_ago, registers, standing_page

ROOT = Path(__file__).parents[2]
PAGE_SIZE = 3
TOPICS = ("forced-labour", "child-protection", "not-declared")
NEWEST = days_ago(0)

pick = st.sampled_from
few = settings(max_examples=30)
"""For laws that need a whole newsroom, or two, for each example."""


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article, dated before today."""
    number = draw(st.integers(0, 10**6))
    slug = draw(pick(("floods", "Floods", "fire", f"item-{number}", f"item-{number}")))
    return article(
        slug,
        path=f"content/{number}.md",
        id=draw(pick((f"id-{number}", f"id-{number}", "same"))),
        title=draw(pick(("Floods", f"Item {number}"))),
        section=draw(pick(("flash", "stories"))),
        language=draw(pick(("en", "en", "bs", "de"))),
        date=days_ago(draw(st.integers(1, 60))),
        topics=tuple(draw(st.lists(pick(TOPICS), max_size=3))),
        countries=tuple(draw(st.lists(pick(("BA", "HR")), max_size=2))),
        authors=tuple(draw(st.lists(pick(("desk", "Ana Anić")), max_size=2))),
        source=draw(pick((None, Citation(name="Times"), Citation(id="europol")))),
        rights=draw(pick(Rights)),
        aliases=tuple(draw(st.lists(pick(("/old/", "/old/a.html", "/floods")), max_size=2))),
        translation_of=draw(pick(("", "", "same", f"id-{number}", "key"))),
        standfirst=draw(pick(("", "What happened."))),
        excerpt="",
        body=draw(pick(("", "digest"))),
        draft=draw(pick((False, False, False, True))),
        expires=draw(pick((None, None, days_ago(2)))),
        status=draw(pick((Status.USABLE, Status.USABLE, Status.WITHDRAWN))),
        weight=draw(pick((0, 0, 0, 5))),
    )


newsrooms = st.lists(articles(), max_size=25, unique_by=lambda one: one.path)


def newsroom(items: list[Article]) -> Site:
    """The site of the items, in two languages, whatever is wrong between them."""
    made, _ = assemble(
        items, registers(), config(page_size=PAGE_SIZE, languages=("en", "bs")), now=NOW
    )
    return made


def outputs(items: list[Article]) -> dict[str, Page]:
    """Everything that can be written for the items, by path."""
    kept, _ = find_collisions(plan(newsroom(items), assets()))
    return {page.path: page for page in kept}


@few
@given(newsrooms, st.randoms(use_true_random=False))
def test_the_order_of_items_changes_nothing(items: list[Article], random: Random) -> None:
    """Folders are listed in any order."""
    settings_, known = config(languages=("en", "bs")), registers()
    shuffled = list(items)
    random.shuffle(shuffled)

    assert assemble(shuffled, known, settings_, now=NOW) == assemble(
        items, known, settings_, now=NOW
    )


@few
@given(newsrooms)
def test_every_item_is_shown_or_left_out_or_told(items: list[Article]) -> None:
    """Nothing gets lost without a word."""
    made, problems = assemble(items, registers(), config(languages=("en", "bs")), now=NOW)

    shown = {one.path for one in made.articles}
    hidden = {one.item.path for one in made.left_out}
    told = {problem.place.path for problem in problems}

    assert not shown & hidden
    assert {one.path for one in items} <= shown | hidden | told


@few
@given(newsrooms)
def test_planned_paths_are_unique(items: list[Article]) -> None:
    """However items are named, what is kept of a plan has each path once, in any spelling."""
    kept, _ = find_collisions(plan(newsroom(items), assets()))
    paths = [page.path.casefold() for page in kept]

    assert len(paths) == len(set(paths))


@few
@given(newsrooms)
def test_the_graph_leaves_no_collision_between_items(items: list[Article]) -> None:
    """The addresses of items and aliases are settled before anything is planned."""
    _, problems = find_collisions(plan(newsroom(items), assets()))

    assert problems == ()


@few
@given(newsrooms)
def test_earlier_coverage_is_earlier(items: list[Article]) -> None:
    """Strictly older, in the same language, never the item itself; at most three."""
    made = newsroom(items)
    by_path = {one.path: one for one in made.articles}

    for path, found in made.earlier.items():
        item = by_path[path]
        assert 0 < len(found) <= 3
        assert all(one.date.at < item.date.at for one in found)
        assert all(one.language == item.language for one in found)


@given(st.lists(st.integers(), max_size=200), st.integers(1, 20))
def test_pages_cover_everything_once(listed: list[int], size: int) -> None:
    """In order; full pages are full, and the newest is never too long."""
    pages = paginate(listed, size)
    together = [*pages.newest, *(one for page in reversed(pages.full) for one in page)]

    assert together == listed
    assert all(len(page) == size for page in pages.full)
    assert len(pages.newest) < 2 * size
    assert not pages.full or len(pages.newest) >= size


@few
@given(newsrooms)
def test_every_listing_covers_its_articles_once(items: list[Article]) -> None:
    """What is pinned stands on the newest page once more."""
    made = newsroom(items)
    found = outputs(items)

    for section, listed in made.listings[0].by_section.items():
        views = [
            page.view
            for path, page in found.items()
            if path.startswith(f"{section}/") and isinstance(page.view, ListingView)
        ]
        cards = [card.id for view in views for group in view.groups for card in group.cards]
        again = [one.id for one in listed if one.weight > 0 and cards.count(one.id) == 2]
        assert sorted(cards) == sorted([*(one.id for one in listed), *again])


@few
@given(newsrooms)
def test_a_full_page_does_not_change_when_something_newer_comes(items: list[Article]) -> None:
    """Not even its head: a reader's link, and a cache, hold for ever."""
    newer = article("brand-new", date=NEWEST, topics=("forced-labour",), countries=("BA",))
    before, after = outputs(items), outputs([*items, newer])

    for path, page in before.items():
        if isinstance(page.view, ListingView) and page.view.pager.number:
            assert after[path] == page


BOUND = 60
"""Outputs that one article with one topic, country, source and author may touch."""


@few
@given(st.lists(articles(), min_size=20, max_size=40, unique_by=lambda one: one.path))
def test_a_new_article_touches_a_bounded_number_of_outputs(items: list[Article]) -> None:
    """However many there are: its own page, the newest pages of its lists, feeds and sitemaps."""
    newer = article(
        "brand-new",
        date=NEWEST,
        topics=("forced-labour",),
        countries=("BA",),
        authors=("desk",),
        source=Citation(id="europol"),
    )
    before, after = outputs(items), outputs([*items, newer])
    touched = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
    other_articles = [
        path
        for path in touched
        if path in before and before[path].kind in (PageKind.ARTICLE, PageKind.PAGE)
    ]

    assert len(touched) <= BOUND
    assert other_articles == []


@few
@given(newsrooms)
def test_nothing_withheld_reaches_a_view(items: list[Article]) -> None:
    """Neither uncleared nor withdrawn nor hidden texts."""
    marked: list[Item] = [
        article("uncleared", rights=Rights.UNVERIFIED, body="SECRET"),
        article("withdrawn", status=Status.WITHDRAWN, body="SECRET", title="SECRET"),
        article("draft", draft=True, body="SECRET", title="SECRET"),
        standing_page("announced", publish=days_ago(-1), body="SECRET", title="SECRET"),
    ]
    made, _ = assemble([*items, *marked], registers(), config(), now=NOW, show=Show())

    assert "SECRET" not in repr([page.view for page in plan(made, assets())])


def test_the_plan_does_not_depend_on_the_hash_seed() -> None:
    """Sets and hashes play no part in any view."""
    program = "from tests.properties.test_graph import fixed_plan_digest as d; print(d())"
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(digests) == 1


def fixed_plan_digest() -> str:
    """Of the plan of a newsroom in which much is shared."""
    items = [
        article(
            f"item-{n}",
            date=days_ago(n // 3 + 1),
            language=("en", "bs")[n % 5 == 0],
            topics=("forced-labour", "child-protection")[: n % 3],
            countries=("BA", "HR", "RO")[: n % 4],
            authors=("desk", "Ana Anić", "Ivo Ivić")[n % 3 :],
            source=Citation(name=f"Source {n % 7}"),
            translation_of=f"key-{n // 5}",
            aliases=(f"/old/{n}/",),
        )
        for n in range(40)
    ]
    return digest(repr(plan(newsroom(items), assets())).encode())
