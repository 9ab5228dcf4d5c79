"""A child that can be recognised: an age under 18 near a name, a street or a school."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.safeguarding.ages import Age, ages_in, ages_told
from ht_newsgen.checks.safeguarding.scripts import cyrillic
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import Sentence, say

MOST = 500
"""Ages in one text that are looked at: no text that somebody wrote has as many."""
NEAR = 60
"""Characters between an age and a name that belong together."""

END = regex(r"[.!?…][\"”“»)]*\s+(?=[\"„“«(]?[^\W\d_a-zšđčćžа-яђјљњћџ])|\n\s*\n")
"""Of a sentence; a full stop after a number or before a small letter is none."""

CAPITAL = "A-ZÀ-ÖØ-ÞĂĆČĐŠŞȘŢȚŽЂЈ-ЋЏА-Я"
WORD = rf"[{CAPITAL}][^\W\d_]+(?:[-’'][^\W\d_]+)?"
WORDS = regex(rf"{WORD}(?:\s+(?:[{CAPITAL}]\.|{WORD}))*")

STREET = regex(
    rf"\b{WORD}\s+(?:Street|Road|Avenue|Lane|Boulevard|Crescent|Terrace|Alley)\b"
    rf"|\b(?:[Uu]lic[aeiu]|[Uu]licom|[Uu]l\.|[Bb]ulevar\w*|[Nn]aselj[aeu]|[Ss]okak\w*)\s+[{CAPITAL}]"
    rf"|\b{WORD}\s+(?:ulic[aeiu]|ulicom|sokak\w*)\b"
    rf"|\b(?:[Уу]лиц[аеиу]|[Уу]лицом|[Уу]л\.|[Бб]улевар\w*|[Нн]асељ[аеу]|[Сс]окак\w*)\s+[{CAPITAL}]"
    rf"|\b{WORD}\s+(?:улиц[аеиу]|улицом|сокак\w*)\b"
)
SCHOOL = regex(
    rf"\b{WORD}\s+(?:(?:[Pp]rimary|[Ss]econdary|[Ee]lementary|[Hh]igh|[Gg]rammar|[Bb]oarding"
    r"|[Mm]iddle|[Nn]ursery|[Ii]nternational)\s+[Ss]chool|School|College|Academy|Gymnasium)\b"
    rf"|\b(?:[Šš]kol[aeiu]|[Šš]kolom|[Gg]imnazij\w+|[Vv]rtić\w*|OŠ|SŠ)\s+[\"„“«]?[{CAPITAL}]"
    rf"|\b(?:[Шш]кол[аеиу]|[Шш]колом|[Гг]имназиј\w+|[Вв]ртић\w*|ОШ|СШ)\s+[\"„“«]?[{CAPITAL}]"
)
COUNTED = regex(r"[^\W\d_] \(\d+\)")
"""Figures in brackets: several of them beside words that are no known names count something."""
OF_A_PLACE = regex(r"\b(?:in|at|near|from|u|iz|kod|na|у|из|код|на)\s+\Z", re.IGNORECASE)
ENDINGS = ("om", "em", "im", "e", "i", "u", "a", "o")
"""Of names in South Slavic cases: Amira, Amire, Amiri, Amiru, Amirom."""


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, in small letters and both scripts; lines that begin with # are notes."""
    text = Path(__file__).with_name(name).read_text("utf-8").lower()
    words = {word for line in text.split("\n") if line[:1] != "#" for word in line.split()}
    return frozenset(words | {cyrillic(word) for word in words})


@cache
def stems() -> frozenset[str]:
    """Given names without their endings, for those of three letters and more that remain."""
    return frozenset(stem(name) for name in listed("names.txt"))


@cache
def others() -> frozenset[str]:
    """Words that are no names, without their endings."""
    return frozenset(stem(word) for word in listed("not_people.txt") if len(word) > 4)


