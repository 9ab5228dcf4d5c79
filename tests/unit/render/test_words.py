"""The theme's words where it has none in the language of a page."""

import pytest

from ht_newsgen.i18n.messages import translations
from ht_newsgen.render.words import make_gettext, make_ngettext, make_theme_words, marked


def say(tag: str, message: str, **values: object) -> str:
    return str(make_gettext(translations(tag), tag)(message, **values))


def page(text: str, language: str = "de") -> str:
    return f'<!doctype html>\n<html lang="{language}" dir="ltr"><title>T</title>{text}</html>'


@pytest.mark.parametrize("tag", ["en", "en-GB", "bs", "sr-ME"])
def test_a_language_that_the_theme_speaks_has_no_marks(tag: str) -> None:
    """Its pages are what their templates say."""
    words = say(tag, "Archive") + make_theme_words(tag)("Archive")

    assert words.isprintable()
    assert marked(page(f"<p>{words}")) == page(f"<p>{words}")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "de",
            f"<p>{say('de', 'Archive')}</p>",
            '<p><span lang="en">Archive</span></p>',
            id="words",
        ),
        pytest.param(
            "ar",
            f"<p>{say('ar', 'Archive')}</p>",
            '<p><span lang="en" dir="ltr">Archive</span></p>',
            id="in the other direction",
        ),
        pytest.param(
            "de",
            f'<nav aria-label="{say("de", "Sections")}">',
            '<nav aria-label="Sections">',
            id="an attribute",
        ),
        pytest.param(
            "de",
            f"<title>{say('de', 'Archive')} – Zeitung</title>",
            "<title>Archive – Zeitung</title>",
            id="where no element may stand",
        ),
        pytest.param(
            "de",
            f'<option value="">{say("de", "All")}</option><option>Recht</option>',
            '<option value="" lang="en">All</option><option>Recht</option>',
            id="an option says it itself",
        ),
        pytest.param(
            "de",
            f"<p>{say('de', 'Read more: %(title)s', title='A < B')}</p>",
            '<p><span lang="en">Read more: <span lang="de">A &lt; B</span></span></p>',
            id="a value is in the language of the page",
        ),
        pytest.param(
            "ar",
            f"<p>{say('ar', 'page %(number)s', number='3')}</p>",
            '<p><span lang="en" dir="ltr">page 3</span></p>',
            id="a number is in none",
        ),
        pytest.param(
            "de",
            f"<h1>{make_theme_words('de')('Topics')}</h1>",
            '<h1><span lang="en">Topics</span></h1>',
            id="words of a view",
        ),
    ],
)
def test_english_words_say_that_they_are_english(language: str, text: str, expected: str) -> None:
    """In text; attributes and titles cannot."""
    assert marked(page(text, language)) == page(expected, language)


def test_a_count_is_said_once_for_each_number() -> None:
    """In the form of the number, marked like every sentence."""
    count = make_ngettext(translations("de"), "de")
    one, two = (count("%(count)s item", "%(count)s items", n, count=n) for n in (1, 2))

    assert marked(page(f"{one}, {two}")) == page(
        '<span lang="en">1 item</span>, <span lang="en">2 items</span>'
    )
