"""Which language a text is in: a voice that does not know reads nonsense (WCAG 2.2, 3.1.2)."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.markup import text_in
from ht_newsgen.checks.written import place_of_words
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.languages import canonical_language, nearest_language

SCRIPTS = {
    "Cyrillic": ("Cyrl", "\u0400-\u052f\u1c80-\u1c8f", "ru"),
    "Greek": ("Grek", "\u0370-\u03ff\u1f00-\u1fff", "el"),
    "Arabic": ("Arab", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff", "ar"),
    "Hebrew": ("Hebr", "\u0590-\u05ff", "he"),
    "Armenian": ("Armn", "\u0530-\u058f", "hy"),
    "Georgian": ("Geor", "\u10a0-\u10ff\u1c90-\u1cbf", "ka"),
    "Devanagari": ("Deva", "\u0900-\u097f", "hi"),
    "Bengali": ("Beng", "\u0980-\u09ff", "bn"),
    "Thai": ("Thai", "\u0e00-\u0e7f", "th"),
    "Ethiopic": ("Ethi", "\u1200-\u137f", "am"),
    "Chinese": ("Hani", "\u3400-\u9fff\uf900-\ufaff", "zh"),
    "Japanese": ("Jpan", "\u3040-\u30ff", "ja"),
    "Korean": ("Kore", "\uac00-\ud7af\u1100-\u11ff", "ko"),
    "Latin": ("Latn", "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "en"),
}
"""Name, code of ISO 15924, letters, and the language that most texts in it are in."""
TOLD_BY = {
    "sr": "ђјљњћџЂЈЉЊЋЏ",
    "mk": "ѓќѕЃЌЅ",
    "uk": "іїєґІЇЄҐ",
    "ur": "ٹڈڑے",
    "fa": "پچژگ",
}
"""Letters that only one of the languages of a script has, or that give it away."""
HAN = frozenset(("Hani", "Hans", "Hant", "Jpan", "Kore"))
"""What Chinese characters stand in."""
LETTERS = 15
"""So many in a row are more than a name; of Chinese, where one is a word, a third of that."""
WORDS_IN_LATIN = 8
"""Names of organisations are written in Latin letters in every script; this many are a sentence."""
_LETTER_RUN = regex(r"[^\W\d_]+")
_NOT_LATIN = regex("[\u0370-\u1fff\u2e80-\ufeff]")
_LANG = regex(r"""<[A-Za-z][^<>]*?\slang\s*=\s*(?P<tag>"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""")
_PATTERNS = {name: regex(f"[{letters}]") for name, (_, letters, _) in SCRIPTS.items()}


def unknown_tags(manuscript: Manuscript) -> Iterator[Finding]:
    """A `lang` that names no language; it is left out of the page, so it is sought in the text."""
    if "lang" not in manuscript.body.text:
        return
    shown = text_in(manuscript.tree)
    for found in _LANG.finditer(manuscript.body.text):
        tag = found["tag"].strip("\"'")
        if not canonical_language(tag) and found[0] not in shown:
            meant = nearest_language(tag)
            yield Finding(
                say("`{tag}` names no language", tag=tag[:40]),
                say('Write it as: lang="{tag}"', tag=meant)
                if meant
                else say("Write a language's code, as bs for Bosnian or sr-Cyrl"),
                manuscript.body.place(found.start("tag")),
            )


def other_scripts(manuscript: Manuscript) -> Iterator[Finding]:
    """A passage in other letters than the item's language is written in, and not marked."""
    item = manuscript.item
    own = script_of(item.language)
    if own == "Latn" and not _NOT_LATIN.search(item.title + manuscript.html):
        return
    found = foreign_passage(item.title, own)
    if found:
        name, words = found
        yield Finding(
            say(
                "the title is in {script} letters, and the item's language is `{language}`",
                script=name,
                language=item.language,
            ),
            say(
                "Write the language that it is in: language: {language}",
                language=language_of(words, name),
            ),
            place_of(item, "language", "title"),
        )
        return
    for text in unmarked_texts(manuscript.tree):
        found = foreign_passage(text, own)
        if found:
            name, words = found
            yield Finding(
                say(
                    "`{words}` is in {script} letters, and a voice for `{language}` reads it out",
                    words=words[:60],
                    script=name,
                    language=item.language,
                ),
                say(
                    'Mark its language: <span lang="{language}">{words}</span>',
                    language=language_of(words, name),
                    words=words if len(words) < 60 else "…",
                ),
                place_of_words(words, manuscript.body),
            )


def unmarked_texts(element: Any) -> Iterator[str]:
    """Every piece of text that is not within an element with a `lang`, nor in code."""
    if not isinstance(element.tag, str) or element.get("lang") or element.tag in ("code", "pre"):
        return
    if element.text:
        yield element.text
    for inside in element:
        yield from unmarked_texts(inside)
        if inside.tail:
            yield inside.tail


def foreign_passage(text: str, own: str) -> tuple[str, str] | None:
    """The first passage in other letters than those of this script: which, and its words."""
    if own == "Latn" and text.isascii():
        return None
    words = ((script_in(found[0][0]), found) for found in _LETTER_RUN.finditer(text))
    for name, run in groupby(words, key=lambda pair: pair[0]):
        if not name or is_own(name, own):
            continue
        spans = [found for _, found in run]
        letters = sum(len(found[0]) for found in spans)
        enough = LETTERS // 3 if SCRIPTS[name][0] in HAN else LETTERS
        if letters >= enough and (name != "Latin" or len(spans) >= WORDS_IN_LATIN):
            return name, text[spans[0].start() : spans[-1].end()]
    return None


def language_of(words: str, name: str) -> str:
    """The language that a passage in letters of this name is probably in."""
    for language, letters in TOLD_BY.items():
        if any(letter in words for letter in letters):
            return language
    return SCRIPTS[name][2]


@cache
def script_in(letter: str) -> str:
    """The name of the script of a letter; "" for one that is not in the table."""
    return next((name for name, pattern in _PATTERNS.items() if pattern.match(letter)), "")


def is_own(name: str, own: str) -> bool:
    """Whether a language of this script is written in letters of this name."""
    code = SCRIPTS[name][0]
    return code == own or (code in HAN and own in HAN)


@cache
def script_of(language: str) -> str:
    """The script of a language, as CLDR knows it: `Latn`; that too for what it does not know."""
    from babel.core import get_global

    parts = language.split("-")
    written = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if written:
        return written.title()
    likely: Any = get_global("likely_subtags")
    found = likely.get("_".join(parts)) or likely.get(parts[0]) or ""
    return next((part for part in found.split("_") if len(part) == 4), "Latn")
