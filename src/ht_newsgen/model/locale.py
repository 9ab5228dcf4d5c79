"""A language in which the site is published."""

from msgspec import Struct


class Locale(Struct, frozen=True, kw_only=True):
    """One language of the site, with where its pages live."""

    tag: str
    """BCP 47, as in `<html lang>`."""
    prefix: str
    """Empty for the site's default language, else `bs/`; relative to the root of the site."""
    direction: str
    """`ltr` or `rtl`, as in `<html dir>`."""
    name: str
    """In itself: `bosanski`."""
