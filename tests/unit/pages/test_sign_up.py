"""The forms of the providers, and what the pages around them allow."""

import pytest

from ht_newsgen.model import sign_up
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.frame import CONTENT_SECURITY_POLICY
from ht_newsgen.pages.sign_up import form_of, form_sources, source_of
from ht_newsgen.pages.views.article import StandingPageView
from ht_newsgen.pages.views.machine import HeadersView
from ht_newsgen.pages.views.sign_up import SignUpForm, SignUpView
from tests.factories import assembled, planned, section_front, site, standing_page, view

LISTMONK = sign_up.Listmonk(url="https://lists.example.org/", list="0-0")
PRIVACY = standing_page("privacy")


@pytest.mark.parametrize(
    ("provider", "expected"),
    [
        (
            LISTMONK,
            SignUpForm(
                action="https://lists.example.org/subscription/form",
                host="lists.example.org",
                email="email",
                hidden=(("l", "0-0"),),
                honeypot="nonce",
            ),
        ),
        (
            sign_up.Mailchimp(
                url="https://a.us1.list-manage.com/subscribe/post?u=1&id=2", user="1", audience="2"
            ),
            SignUpForm(
                action="https://a.us1.list-manage.com/subscribe/post?u=1&id=2",
                host="a.us1.list-manage.com",
                email="EMAIL",
                honeypot="b_1_2",
            ),
        ),
        (
            sign_up.Brevo(url="https://a.sibforms.com/serve/T"),
            SignUpForm(
                action="https://a.sibforms.com/serve/T",
                host="a.sibforms.com",
                email="EMAIL",
                hidden=(("locale", "sr"), ("html_type", "simple")),
                honeypot="email_address_check",
            ),
        ),
        (
            sign_up.Buttondown(user="news"),
            SignUpForm(
                action="https://buttondown.com/api/emails/embed-subscribe/news",
                host="buttondown.com",
                email="email",
                hidden=(("embed", "1"),),
            ),
        ),
        (
            sign_up.PhpList(url="https://example.org/lists/", page=1, list=4),
            SignUpForm(
                action="https://example.org/lists/?p=subscribe&id=1",
                host="example.org",
                email="email",
                hidden=(
                    ("htmlemail", "1"),
                    ("list[4]", "signup"),
                    ("listname[4]", "Vijesti"),
                    ("subscribe", "subscribe"),
                ),
                honeypot="VerificationCodeX",
            ),
        ),
        (
            sign_up.Keila(url="https://keila.example.org/", form="nfrm_1"),
            SignUpForm(
                action="https://keila.example.org/forms/nfrm_1",
                host="keila.example.org",
                email="contact[email]",
                honeypot="h[url]",
            ),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_provider_gets_the_fields_it_expects(
    provider: sign_up.SignUp, expected: SignUpForm
) -> None:
    """And asks readers for nothing but the address."""
    assert form_of(provider, title="Vijesti", language="sr-Latn") == expected


def test_a_list_of_mailman_is_joined_by_mail() -> None:
    """It takes no forms from other sites (docs.mailman3.org, "Membership changes via email")."""
    mailman = sign_up.Mailman(list="news@lists.example.org")
    made = site([PRIVACY, section_front(sign_up=mailman)])

    assert view(made, "newsletter/index.html", StandingPageView).sign_up == SignUpView(
        mailto="mailto:news-join@lists.example.org",
        address="news-join@lists.example.org",
        automatic=True,
        privacy="/news/privacy/",
        organisation="Example Organisation",
    )


def test_without_a_provider_there_is_an_address_or_nothing() -> None:
    """The feeds are offered all the same."""
    by_hand = site([section_front(sign_up=sign_up.ByHand(email="a+b@example.org"))])
    nothing = site([section_front(sign_up=sign_up.ByHand())])

    offered = view(by_hand, "newsletter/index.html", StandingPageView).sign_up
    assert offered is not None
    assert (offered.mailto, offered.address) == ("mailto:a%2Bb@example.org", "a+b@example.org")
    found = view(nothing, "newsletter/index.html", StandingPageView)
    assert (found.sign_up, len(found.feeds)) == (None, 3)


def test_a_front_that_says_nothing_offers_what_the_main_language_offers() -> None:
    """With the words, and the page about privacy, of its own language."""
    privatnost = standing_page("privatnost", language="bs", translation_of=PRIVACY.id)
    fronts = [section_front(sign_up=LISTMONK), section_front(language="bs", title="Bilten")]
    made = site([PRIVACY, privatnost, *fronts], languages=("en", "bs"))

    offered = view(made, "bs/newsletter/index.html", StandingPageView).sign_up

    assert offered is not None
    assert offered.form == form_of(LISTMONK, title="Bilten", language="bs")
    assert offered.privacy == "/news/bs/privatnost/"


def test_only_the_page_with_the_form_may_send_it() -> None:
    """All others keep to the site; the header, which holds for all, names the action too."""
    made = site([PRIVACY, section_front(sign_up=LISTMONK)])
    action = "https://lists.example.org/subscription/form"

    policies = {
        path: page.view.head.content_security_policy
        for path, page in planned(made).items()
        if page.kind is PageKind.PAGE and isinstance(page.view, StandingPageView)
    }
    header = view(made, "_headers", HeadersView).content_security_policy

    assert policies == {
        "newsletter/index.html": CONTENT_SECURITY_POLICY.replace(
            "form-action 'self'", f"form-action 'self' {action}"
        ),
        "privacy/index.html": "",
    }
    assert f"form-action 'self' {action};" in header


def test_a_source_of_a_policy_has_no_query() -> None:
    """CSP has no place for one; the path must match as a whole."""
    made = site([PRIVACY, section_front(sign_up=sign_up.ByHand())])

    assert source_of("https://a.example:8443/b/post?u=1&id=2") == "https://a.example:8443/b/post"
    assert form_sources(made) == ()


def test_an_address_is_asked_for_only_where_privacy_is_explained() -> None:
    """Else there is a problem, at the settings."""
    _, problems = assembled([section_front(sign_up=LISTMONK, places={"sign_up": (3, 1)})])

    assert [(found.rule, found.place.line) for found in problems] == [("newsletter/privacy", 3)]
