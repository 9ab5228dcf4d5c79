"""Which items say the same in different languages."""

import pytest

from ht_newsgen.graph.translations import group_translations
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Article
from tests.factories import article, assembled, days_ago

ENGLISH = article("floods")
BOSNIAN = article("poplave", language="bs", translation_of="floods-en")
GERMAN = article("flut", language="de", translation_of="floods-en")


def test_translations_know_each_other_in_the_order_of_their_tags() -> None:
    """The original is a translation like the others."""
    items = [GERMAN, ENGLISH, BOSNIAN]

    assert group_translations(items, items) == (
        {
            ENGLISH.path: (BOSNIAN, GERMAN),
            BOSNIAN.path: (GERMAN, ENGLISH),
            GERMAN.path: (BOSNIAN, ENGLISH),
        },
        [],
    )


@pytest.mark.parametrize(
    "items",
    [
        (article("a", translation_of="k"), article("b", language="bs", translation_of="k")),
        (
            article("a", translation_of="b-bs"),
            article("b", language="bs", translation_of="a-en"),
        ),
        (article("a"), article("b", language="bs", translation_of="a-en")),
    ],
    ids=["a shared key", "a circle", "an id"],
)
def test_two_items_belong_together(items: tuple[Article, ...]) -> None:
    """Whatever way the editor chose to say so."""
    one, other = items

    assert group_translations(items, items) == ({one.path: (other,), other.path: (one,)}, [])


def test_a_chain_of_translations_is_one_group() -> None:
    """A translation may have been made from a translation."""
    chained = article("flut", language="de", translation_of=BOSNIAN.id)
    items = [ENGLISH, BOSNIAN, chained]

    groups, problems = group_translations(items, items)

    assert groups[ENGLISH.path] == (BOSNIAN, chained)
    assert problems == []


def test_an_item_alone_has_no_translations() -> None:
    """Most sites have one language."""
    assert group_translations([ENGLISH], [ENGLISH]) == ({}, [])


def test_one_language_has_one_translation() -> None:
    """The older counts; the newer is published by itself and told."""
    again = article(
        "poplave-opet",
        language="bs",
        translation_of="floods-en",
        date=days_ago(1),
        places={"translation_of": (3, 17)},
    )

    groups, problems = group_translations([again, ENGLISH, BOSNIAN], [again, ENGLISH, BOSNIAN])

    assert groups == {ENGLISH.path: (BOSNIAN,), BOSNIAN.path: (ENGLISH,)}
    assert problems == [
        Problem(
            place=Place(again.path, 3, 17),
            rule="translation/same-language",
            message=say(f"`{BOSNIAN.path}` is a translation into `bs` already"),
            help=say("Correct `language` or `translation_of` in one of the two"),
        )
    ]


def test_a_translation_of_nobody_is_told() -> None:
    """With the id that was probably meant."""
    lost = article("poplave", language="bs", translation_of="flods-en")

    _, problems = group_translations([ENGLISH, lost], [ENGLISH, lost])

    assert problems == [
        Problem(
            place=Place(lost.path),
            rule="reference/translation",
            message=say("no item has the id `flods-en`, and none shares it as `translation_of`"),
            help=say(f"Did you mean `floods-en`, the id of `{ENGLISH.path}`?"),
            severity=Severity.WARNING,
        )
    ]


def test_a_translation_of_a_draft_is_no_mistake() -> None:
    """The original is only not shown yet, so no reader is led to it."""
    made, problems = assembled([article("floods", draft=True), BOSNIAN], languages=("en", "bs"))

    assert (made.translations, problems) == ({}, ())
