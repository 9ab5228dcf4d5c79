"""The corpus: as many items as one asks for, the same ones every time.

Of a hundred items 60 are short notes, 38 stories and 2 long documents. Every item is drawn with
dice of its own, so that the first thousand are the same whether a thousand or a million are made.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from benchmarks import prose, registers
from benchmarks.items import FLASH, PAGES, STORY, Item
from benchmarks.prose import between, draw

FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2025, 12, 31)
PHRASES = prose.read_phrases()
LANGUAGES = [tag for tag, phrases in PHRASES.items() for _ in range(phrases.share)]


def make_corpus(count: int) -> Iterator[Item]:
    """`count` dated items in no particular order, and a handful of standing pages."""
    yield from (make_item(number) for number in range(count))
    yield from standing_pages()


def make_item(number: int, *, day: date | None = None) -> Item:
    """The item of this number; `day` says when it was posted, else the dice do."""
    dice = Random(f"item {number}")  # a text is hashed by SHA-512, whatever the hash seed
    language = draw(dice, LANGUAGES)
    phrases = PHRASES[language]
    kind = dice.random()
    if kind < 0.60:
        section, body = FLASH, prose.flash(dice, phrases)
    elif kind < 0.98:
        section, body = STORY, prose.story(dice, phrases, between(dice, 1, 3))
    else:
        section, body = STORY, prose.story(dice, phrases, between(dice, 8, 14))
    topics = _some(dice, list(registers.TOPICS), 1, 2)
    told_elsewhere = section == FLASH or dice.random() < 0.5
    source = draw(dice, list(registers.SOURCES)) if told_elsewhere else ""
    return Item(
        section=section,
        slug=f"{topics[0]}-{number}",
        title=prose.headline(dice, phrases),
        standfirst=prose.sentence(dice, phrases),
        body=body,
        language=language,
        date=day or FIRST_DAY + timedelta(between(dice, 0, (LAST_DAY - FIRST_DAY).days)),
        topics=topics,
        countries=_some(dice, list(registers.COUNTRIES), 0, 2),
        source=source,
        source_url=f"{registers.source_home(source)}{number}" if source else "",
        authors=(draw(dice, list(registers.AUTHORS)),) if section == STORY else (),
    )


def standing_pages() -> list[Item]:
    """Pages that are always there and in no list."""
    pages = []
    for slug, title in registers.PAGES.items():
        dice = Random(f"page {slug}")
        pages.append(
            Item(
                section=PAGES,
                slug=slug,
                title=title,
                standfirst=prose.sentence(dice, PHRASES["en"]),
                body=prose.story(dice, PHRASES["en"], 3),
            )
        )
    return pages


def _some(dice: Random, among: list[str], low: int, high: int) -> tuple[str, ...]:
    """A few different ones, in the order of the alphabet."""
    return tuple(sorted({draw(dice, among) for _ in range(between(dice, low, high))}))
