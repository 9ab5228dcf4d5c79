"""Colours that a site has set itself, as they meet those of the theme."""

import pytest

from ht_newsgen.checks.accessibility.colours import colour_of, contrast, standing_out
from ht_newsgen.checks.run import check_sheets
from tests import examples

TOKENS = "static/assets/css/tokens.css"
THEME = (examples.STATIC / "assets/css/tokens.css").read_text(encoding="utf-8")
BRAND = "static/assets/brand.css"


def told(brand: str, tokens: str = THEME) -> list[str]:
    """Where something is told of a sheet beside the theme's, and what is to be written."""
    found = list(check_sheets({TOKENS: tokens, BRAND: brand}, frozenset((BRAND,))))
    assert {one.rule for one in found} <= {"accessibility/contrast"}
    return [f"{one.place.line}:{one.place.column} {one.help}" for one in found]


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        ("", []),
        (":root { --link: #0b5563; }", ["1:9 Write it as: --link: #"]),
        (":root{--link:#0b5563}@media (prefers-color-scheme: dark){:root{--link:#86cfdc}}", []),
        ("@media (prefers-color-scheme: light) { :root { --link: #0b5563; } }", []),
        ("@media print { :root { --link: #fff; } }", []),
        (":root {\n  --notice: white;\n}", ["2:3 Write it as: --notice: #"]),
        (":root { --on-bar: var(--bar); }", ["1:9 Write it as: --on-bar: #"]),
        ("/* --link: red; */ a { color: red }", []),
        (":root { --link: color-mix(in srgb, red, blue); --soft: rgb(0 0 0 / 50%); }", []),
        (":root { --link: var(--link); }", []),
        ("} } { --ink: ;;; --x", []),
    ],
)  # fmt: skip
def test_a_colour_stands_out_in_both_schemes(brand: str, expected: list[str]) -> None:
    """What is set without a scheme counts in both; what cannot be counted is left alone."""
    found = told(brand)

    assert [one[: len(want)] for one, want in zip(found, expected, strict=True)] == expected


def test_what_is_advised_stands_out() -> None:
    """And is as near as it can be."""
    better = standing_out((0x99, 0x99, 0x99), (255, 255, 255), 4.5)

    assert better is not None
    assert 4.5 <= contrast(better, (255, 255, 255)) < 4.8


def test_the_theme_itself_is_left_alone() -> None:
    """Its own pairs are held by its tests."""
    assert list(check_sheets({TOKENS: ":root{--ink:#fff;--paper:#fff}"}, frozenset())) == []


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#fff", (255, 255, 255)),
        ("#0B5563", (11, 85, 99)),
        ("rgb(11 85 99)", (11, 85, 99)),
        ("rgb(11, 85, 99)", (11, 85, 99)),
        ("hsl(0 0% 100%)", (255, 255, 255)),
        ("tomato", (255, 99, 71)),
        ("#ffffff80", None),
        ("transparent", None),
        ("", None),
    ],
)
def test_a_colour_is_read_in_every_spelling_that_is_solid(
    value: str, colour: tuple[int, int, int] | None
) -> None:
    """What shines through has no contrast of its own."""
    assert colour_of(value) == colour
