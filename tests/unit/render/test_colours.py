"""The colours of the theme can be read, in both schemes (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

import re

import pytest

from ht_newsgen.checks.accessibility.colours import colour_of, contrast
from ht_newsgen.checks.accessibility.contrast import PAIRS
from tests import examples

TOKENS = (examples.STATIC / "assets/css/tokens.css").read_text(encoding="utf-8")
HEAD = (examples.TEMPLATES / "macros/head.html").read_text(encoding="utf-8")


def colours(css: str) -> dict[str, str]:
    """The tokens that are colours, by name."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


LIGHT_CSS, DARK_CSS = TOKENS.split("@media (prefers-color-scheme: dark)")
SCHEMES = {"light": colours(LIGHT_CSS), "dark": colours(DARK_CSS)}


def test_contrast_is_counted_as_wcag_does() -> None:
    """Black on white is the most there is; the grey that just passes is the known one."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_colours_stand_out_from_their_ground(
    scheme: str, text: str, ground: str, least: float
) -> None:
    """Each pair that meets on a page."""
    tokens = SCHEMES[scheme]

    seen, behind = colour_of(tokens[text]), colour_of(tokens[ground])
    assert seen is not None
    assert behind is not None
    assert contrast(seen, behind) >= least


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
