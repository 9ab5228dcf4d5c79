"""Social cards as they are drawn."""

import io

import pytest
from msgspec.structs import replace
from PIL import Image, ImageFont

from ht_newsgen.pages.social_cards import HEIGHT, WIDTH
from ht_newsgen.pages.views.machine import SocialCardView
from ht_newsgen.render import typefaces
from ht_newsgen.render.social_cards import (
    MARGIN,
    SIZES,
    draw_card,
    has_room,
    set_title,
)
from ht_newsgen.render.typefaces import drawable
from tests.support.pictures import beside_pixels

CARD = SocialCardView(
    title="Raids in two countries",
    label="News Flash",
    publisher="The Example",
    language="en",
    direction="ltr",
)
ARABIC = replace(
    CARD, title="مداهمات في بلدين", label="أخبار", publisher="مثال", language="ar", direction="rtl"
)
SENTENCE = "Human trafficking: MEPs call on EU member states to protect victims better and sooner"


def drawn(view: SocialCardView) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(view))).convert("RGB")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around what is white."""
    box = image.convert("L").point(lambda value: 255 if value > 240 else 0).getbbox()
    assert box
    return box


def test_a_card_is_a_png_of_the_size_that_previews_have() -> None:
    """It holds nothing but pixels, and few bytes."""
    data = draw_card(CARD)

    assert Image.open(io.BytesIO(data)).size == (WIDTH, HEIGHT) == (1200, 630)
    assert beside_pixels(data) == []
    assert len(data) < 30_000


def test_the_same_view_gives_the_same_bytes() -> None:
    """Whatever was drawn before it."""
    first = draw_card(CARD)
    draw_card(ARABIC)
    assert draw_card(CARD) == first


@pytest.mark.parametrize("part", ["title", "label", "publisher"])
def test_all_that_a_card_says_is_seen(part: str) -> None:
    """Another word is another picture."""
    assert draw_card(replace(CARD, **{part: "Something else"})) != draw_card(CARD)


def test_a_card_from_right_to_left_is_mirrored() -> None:
    """Stripe and text stand at the right, where such lines begin."""
    left, right = drawn(CARD), drawn(ARABIC)

    assert left.getpixel((4, 300)) == right.getpixel((WIDTH - 5, 300)) != left.getpixel((600, 20))
    assert abs(ink(left)[0] - MARGIN) < 12
    assert abs(ink(right)[2] - (WIDTH - MARGIN)) < 12


def test_a_longer_title_is_smaller_and_nothing_of_it_is_lost() -> None:
    """As long as the smallest size has room for it."""
    sizes = []
    for words in (2, 6, 9, 13):
        title = " ".join(SENTENCE.split()[:words])
        face, lines = set_title(title)
        sizes.append(face.size)
        assert " ".join(lines) == title
        assert all(has_room(line, face) for line in lines)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0] > sizes[-1]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(SENTENCE * 20, id="words"),
        pytest.param("word" * 400, id="one word"),
        pytest.param("مكافحة الاتجار بالبشر " * 40, id="Arabic"),
        pytest.param("W" * 30 + " and " + "i" * 900, id="wide and narrow"),
    ],
)
def test_a_title_beyond_all_sizes_is_cut(title: str) -> None:
    """It stays within its margins and above the line."""
    face, lines = set_title(title[:300])
    assert all(has_room(line, face) for line in lines)
    assert lines[-1].endswith(" …")

    box = ink(drawn(replace(CARD, title=title)))
    assert MARGIN - 12 <= box[0] <= box[2] <= WIDTH - MARGIN + 12
    assert box[3] < 528


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Žrtve trgovine ljudima, čćđšž", "Žrtve trgovine ljudima, čćđšž"),
        ("c\u030c is one letter", "č is one letter"),
        ("Жртве трговине људима", "Жртве трговине људима"),
        ("Victime în România: ș ț", "Victime în România: ș ț"),
        ("Shqipëri ç", "Shqipëri ç"),
        ("مداهمات INTERPOL في 3 بلدان", "مداهمات INTERPOL في 3 بلدان"),
        ("A party 🎉 in town", "A party in town"),
        ("\u200fmarked", "marked"),
        ("人口販賣", ""),
        ("עברית", ""),
        ("گڵێنە", ""),
        ("", ""),
    ],
)
def test_only_what_the_typefaces_have_is_drawn(text: str, seen: str) -> None:
    """No boxes in place of letters: signs are left out, and words that would have holes."""
    assert drawable(text) == seen


@pytest.mark.parametrize("part", ["title", "label", "publisher"])
def test_words_that_cannot_be_drawn_are_left_out(part: str) -> None:
    """What else the card says stays, and the ground is always there."""
    strange, empty = replace(CARD, **{part: "人口販賣"}), replace(CARD, **{part: ""})
    assert draw_card(strange) == draw_card(empty)


@pytest.mark.parametrize("text", ["Raids", "рације", "مداهمات"])
def test_no_card_depends_on_what_a_machine_has_installed(text: str) -> None:
    """Pillow's other layout needs FriBiDi, and is asked for nothing."""
    face = typefaces.typeface(text, 700, 50)

    assert typefaces.loaded(face).layout_engine == ImageFont.Layout.BASIC


def test_arabic_letters_join_on_a_card() -> None:
    """A word is narrower than its letters beside each other."""
    face = typefaces.typeface(ARABIC.title, 700, 50)
    font = typefaces.loaded(face)

    joined = typefaces.as_drawn(ARABIC.title, face, rtl=True)
    assert font.getlength(joined) < 0.9 * font.getlength(ARABIC.title)
