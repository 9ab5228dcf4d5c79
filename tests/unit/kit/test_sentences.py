"""Sentences and their values."""

from ht_newsgen.kit.sentences import Sentence, say, spoken

BOSNIAN = {"{key} is {found}": "{key} je {found}", "a list": "lista"}


def test_a_sentence_is_english_by_itself() -> None:
    """Values stand where the text names them, and nothing in a value is a name."""
    assert str(say("no item has the id `{id}`", id="{braces}")) == "no item has the id `{braces}`"


def test_another_language_has_its_own_text_and_the_same_values() -> None:
    """A value that is a sentence is said in that language, too."""
    sentence = say("{key} is {found}", key="slug", found=say("a list"))

    assert spoken(sentence, lambda text: BOSNIAN.get(text, text)) == "slug je lista"


def test_the_order_in_which_values_are_given_makes_no_other_sentence() -> None:
    """Sentences are compared when problems are told once."""
    assert say("{a} {b}", a=1, b=2) == say("{a} {b}", b=2, a=1)


def test_an_empty_sentence_is_false() -> None:
    """As an empty text is: there is no advice."""
    assert not Sentence()
