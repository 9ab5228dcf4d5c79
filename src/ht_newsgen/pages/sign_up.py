"""What a form must be made of to be taken by the provider of a newsletter, by a table.

Of each provider the fields of its own embedded form are used, and nothing is asked for but the
address. No box is ticked beforehand: the button is the consent, and the provider's confirmation
mail its proof (double opt-in).
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

from msgspec.structs import replace

from ht_newsgen.graph.subscribing import PRIVACY
from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import StandingPage
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.sign_up import (
    Brevo,
    Buttondown,
    ByHand,
    Keila,
    Listmonk,
    Mailchimp,
    Mailman,
    PhpList,
    SignUp,
)
from ht_newsgen.model.site import Site
from ht_newsgen.pages.refs import link_to, section_of
from ht_newsgen.pages.views.sign_up import SignUpForm, SignUpView


def sign_up_view(site: Site, locale: Locale, front: StandingPage) -> SignUpView | None:
    """How to subscribe, for the front of a newsletter; None where nothing is offered."""
    chosen = sign_up_of(site, front)
    if chosen is None:
        return None
    view = SignUpView(
        privacy=privacy_page(site, locale), organisation=site.config.organisation.name
    )
    if isinstance(chosen, Mailman):
        name, _, domain = chosen.list.partition("@")
        address = f"{name}-join@{domain}"
        mailto = f"mailto:{quote(address, safe='@')}"
        return replace(view, mailto=mailto, address=address, automatic=True)
    if isinstance(chosen, ByHand):
        if not chosen.email:
            return None
        mailto = f"mailto:{quote(chosen.email, safe='@')}"
        return replace(view, mailto=mailto, address=chosen.email)
    return replace(view, form=form_of(chosen, title=front.title, language=locale.tag))


def sign_up_of(site: Site, front: StandingPage) -> SignUp | None:
    """What the front text says, or that of the site's own language in its place."""
    if section_of(site, front.section).kind is not SectionKind.NEWSLETTER:
        return None
    if front.sign_up is not None:
        return front.sign_up
    main = site.section_fronts.get((front.section, site.config.language))
    return main.sign_up if main is not None else None


def form_of(provider: SignUp, *, title: str, language: str) -> SignUpForm:
    """The form for a provider that takes one; `title` is what the newsletter is called."""
    made: SignUpForm = FORMS[type(provider)](provider, title, language)
    return made


def form_sources(site: Site) -> tuple[str, ...]:
    """Where the forms of the site are posted to, as sources of a Content-Security-Policy."""
    sources = set()
    for front in site.section_fronts.values():
        chosen = sign_up_of(site, front)
        if type(chosen) in FORMS and chosen is not None:
            sources.add(source_of(form_of(chosen, title="", language="").action))
    return tuple(sorted(sources))


def source_of(action: str) -> str:
    """The `host-source` that allows this action alone (CSP Level 3, section 2.3.1).

    A query is no part of a source. A path without a `/` at its end must match as a whole.
    """
    parts = urlsplit(action)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def allowing(policy: str, sources: tuple[str, ...]) -> str:
    """The policy, which also lets forms be posted to these sources."""
    parts = [part.strip() for part in policy.split(";")]
    return "; ".join(
        " ".join((part, *sources)) if part.startswith("form-action") else part for part in parts
    )


def privacy_page(site: Site, locale: Locale) -> str:
    """Href of the page about privacy, in the language if it is there in it."""
    for page in site.pages:
        together = (page, *site.translations.get(page.path, ()))
        if any(one.slug == PRIVACY for one in together):
            here = next((one for one in together if one.language == locale.tag), page)
            return link_to(site, site.routes.permalinks[here.path])
    return ""


def _listmonk(to: Listmonk, _: str, __: str) -> SignUpForm:
    return _form(f"{to.url}subscription/form", "email", {"l": to.list}, "nonce")


def _mailchimp(to: Mailchimp, _: str, __: str) -> SignUpForm:
    return _form(to.url, "EMAIL", {}, f"b_{to.user}_{to.audience}")


def _brevo(to: Brevo, _: str, language: str) -> SignUpForm:
    hidden = {"locale": language.partition("-")[0], "html_type": "simple"}
    return _form(to.url, "EMAIL", hidden, "email_address_check")


def _buttondown(to: Buttondown, _: str, __: str) -> SignUpForm:
    action = f"https://buttondown.com/api/emails/embed-subscribe/{to.user}"
    return _form(action, "email", {"embed": "1"})


def _phplist(to: PhpList, title: str, _: str) -> SignUpForm:
    # Never `makeconfirmed`: it would subscribe an address that nobody has confirmed.
    hidden = {
        "htmlemail": "1",
        f"list[{to.list}]": "signup",
        f"listname[{to.list}]": title,
        "subscribe": "subscribe",
    }
    return _form(f"{to.url}?p=subscribe&id={to.page}", "email", hidden, "VerificationCodeX")


def _keila(to: Keila, _: str, __: str) -> SignUpForm:
    return _form(f"{to.url}forms/{to.form}", "contact[email]", {}, "h[url]")


def _form(action: str, email: str, hidden: dict[str, str], honeypot: str = "") -> SignUpForm:
    return SignUpForm(
        action=action,
        host=host(action),
        email=email,
        hidden=tuple(hidden.items()),
        honeypot=honeypot,
    )


FORMS: dict[type, Callable[[Any, str, str], SignUpForm]] = {
    Listmonk: _listmonk,
    Mailchimp: _mailchimp,
    Brevo: _brevo,
    Buttondown: _buttondown,
    PhpList: _phplist,
    Keila: _keila,
}
"""The providers that take forms from other sites, and what makes theirs."""
