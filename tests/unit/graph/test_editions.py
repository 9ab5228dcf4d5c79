"""What editions carry, and what they never do."""

from ht_newsgen.model.article import Article, Status
from ht_newsgen.model.edition import EditionPart, Order
from ht_newsgen.model.site import Show, Site
from tests.factories import article, assembled, at, day, edition, site

JANUARY = article("january", date=day(2018, 1, 31))
FIRST = article("first", date=day(2018, 2, 1))
MIDDLE = article("middle", date=day(2018, 2, 14), section="stories")
LAST = article("last", date=at(2018, 2, 28, 23))
MARCH = article("march", date=day(2018, 3, 1))
ALL = (JANUARY, FIRST, MIDDLE, LAST, MARCH)


def carried(made: Site) -> list[tuple[str, list[str]]]:
    """Sections and slugs of what the newest edition carries."""
    parts = made.contents[made.editions[0].path]
    return [(part.section, [one.slug for one in part.articles]) for part in parts]


def test_a_period_holds_its_first_and_its_last_day() -> None:
    """Sections in the order of the configuration, the newest first; `until` is the own date."""
    assert carried(site([*ALL, edition()])) == [
        ("flash", ["last", "first"]),
        ("stories", ["middle"]),
    ]


def test_sections_are_chosen_and_put_in_order() -> None:
    """As the edition names them."""
    made = site([*ALL, edition(sections=("stories", "flash"), order=Order.OLDEST)])

    assert carried(made) == [("stories", ["middle"]), ("flash", ["first", "last"])]


def test_a_moment_ends_a_period_at_once() -> None:
    """Only a bare day is meant to its end."""
    made = site([*ALL, edition(until=at(2018, 2, 14, 0))])

    assert carried(made) == [("flash", ["first"])]


def test_what_is_named_stands_in_the_order_of_naming() -> None:
    """Under its section; what is named twice stands once."""
    names = tuple(one.id for one in (MARCH, MIDDLE, JANUARY, MARCH))
    made = site([*ALL, edition(items=names, order=Order.GIVEN)])

    assert carried(made) == [("flash", ["march", "january"]), ("stories", ["middle"])]


def test_another_language_is_preferred_where_there_is_a_translation() -> None:
    """What has none is carried as it is."""
    prvi = article("prvi", language="bs", date=day(2018, 2, 1), translation_of=FIRST.id)
    made = site(
        [*ALL, prvi, edition(language="bs", items=(FIRST.id, LAST.id), order=Order.GIVEN)],
        languages=("en", "bs"),
    )

    assert carried(made) == [("flash", ["prvi", "last"])]


def test_a_period_is_that_of_one_language() -> None:
    """An edition in Bosnian carries what was posted in Bosnian."""
    prvi = article("prvi", language="bs", date=day(2018, 2, 1))
    made = site([*ALL, prvi, edition(language="bs")], languages=("en", "bs"))

    assert carried(made) == [("flash", ["prvi"])]


def test_nothing_withdrawn_or_expired_is_carried_and_nobody_is_to_blame() -> None:
    """Whatever was sent years ago, it must not stop a build today."""
    gone = article("gone", status=Status.WITHDRAWN)
    over = article("over", expires=day(2018, 2, 20))
    named = edition("by-hand", items=(gone.id, over.id, LAST.id), order=Order.GIVEN)

    made, problems = assembled([*ALL, gone, over, named, edition(date=day(2018, 2, 27))])

    assert problems == ()
    carried_slugs = {
        one.slug for parts in made.contents.values() for part in parts for one in part.articles
    }
    assert carried_slugs == {"first", "middle", "last"}


def test_a_draft_is_not_carried_and_that_is_told() -> None:
    """At the id that names it."""
    draft = article("sketch", draft=True)
    places = {"items": (5, 8), "items.1": (5, 12)}
    named = edition(items=(LAST.id, draft.id), order=Order.GIVEN, places=places)

    made, problems = assembled([*ALL, draft, named])

    assert carried(made) == [("flash", ["last"])]
    assert [(one.rule, one.place.column) for one in problems] == [("edition/item", 12)]


def test_a_preview_of_editions_shows_no_draft_of_an_item() -> None:
    """The edition that is a draft itself is shown; what it carries is what readers see."""
    draft = article("sketch", date=day(2018, 2, 2), draft=True)
    made, _ = assembled([*ALL, draft, edition(draft=True)], show=Show(editions=True))
    hidden, _ = assembled([*ALL, draft, edition(draft=True)])

    assert carried(made) == [("flash", ["last", "first"]), ("stories", ["middle"])]
    assert hidden.editions == ()


def test_ids_and_sections_that_are_not_there_are_told_with_the_nearest() -> None:
    """`edition/item` and `edition/section`."""
    named = edition("by-hand", items=("lost-en",))
    of_sections = edition(sections=("storys",))

    _, problems = assembled([*ALL, named, of_sections])

    assert sorted((one.rule, str(one.help)) for one in problems) == [
        ("edition/item", "Did you mean `last-en`?"),
        ("edition/section", "Did you mean `stories`?"),
    ]


def test_an_edition_that_carries_nothing_is_told() -> None:
    """`edition/empty`: it would be sent for nothing."""
    made, problems = assembled([*ALL, edition(since=day(2017, 1, 1), until=day(2017, 2, 1))])

    assert carried(made) == []
    assert [one.rule for one in problems] == ["edition/empty"]


def test_an_edition_of_one_article_is_whole() -> None:
    """The value itself."""
    made = site([FIRST, edition()])

    parts = made.contents[made.editions[0].path]
    assert parts == (EditionPart(section="flash", articles=made.articles),)
    assert isinstance(parts[0].articles[0], Article)
