"""Alternative texts: what a picture says to somebody who cannot see it (WCAG 2.2, 1.1.1)."""

import re
from collections.abc import Iterator

from ht_newsgen.checks.accessibility.words import ANNOUNCING, NO_PICTURES
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import Sentence, say

LONGEST = 300
"""Characters; a listener cannot go back within it."""
_FILE_NAME = regex(
    r"(?:[\w.-]+\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg|bmp)"
    r"|(?:IMG|DSC[NF]?|PXL|PICT|P|MVI|WhatsApp Image|Screen ?shot)[\s_-]*\d[\w\s.:-]*"
    r"|\d{6,}[\w-]*|[0-9a-f]{12,})",
    re.IGNORECASE,
)
_SAID_EMPTY = regex(r"""\salt\s*=\s*(?:""|'')""", re.IGNORECASE)


def undescribed(manuscript: Manuscript) -> Iterator[Finding]:
    """A picture of the text that says nothing, unless somebody has written that it need not."""
    for picture in manuscript.pictures:
        if not picture.text and not _means_nothing(manuscript, picture.place):
            name = picture.address.rpartition("/")[2]
            yield Finding(
                say("the picture `{name}` says nothing to somebody who cannot see it", name=name),
                say(
                    "Write what it shows: ![WHAT IT SHOWS]({name})\n"
                    'If it only decorates, write it as: <img src="{name}" alt="">',
                    name=name,
                ),
                picture.place,
            )


def ill_described(manuscript: Manuscript) -> Iterator[Finding]:
    """An alternative text that is none."""
    figure = manuscript.item.figure
    described = [(picture.text, picture.place) for picture in manuscript.pictures]
    if figure is not None:
        described.append((figure.alt, place_of(manuscript.item, "image.alt", "image")))
    for alt, place in described:
        found = wrong_with(alt)
        if found is not None:
            yield Finding(*found, place)


def wrong_with(alt: str) -> tuple[Sentence, Sentence] | None:
    """What is wrong with an alternative text, and what to do; None if nothing is."""
    plain = " ".join(alt.split())
    show = say("Write what the picture shows, as you would tell it on the telephone")
    if not plain:
        return None
    if _FILE_NAME.fullmatch(plain):
        return say("the picture is described by the name of a file, `{alt}`", alt=plain[:60]), show
    if plain.casefold().strip(".: ") in NO_PICTURES:
        return say("`{alt}` says only that there is a picture", alt=plain), show
    if len(plain) > LONGEST:
        return (
            say(
                "the picture is described in {count} characters; {limit} can be listened to",
                count=len(plain),
                limit=LONGEST,
            ),
            say("Write in one sentence what it shows, and the rest into the text"),
        )
    for beginning in ANNOUNCING:
        if plain.casefold().startswith(beginning):
            rest = plain[len(beginning) :]
            return (
                say(
                    "`{words}` is said already when a picture is read out", words=beginning.strip()
                ),
                say("Write it as: {alt}", alt=rest[:1].upper() + rest[1:]),
            )
    return None


def _means_nothing(manuscript: Manuscript, place: Place) -> bool:
    """Whether `alt=""` is written there: then somebody has decided it."""
    lines = manuscript.lines[max(0, place.line - 2) : place.line + 1]
    return bool(_SAID_EMPTY.search(" ".join(lines)))
