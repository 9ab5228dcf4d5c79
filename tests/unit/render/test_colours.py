"""The colours of the theme can be read, in both schemes (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

import re

import pytest

from tests import examples

TOKENS = (examples.STATIC / "assets/css/tokens.css").read_text(encoding="utf-8")
HEAD = (examples.TEMPLATES / "macros/head.html").read_text(encoding="utf-8")

TEXT = 4.5
"""For text of any size."""
SHAPE = 3.0
"""For what has to be seen but not read."""

PAIRS = [
    *((text, ground, TEXT) for text in ("ink", "soft", "link", "visited", "label")
      for ground in ("paper", "panel")),
    ("ink", "notice", TEXT),
    ("link", "notice", TEXT),
    ("on-bar", "bar", TEXT),
    ("on-exit", "exit", TEXT),
    ("exit", "bar", SHAPE),
    ("on-focus", "focus", TEXT),
    ("focus-ring", "paper", SHAPE),
    ("focus-ring", "panel", SHAPE),
    ("notice-rule", "paper", SHAPE),
    ("strong-rule", "paper", SHAPE),
    ("thread", "paper", SHAPE),
    ("thread", "panel", SHAPE),
]  # fmt: skip


def colours(css: str) -> dict[str, str]:
    """The tokens that are colours, by name."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


LIGHT_CSS, DARK_CSS = TOKENS.split("@media (prefers-color-scheme: dark)")
SCHEMES = {"light": colours(LIGHT_CSS), "dark": colours(DARK_CSS)}


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definitions)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_wcag_does() -> None:
    """Black on white is the most there is; the grey that just passes is the known one."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_colours_stand_out_from_their_ground(
    scheme: str, text: str, ground: str, least: float
) -> None:
    """Each pair that meets on a page."""
    tokens = SCHEMES[scheme]

    assert contrast(tokens[text], tokens[ground]) >= least


def test_both_schemes_name_the_same_colours() -> None:
    """A colour of one scheme never shines through in the other."""
    assert SCHEMES["dark"].keys() == SCHEMES["light"].keys()


def test_no_colour_is_named_outside_the_tokens() -> None:
    """So that changing a token changes it everywhere; paper is white and print black."""
    folder = examples.STATIC / "assets/css"
    named = {
        path.name: found
        for path in sorted(folder.rglob("*.css"))
        if path.name not in ("tokens.css", "print.css")
        and (found := re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8")))
    }

    assert named == {}


def test_the_browser_wears_the_colour_of_the_bar() -> None:
    """`theme-color` is the exit bar's, in both schemes."""
    worn = re.findall(r'theme-color" content="(#[0-9a-f]{6})"', HEAD)

    assert worn == [SCHEMES["light"]["bar"], SCHEMES["dark"]["bar"]]
