"""Macros that are rendered once and repeated wherever the same is shown again.

The frame of a site stands on every page, and a card in each list that has its article. A macro
sees its arguments and nothing else, so what it said of them once it would say again.
"""

from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

REMEMBERED = 1 << 18
"""Pieces of markup in one language: enough for the cards of 100,000 articles, each of which takes
less than a kilobyte. What has not been asked for longest goes first, and is rendered anew if it
comes back."""


def make_once() -> Callable[..., Markup]:
    """`once(macro, *arguments)`: what the macro says, remembered by the values of its arguments.

    It fails on what is no macro, and on an argument that has no fixed value, such as a list.
    """

    @lru_cache(maxsize=REMEMBERED, typed=True)
    def once(macro: Callable[..., Markup], *arguments: object) -> Markup:
        return macro(*arguments)

    return once
