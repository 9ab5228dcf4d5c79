"""Colours, as stylesheets write them, and how far one stands out from another (WCAG 2.2)."""

import re

from ht_newsgen.kit.patterns import regex

Colour = tuple[int, int, int]

_SEPARATORS = regex(r"[\s,]+")
_FUNCTION = regex(r"(rgb|hsl)a?\(([^()/]*)\)", re.IGNORECASE)


def colour_of(value: str) -> Colour | None:
    """The colour that a value names; None for one that lets another shine through, or is none."""
    # Imported here: few sites have stylesheets of their own.
    from PIL import ImageColor

    plain = value.strip().lower()
    function = _FUNCTION.fullmatch(plain)
    if function:
        plain = f"{function[1]}({','.join(_SEPARATORS.split(function[2].strip()))})"
    try:
        red, green, blue, *alpha = ImageColor.getrgb(plain)
    except ValueError:
        return None
    return None if alpha and alpha[0] < 255 else (red, green, blue)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def standing_out(colour: Colour, ground: Colour, least: float) -> Colour | None:
    """The nearest shade or tint of the colour that stands out; None if none does."""
    ends = sorted(((0, 0, 0), (255, 255, 255)), key=lambda end: -contrast(end, ground))
    for step in range(1, 101):
        for end in ends:
            mixed = tuple(
                round(part + (to - part) * step / 100) for part, to in zip(colour, end, strict=True)
            )
            red, green, blue = mixed
            if contrast((red, green, blue), ground) >= least:
                return red, green, blue
    return None


def _luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definitions)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
