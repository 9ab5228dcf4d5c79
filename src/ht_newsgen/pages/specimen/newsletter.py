"""The newsletter among the examples: ways to subscribe, and an edition."""

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.texts import LONG
from ht_newsgen.pages.views.article import StandingPageView
from ht_newsgen.pages.views.edition import EditionLine, EditionSection, EditionView
from ht_newsgen.pages.views.sign_up import SignUpForm, SignUpView

FORM = SignUpView(
    form=SignUpForm(
        action="https://lists.example.org/subscription/form",
        host="lists.example.org",
        email="email",
        hidden=(("l", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),),
        honeypot="nonce",
    ),
    privacy="/n/privacy/",
    organisation="Forum for Examples",
)
BY_MAIL = SignUpView(
    mailto="mailto:news-join@lists.example.org",
    address="news-join@lists.example.org",
    automatic=True,
    organisation="Forum for Examples",
)
LINES = (
    EditionLine(
        href="/n/newsletter/2018/2018-02/", title="Twelve people are free", date=made.MONDAY
    ),
    EditionLine(href="/n/newsletter/2018/2018-01/", title=LONG, date=made.MONDAY),
)
EDITION = EditionView(
    frame=made.FRAME,
    head=made.head("Twelve people are free, and a new law", "newsletter/2018/2018-02/"),
    nav="newsletter",
    up=made.link("newsletter/", "Newsletter Subscription"),
    title="Twelve people are free, and a new law",
    date=made.MONDAY,
    preheader="A farm was raided, the parliament voted, and ten cities opened an office",
    body="newsletter",
    sections=(
        EditionSection(section=made.link("flash/", "News Flash"), cards=(made.FLASH, made.BRIEF)),
        EditionSection(
            section=made.link("resource-center/", "European Resource Center"),
            cards=(made.STORY, made.FOREIGN, made.PLAIN_LINE, made.LONG_CARD),
        ),
    ),
    translations=made.LANGUAGES,
)

NEWSLETTER = StandingPageView(
    frame=made.FRAME,
    head=made.head("Newsletter Subscription", "newsletter/"),
    nav="newsletter",
    title="Newsletter Subscription",
    body="newsletter",
    is_newsletter=True,
    sign_up=FORM,
    editions=LINES,
    feeds=(made.link("rss.xml", "RSS"), made.link("atom.xml", "Atom")),
)

VIEWS: dict[str, tuple[PageKind, Struct]] = {
    "newsletter": (PageKind.PAGE, NEWSLETTER),
    "newsletter-by-mail": (PageKind.PAGE, replace(NEWSLETTER, editions=(), sign_up=BY_MAIL)),
    "edition": (PageKind.EDITION, EDITION),
    "edition-foreign": (
        PageKind.EDITION,
        replace(EDITION, frame=made.ARABIC_FRAME, language="bs", flag="draft", up=None),
    ),
}
