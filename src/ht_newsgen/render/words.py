"""The theme's sentences in the language of a page, for templates."""

import gettext
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

REMEMBERED = 4096
"""Sentences with what is put into them: more than a theme has, and a few that come again."""


def make_gettext(catalogue: gettext.NullTranslations) -> Callable[..., Markup]:
    """`_("Read more: %(title)s", title=…)`: as Jinja's own, but remembered.

    A sentence is a format string even if nothing is put into it: `%%` is one `%`.
    """

    @lru_cache(maxsize=REMEMBERED, typed=True)
    def say(message: str, **variables: object) -> Markup:
        return Markup(catalogue.gettext(message)) % variables  # noqa: S704 - catalogues are ours

    return say
