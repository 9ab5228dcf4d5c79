"""Sentences and their values."""

from gettext import NullTranslations

from ht_newsgen.kit.sentences import ENGLISH, UNSAID, number, say, say_counted, spoken

TEXTS = {
    "{key} is {found}": "{key} je {found}",
    "a list": "lista",
    "1,000": "1.000",
    "{count} file": "{count} datoteka",
    "{count} files": "{count} datoteke",
}


class Bosnian(NullTranslations):
    """A catalogue of a few words."""

    def gettext(self, message: str) -> str:
        return TEXTS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return TEXTS[msgid1 if n == 1 else msgid2]


def test_a_sentence_is_english_by_itself() -> None:
    """Values stand where the text names them, and nothing in a value is a name."""
    assert str(say("no item has the id `{id}`", id="{braces}")) == "no item has the id `{braces}`"


def test_another_language_has_its_own_text_and_the_same_values() -> None:
    """A value that is a sentence is said in that language, too."""
    sentence = say("{key} is {found}", key="slug", found=say("a list"))

    assert spoken(sentence, Bosnian()) == "slug je lista"


def test_the_order_in_which_values_are_given_makes_no_other_sentence() -> None:
    """Sentences are compared when problems are told once."""
    assert say("{a} {b}", a=1, b=2) == say("{a} {b}", b=2, a=1)


def test_an_empty_sentence_is_false() -> None:
    """As an empty text is: there is no advice."""
    assert not UNSAID
    assert spoken(UNSAID, Bosnian()) == ""


def test_a_count_chooses_the_form_and_sets_its_thousands_apart() -> None:
    """As each language does."""
    files = [say_counted("{count} file", "{count} files", count=count) for count in (1, 2, 12_000)]

    assert list(map(str, files)) == ["1 file", "2 files", "12,000 files"]
    assert [spoken(one, Bosnian()) for one in files] == [
        "1 datoteka", "2 datoteke", "12.000 datoteke",
    ]  # fmt: skip
    assert number(1_234_567, ENGLISH) == "1,234,567"


def test_sentences_are_compared_by_what_they_say() -> None:
    """However they were put together; so problems can be told once, and in an order."""
    assert say("{a} b", a="a") == say("a b")
    assert len({say("{a} b", a="a"), say("a b")}) == 1
    assert sorted([say("b"), say("{a}", a=3), say("{a}", a="a")]) == [say("3"), say("a"), say("b")]
