"""What a newsletter's sign-up asks of the rest of the site."""

from collections.abc import Iterable

from ht_newsgen.graph.places import place_of
from ht_newsgen.graph.rules import NO_PRIVACY_PAGE
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import StandingPage
from ht_newsgen.model.sign_up import ByHand

PRIVACY = "privacy"
"""Slug of the standing page that says what happens to an address."""


def check_sign_up(pages: Iterable[StandingPage]) -> list[Problem]:
    """A problem for each front text that offers a subscription on a site without that page.

    Who gives an address must be able to read what becomes of it (GDPR, article 13).
    """
    pages = list(pages)
    if any(page.slug == PRIVACY and not page.is_index for page in pages):
        return []
    return [
        problem(
            NO_PRIVACY_PAGE,
            place_of(page, "sign_up"),
            say("the site has no page that says what happens to an address"),
            say(
                "Write one, such as content/pages/{privacy}.md, with `slug: {privacy}`",
                privacy=PRIVACY,
            ),
        )
        for page in pages
        if page.sign_up is not None and not isinstance(page.sign_up, ByHand)
    ]