def stem(name: str) -> str:
    """A name without the ending of its case."""
    latin = next((end for end in ENDINGS if name.endswith((end, cyrillic(end)))), "")
    return name[: len(name) - len(latin)] if len(name) - len(latin) >= 3 else name


def recognisable(manuscript: Manuscript) -> Iterator[Finding]:
    """An age, in the newsroom's own voice, with something beside it that tells who it is."""
    patterns = ages_told(manuscript.spoken)
    for passage in manuscript.passages if patterns else ():
        told = -1
        for age in sorted(ages_in(passage.lowered, patterns))[:MOST]:
            if age.start < told:
                continue
            beside = what_is_beside(passage.prose.unquoted, age)
            if beside is not None:
                told = age.end
                yield Finding(
                    say("the age of a child stands beside {what}", what=beside),
                    say(
                        "Leave out one of the two, or both: say a child, a girl, a pupil\n"
                        "If nobody can be recognised, let somebody look, and write who did:"
                        " safeguarding: {{checked_by: …, checked_on: …}}"
                    ),
                    passage.place(age.start, age.end, manuscript.lines),
                )


def what_is_beside(text: str, age: Age) -> Sentence | None:
    """What there is in the same sentence that tells whose age this is."""
    start, end = sentence_around(text, age.start, age.end)
    sentence = text[start:end]
    if age.beside_a_name:
        # Nothing but a name makes an age of this number.
        return say("a name") if follows_a_name(text, start, end, age) else None
    if is_named(text, start, end, age):
        return say("a name")
    if STREET.search(sentence):
        return say("the name of a street")
    if SCHOOL.search(sentence):
        return say("the name of a school")
    return None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which this piece of the text stands."""
    first = max(0, start - 500)
    begins = [found.end() for found in END.finditer(text, first, start)]
    ends = END.search(text, end, end + 500)
    return (begins[-1] if begins else first), (ends.start() if ends else min(len(text), end + 500))


def is_named(text: str, start: int, end: int, age: Age) -> bool:
    """Whether a person is named near the age."""
    for found in WORDS.finditer(text, max(start, age.start - NEAR), min(end, age.end + NEAR)):
        words = [word.lower() for word in found[0].split()]
        if is_of_office(words, text[: found.start()]):
            continue
        if touches(text, found, age) and is_name(found[0].split()):
            return True
        if any(stem(word) in stems() for word in words):
            return True
    return False


def touches(text: str, words: re.Match[str], age: Age) -> bool:
    """Whether nothing but a comma stands between the two: `14-year-old Amira`, `Amira, aged 14`."""
    between = text[words.end() : age.start] if words.end() <= age.start else None
    if between is None:
        between = text[age.end : words.start()]
        return between in (" ", "\n")
    return between.strip() in (",", "(")


def follows_a_name(text: str, start: int, end: int, age: Age) -> bool:
    """Whether the words before an age name a person; of places, people are counted so."""
    before = text[max(start, age.start - NEAR) : age.start].rstrip("( ,\n")
    last = next((one for one in WORDS.finditer(before) if one.end() == len(before)), None)
    if last is None:
        return False
    words = last[0].split()
    if not is_name(words) or is_of_office([words[0].lower()], ""):
        return False
    if any(stem(word.lower()) in stems() for word in words):
        return True
    return len(COUNTED.findall(text, start, end)) < 2 and not OF_A_PLACE.search(
        before, 0, last.start()
    )


def is_name(words: list[str]) -> bool:
    """Whether these words with capitals may name a person: none is known to do otherwise."""
    if any(word.isupper() and len(word) > 1 and word[-1] != "." for word in words):
        return False
    known = listed("not_people.txt")
    return not any(word.lower() in known or stem(word.lower()) in others() for word in words)


def is_of_office(words: list[str], before: str) -> bool:
    """Whether a name begins with an office, or one stands right before it."""
    return not listed("offices.txt").isdisjoint((*words, *before[-40:].lower().split()[-2:]))
