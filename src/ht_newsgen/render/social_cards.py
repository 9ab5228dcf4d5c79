"""Social cards, drawn: a title on a quiet ground, in the colours and the typeface of the theme.

No photograph: a link to a text about victims shall show nobody. See
`docs/decisions/0021-social-cards.md`.
"""

import io
from bisect import bisect
from collections.abc import Iterator
from functools import cache

import PIL
from PIL import Image, ImageColor, ImageDraw, features

from ht_newsgen.kit.text import cut
from ht_newsgen.pages.social_cards import HEIGHT, WIDTH
from ht_newsgen.pages.views.machine import SocialCardView
from ht_newsgen.render.typefaces import Typeface, as_drawn, drawable, loaded, typeface

GROUND, INK, SOFT, MARK = "#0b3b44", "#ffffff", "#b9d3d8", "#ffd24d"
MARGIN = 88
BAND = 16
"""The stripe at the side where lines begin."""
SIZES = (92, 82, 72, 64, 56, 50)
"""Of the title: the first in which it has room."""
LEADING = 1.22
SMALL = 34
"""Of what stands above and below the title."""
TITLE_WEIGHT, SMALL_WEIGHT = 700, 600
LONGEST = 300
"""Characters of a title that are looked at; there is never room for so many."""
TITLE_TOP, TITLE_BOTTOM = 150, 490
SHADES = 12
"""Between the ground and each colour upon it, for the edges of letters."""


def draw_card(view: SocialCardView) -> bytes:
    """The card as a PNG of 1200 × 630 pixels, without metadata; the same view, the same bytes."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    rtl = view.direction == "rtl"
    band = WIDTH - BAND if rtl else 0
    pen.rectangle((band, 0, band + BAND - 1, HEIGHT), fill=MARK)
    pen.line((MARGIN, 528, WIDTH - MARGIN, 528), fill=SOFT, width=2)

    def write(text: str, baseline: float, face: Typeface, colour: str) -> None:
        pen.text(
            (WIDTH - MARGIN if rtl else MARGIN, baseline),
            as_drawn(text, face, rtl=rtl),
            fill=colour,
            font=loaded(face),
            anchor="rs" if rtl else "ls",
        )

    label = drawable(view.label)
    if label:
        face = typeface(label, SMALL_WEIGHT, SMALL)
        write(fitted(label, face), 112, face, MARK)
    publisher = drawable(view.publisher)
    title = cut(drawable(view.title), LONGEST)
    face, lines = set_title(title)
    leading = face.size * LEADING
    first = (TITLE_TOP + TITLE_BOTTOM - len(lines) * leading) / 2 + face.size
    for number, line in enumerate(lines):
        write(line, round(first + number * leading), face, INK)
    if publisher:
        face = typeface(publisher, SMALL_WEIGHT, SMALL)
        write(fitted(publisher, face), 580, face, SOFT)
    return _png(image)


def set_title(title: str) -> tuple[Typeface, list[str]]:
    """The title in lines, in the largest size in which all of it has room; cut in the smallest."""
    for size in SIZES:
        face = typeface(title, TITLE_WEIGHT, size)
        lines = list(wrapped(title, face))
        room = int((TITLE_BOTTOM - TITLE_TOP) / (size * LEADING))
        if len(lines) <= room:
            return face, lines
        if size == SIZES[-1]:
            last = fitted(f"{lines[room - 1]} {lines[room]}", face)
            return face, [*lines[: room - 1], last]
    raise AssertionError("one size is the smallest")


def wrapped(text: str, face: Typeface) -> Iterator[str]:
    """The text in lines that are no wider than there is room."""
    line = ""
    for word in _words(text, face):
        longer = f"{line} {word}".strip()
        if line and not has_room(longer, face):
            yield line
            longer = word
        line = longer
    yield line


def _words(text: str, face: Typeface) -> Iterator[str]:
    """The words; one that is wider than a line in parts that are not."""
    for word in text.split():
        rest = word
        while not has_room(rest, face):
            end = max(1, room_for(rest, face))
            yield rest[:end]
            rest = rest[end:]
        yield rest


def fitted(text: str, face: Typeface) -> str:
    """The text, cut on a word to the width of one line, ending in " …" if it was."""
    if has_room(text, face):
        return text
    limit = room_for(text, face)
    while limit > 1 and not has_room(cut(text, limit), face):
        limit -= 1
    return cut(text, limit)


def room_for(text: str, face: Typeface) -> int:
    """How many characters from the beginning of the text have room on one line."""
    return bisect(range(1, len(text) + 1), False, key=lambda end: not has_room(text[:end], face))


def has_room(text: str, face: Typeface) -> bool:
    """Whether the text has room on one line."""
    return loaded(face).getlength(as_drawn(text, face)) <= WIDTH - 2 * MARGIN


def drawing_version() -> str:
    """What draws cards, as a name for the bytes that it gives."""
    return f"{PIL.__version__} {features.version('freetype2')} {features.version('zlib')}"


def _png(image: Image.Image) -> bytes:
    """The image with the few colours that it has, and those between them."""
    out = io.BytesIO()
    few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    ground = ImageColor.getrgb(GROUND)
    shades = list(ground)
    for colour in (INK, SOFT, MARK):
        for step in range(1, SHADES + 1):
            pairs = zip(ground, ImageColor.getrgb(colour), strict=True)
            shades += (round(one + (other - one) * step / SHADES) for one, other in pairs)
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades)
    return palette
