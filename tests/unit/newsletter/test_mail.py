"""Mails: what is in them, what never is, and that they are whole."""

import re
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from ht_newsgen.kit.problems import Severity
from ht_newsgen.model import sign_up
from ht_newsgen.model.article import Status
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.newsletter.compose import Mail
from tests.factories import article, day, edition, section_front, site
from tests.support.mails import mails, newsletter, twenty

LISTMONK = sign_up.Listmonk(url="https://lists.example.org/", list="0-0")
ITEM = article("floods", content_notes=("violence",))


def mail(made: Site, sender: str = "") -> Mail:
    """The only one."""
    (one,) = mails(made, sender)
    return one


class Attributes(HTMLParser):
    """All attributes of a document, by element."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def attributes(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Element by element."""
    parser = Attributes()
    parser.feed(html)
    return parser.found


def test_an_edition_of_twenty_items_is_under_seventy_kilobytes() -> None:
    """With headlines, notes, sources and excerpts as long as they come."""
    made = mail(newsletter(*twenty(), sign_up=LISTMONK))

    assert made.html.count('class="item"') == 20
    assert 25_000 < made.size < 70_000
    assert made.problems == ()


@pytest.mark.parametrize(
    ("count", "rule", "severity"),
    [
        (60, "newsletter/large", Severity.WARNING),
        (100, "newsletter/too-large", Severity.ERROR),
    ],
)
def test_a_mail_that_would_be_cut_is_told(count: int, rule: str, severity: Severity) -> None:
    """Gmail shows the first 102 KB."""
    many = [
        replace(one, id=f"{one.id}-{turn}", slug=f"{one.slug}-{turn}", path=f"{turn}/{one.path}")
        for turn in range(count // 20)
        for one in twenty()
    ]

    assert [(one.rule, one.severity) for one in mail(newsletter(*many)).problems] == [
        (rule, severity)
    ]


def test_every_address_is_absolute_and_nothing_is_loaded() -> None:
    """No picture, no font, no script: whoever opens a mail tells nobody."""
    found = attributes(mail(newsletter(*twenty(), sign_up=LISTMONK)).html)

    hrefs = [given["href"] or "" for _, given in found if "href" in given]
    assert [href for href in hrefs if not href.startswith(("https://", "{{ Uns"))] == []
    assert "https://example.org/news/safety/" in hrefs
    assert {tag for tag, given in found if "src" in given or "background" in given} == set()
    assert {tag for tag, _ in found} & {"img", "link", "script", "iframe", "form"} == set()


def test_styles_are_inlined_but_for_what_only_a_stylesheet_can_say() -> None:
    """One small `<style>`, with the dark scheme and narrow screens."""
    html = mail(newsletter(ITEM)).html

    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    outside = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", style)
    assert outside.strip() == ""
    assert "prefers-color-scheme: dark" in style
    assert 'style="' in html
    tables = [given for tag, given in attributes(html) if tag == "table"]
    assert {given.get("role") for given in tables} == {"presentation"}


def test_language_and_direction_stand_on_the_document_and_around_the_text() -> None:
    """Some programs take `<html>` away."""
    found = attributes(mail(newsletter(ITEM, language="bs")).html)

    marked = [(tag, given["dir"]) for tag, given in found if given.get("lang") == "bs"]
    assert marked[:2] == [("html", "ltr"), ("div", "ltr")]


def test_nothing_withheld_or_withdrawn_is_in_a_mail_and_notes_are() -> None:
    """Neither in HTML nor in the text."""
    unclear = article(
        "unclear", rights=Rights.UNVERIFIED, body="", standfirst="A secret.", excerpt="Hidden …"
    )
    gone = article("gone", status=Status.WITHDRAWN, title="Somebody's name")
    made = mail(newsletter(ITEM, unclear, gone))

    for text in (made.html, made.text):
        assert "Unclear" in text
        assert "About violence." in text
        assert not any(word in text for word in ("A secret", "Hidden", "Somebody"))


def test_the_text_reads_well_aloud() -> None:
    """The whole of it."""
    made = mail(newsletter(ITEM, article("fire", section="stories"), sign_up=LISTMONK))

    assert (
        made.text
        == """\
The Example
The news of 2018-02
28 February 2018

Dear readers, read this first.
https://example.org/news/safety/

1. One thing

2. Another

A river



News Flash: 1 item

1. Floods
19 February 2018
About violence.
What happened: floods.
https://example.org/news/flash/2018/floods/



Stories: 1 item

1. Fire
19 February 2018
What happened: fire.
https://example.org/news/stories/2018/fire/



You get this message because you subscribed to the newsletter of Example
Organisation.

Read this edition on the web:
https://example.org/news/newsletter/2018/2018-02/

Was it sent on to you? Subscribe here:
https://example.org/news/newsletter/

What happens to your data:
https://example.org/news/privacy/

Unsubscribe:
{{ UnsubscribeURL }}
"""
    )


def test_lines_of_text_are_short_and_addresses_whole() -> None:
    """72 characters, however long a headline is."""
    text = mail(newsletter(*twenty())).text

    long = [line for line in text.splitlines() if len(line) > 72]
    assert [line for line in long if not line.startswith("https://")] == []
    assert "https://times.example/2018/02/3?a=1&b=2" in text.splitlines()


def test_a_message_is_valid_and_says_the_same_when_it_is_read() -> None:
    """Plain text first, HTML as the better alternative, nothing lost to an encoding."""
    made = mail(newsletter(*twenty()), sender="news@example.org")

    data = made.message.as_bytes()
    read = message_from_bytes(data, policy=default)

    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert read.get_content_type() == "multipart/alternative"
    parts = list(read.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert [part.get_content().replace("\r\n", "\n") for part in parts] == [made.text, made.html]
    assert [part.defects for part in (read, *parts)] == [[], [], []]
    assert read["From"] == "The Example <news@example.org>"
    assert read["Subject"] == "The news of 2018-02"
    assert read["Date"].datetime == day(2018, 3, 1).at.replace(hour=12)
    assert read["Content-Language"] == "en"
    assert re.fullmatch(r"<newsletter-2018-02-en\.[0-9a-f]{20}@example\.org>", read["Message-ID"])


def test_the_same_edition_at_the_same_clock_is_the_same_message() -> None:
    """To the byte; another clock moves the date and nothing else."""
    made = newsletter(*twenty())
    later = replace(made, now=made.now.replace(hour=13))

    first, again, moved = (mail(one).message.as_bytes() for one in (made, made, later))

    assert first == again
    assert moved == first.replace(b"12:00:00 +0000", b"13:00:00 +0000")


def test_without_a_sender_the_author_is_an_empty_group() -> None:
    """RFC 6854; no address is made up."""
    data = mail(newsletter(ITEM)).message.as_bytes()

    assert b"\r\nFrom: " in b"\r\n" + data
    assert message_from_bytes(data, policy=default)["From"].addresses == ()


@pytest.mark.parametrize(
    ("provider", "mark"),
    [
        (LISTMONK, "{{ UnsubscribeURL }}"),
        (
            sign_up.Mailchimp(url="https://a.us1.list-manage.com/x", user="1", audience="2"),
            "*|UNSUB|*",
        ),
        (sign_up.Brevo(url="https://a.sibforms.com/serve/T"), "{{ unsubscribe }}"),
        (sign_up.Buttondown(user="news"), "{{ unsubscribe_url }}"),
        (sign_up.PhpList(url="https://example.org/lists/", page=1, list=4), "[UNSUBSCRIBEURL]"),
        (sign_up.Keila(url="https://keila.example.org/", form="f"), "{{ unsubscribe_link }}"),
        (sign_up.Mailman(list="news@lists.example.org"), "news-leave@lists.example.org"),
        (sign_up.ByHand(email="desk@example.org"), "desk@example.org"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_provider_finds_its_mark_and_no_other(provider: sign_up.SignUp, mark: str) -> None:
    """What an editor wrote is never taken for the provider's language."""
    title = "{{ .Subscriber.Email }} {% include %} {# note #} *|EMAIL|* [email] {{{ x }}}"
    made = mail(newsletter(article("odd", title=title, standfirst=title), sign_up=provider))

    for text in (made.html, made.text):
        style = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
        assert style.count(mark) == (1 if mark in made.text else 0)
        rest = style.replace(mark, "")
        assert not re.search(r"\{\{|\{%|\{#|\*\|", rest)
        assert "unsubscribe.invalid" not in text
        if isinstance(provider, sign_up.PhpList):
            assert "[email]" not in rest


def test_without_a_provider_there_is_no_link_that_leads_nowhere() -> None:
    """Nobody has subscribed."""
    made = mail(site([ITEM, edition(), section_front()]))

    assert "nsubscribe" not in made.html.replace("unsubscribed", "")
    assert "Unsubscribe" not in made.text
