"""Editions to mails, all of it at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from email.message import EmailMessage
from typing import TYPE_CHECKING

from msgspec import Struct

from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.sign_up import Mailman, SignUp
from ht_newsgen.model.site import Site
from ht_newsgen.newsletter.html import mail_html
from ht_newsgen.newsletter.message import mail_message
from ht_newsgen.newsletter.providers import addressed
from ht_newsgen.newsletter.rules import LARGE, MAIL_LARGE, MAIL_TOO_LARGE, TOO_LARGE
from ht_newsgen.newsletter.text import mail_text
from ht_newsgen.newsletter.view import mail_view
from ht_newsgen.pages.desk import desk_of, make_desks
from ht_newsgen.pages.sign_up import sign_up_of

if TYPE_CHECKING:
    from jinja2 import Environment

NO_ASSETS = Assets(by_name={})
"""A mail loads nothing."""


class Mail(Struct, frozen=True, kw_only=True):
    """One edition, ready to be written down or sent."""

    edition: Edition
    name: str
    """Of its files, without an extension: `newsletter/2018/2018-01`."""
    html: str
    text: str
    message: EmailMessage
    lists: tuple[str, ...] = ()
    """Addresses that are known to be lists: a test copy does not go there."""
    problems: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of its HTML."""
        return len(self.html.encode())


def compose(
    site: Site,
    body: Callable[[str], str],
    environments: Mapping[str, "Environment"],
    *,
    wanted: Iterable[Edition],
    sender: str = "",
) -> Iterator[Mail]:
    """The mails of some editions of the site; `environments` are the templates by language.

    The problems of a mail are `newsletter/large` and `newsletter/too-large`. Raises ThemeBroken.
    """
    desks = make_desks(site, NO_ASSETS)
    for edition in wanted:
        desk = desk_of(desks, edition.language)
        view = mail_view(desk, edition, body)
        provider = provider_of(site, edition)
        html = addressed(mail_html(view, environments[desk.locale.tag]), provider)
        text = addressed(mail_text(view), provider)
        yield Mail(
            edition=edition,
            name=site.routes.permalinks[edition.path].rstrip("/"),
            html=html,
            text=text,
            message=mail_message(
                view,
                text,
                html,
                name=edition.id,
                sender=sender or site.config.organisation.email,
                now=site.now,
            ),
            lists=(provider.list,) if isinstance(provider, Mailman) else (),
            problems=tuple(_size_problems(edition, len(html.encode()))),
        )


def provider_of(site: Site, edition: Edition) -> SignUp | None:
    """Who sends the newsletter in the language of the edition."""
    for tag in (edition.language, site.config.language):
        front = site.section_fronts.get((edition.section, tag))
        if front is not None:
            return sign_up_of(site, front)
    return None


def _size_problems(edition: Edition, size: int) -> Iterator[Problem]:
    if size > LARGE:
        most, rule = (TOO_LARGE, MAIL_TOO_LARGE) if size > TOO_LARGE else (LARGE, MAIL_LARGE)
        yield problem(
            rule,
            place_of(edition, "items", "since", "title"),
            say("the mail has {size} bytes of HTML; {most} arrive whole", size=size, most=most),
            say("Let it carry fewer items, or send it in two"),
        )
