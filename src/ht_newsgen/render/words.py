"""The theme's sentences in the language of a page, for templates.

A language without a catalogue is told them in English. Such words are marked here by characters
that stand for nothing, and `marked` makes elements of them once the page is whole: where there is
text, since no attribute can say in which language it is (WCAG 2.2, 3.1.2). An option, which holds
no elements, says it itself; so could a title, but that has the name of the site in it.
"""

import gettext
import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from ht_newsgen.i18n.formats import text_direction
from ht_newsgen.i18n.messages import SOURCE_LANGUAGE, is_spoken
from ht_newsgen.kit.patterns import regex

REMEMBERED = 4096
"""Sentences with what is put into them: more than a theme has, and a few that come again."""

_WORDS, _END, _VALUE, _VALUE_END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""Noncharacters (Unicode, 23.7), which no text has: around a sentence, and around what is put into
it, which is in the language of the page."""
_MARKS = regex(f"[{_WORDS}-{_VALUE_END}]")
_PLACEHOLDER = regex(r"%\(\w+\)s")
_NUMBER = regex(rf"{_VALUE}([^{_VALUE_END}<&]*?){_VALUE_END}")
_OPTION = regex(rf"<option([^>]*)>{_WORDS}([^{_WORDS}-{_VALUE_END}<]*){_END}</option>")
_PAGE_LANGUAGE = regex(r'<html[^>]*\slang="([\w-]+)"')
_PIECES = regex(
    r"<(title|option|script|style|textarea)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL | re.IGNORECASE
)
"""Elements that hold nothing but text, tags, and text between tags."""


def make_gettext(catalogue: gettext.NullTranslations, tag: str) -> Callable[..., Markup]:
    """`_("Read more: %(title)s", title=…)`: as Jinja's own, but remembered.

    A sentence is a format string even if nothing is put into it: `%%` is one `%`.
    """
    spoken = is_spoken(tag)

    @lru_cache(maxsize=REMEMBERED, typed=True)
    def say(message: str, **variables: object) -> Markup:
        text = catalogue.gettext(message)
        return _sentence(text, spoken) % variables

    return say


def make_ngettext(catalogue: gettext.NullTranslations, tag: str) -> Callable[..., Markup]:
    """`ngettext("%(count)s item", "%(count)s items", n, count=n|number)`, likewise."""
    spoken = is_spoken(tag)

    @lru_cache(maxsize=REMEMBERED, typed=True)
    def say(one: str, many: str, number: int, **variables: object) -> Markup:
        text = catalogue.ngettext(one, many, number)
        return _sentence(text, spoken) % {"num": number, **variables}

    return say


def make_theme_words(tag: str) -> Callable[[str], str]:
    """`{{ view.head.title|theme_words }}`: what a view says with the theme's words."""
    if is_spoken(tag):
        return str
    return lambda text: f"{_WORDS}{text}{_END}"


def marked(html: str) -> str:
    """A page, or a mail, with the English words that stand in it within elements that say so."""
    if _WORDS not in html:
        return html
    said = _PAGE_LANGUAGE.search(html)
    tag = said[1] if said else SOURCE_LANGUAGE
    rtl = text_direction(tag) == "rtl"
    opening = {
        _WORDS: f'<span lang="{SOURCE_LANGUAGE}"' + (' dir="ltr">' if rtl else ">"),
        _VALUE: f'<span lang="{tag}"' + (' dir="rtl">' if rtl else ">"),
    }

    def piece(found: re.Match[str]) -> str:
        text = found[0]
        if text.startswith("<"):
            return _MARKS.sub("", text)
        return _MARKS.sub(lambda mark: opening.get(mark[0], "</span>"), text)

    in_options = _OPTION.sub(rf'<option\1 lang="{SOURCE_LANGUAGE}">\2</option>', html)
    return _PIECES.sub(piece, _NUMBER.sub(_number, in_options))


def _sentence(text: str, spoken: bool) -> Markup:
    if not spoken:
        within = _PLACEHOLDER.sub(lambda place: f"{_VALUE}{place[0]}{_VALUE_END}", text)
        text = f"{_WORDS}{within}{_END}"
    return Markup(text)  # noqa: S704 - catalogues are ours


def _number(found: re.Match[str]) -> str:
    """A value without letters is the same in every language."""
    return found[0] if any(map(str.isalpha, found[1])) else found[1]
