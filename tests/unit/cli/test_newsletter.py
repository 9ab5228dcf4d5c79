"""`ht-newsgen newsletter`, from a first draft to a mail in somebody's hands."""

import threading
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from aiosmtpd.smtp import Envelope

from ht_newsgen.cli.app import run
from ht_newsgen.cli.hands import Hands
from ht_newsgen.newsletter import preview
from ht_newsgen.newsletter.preview import Shown, make_server
from tests.support.mail_server import mail_server
from tests.support.mails import mails, newsletter, twenty
from tests.support.sites import make_site

CONFIG = """\
base_url: https://example.org/newsroom/
title: The newsroom
organisation: {name: The forum, email: desk@example.org}
timezone: Europe/Sarajevo
"""
NOTE = """---
title: {title}
date: {date}
{more}---

Nine people are safe.
"""
CLOCK = ("--clock", "2018-03-01T12:00Z")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three items, one of them a draft, and a newsletter."""
    notes = {
        "farm": NOTE.format(title="A farm was raided", date="2018-02-10", more=""),
        "law": NOTE.format(title='"Parliament: a new law"', date="2018-02-12", more=""),
        "plan": NOTE.format(title="A plan", date="2018-02-14", more="draft: true\n"),
        "old": NOTE.format(title="Long ago", date="2017-02-14", more=""),
    }
    return make_site(
        tmp_path / "site",
        {
            "newsgen.yaml": CONFIG,
            **{f"content/flash/{name}.md": text for name, text in notes.items()},
            "content/newsletter/index.md": "---\ntitle: Newsletter\n---\n\nSubscribe.\n",
        },
    )


def newsletter_command(site: Path, *words: str, environ: dict[str, str] | None = None) -> int:
    """Run `newsletter` in the site, at the clock of these tests."""
    name, *rest = words
    arguments = ["newsletter", name, *rest, "--site", str(site), *CLOCK]
    return run(arguments, Hands(environ=environ or {}))


def test_a_new_edition_names_what_was_published(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft with headlines in notes; neither drafts nor what came before."""
    code = newsletter_command(site, "new", "--since", "2018-02-01", "--until", "2018-02-28")

    file = site / "content/newsletter/2018-02-28.md"
    assert (code, capsys.readouterr().out.strip().endswith("newsletter/2018-02-28.md")) == (0, True)
    assert (
        file.read_text()
        == """\
---
subject: The newsroom, 2018-02-28
preheader: "Parliament: a new law; A farm was raided"
date: 2018-02-28
draft: true
items:
  - flash-2018-parliament-a-new-law  # Parliament: a new law
  - flash-2018-a-farm-was-raided  # A farm was raided
---

Dear readers,

"""
    )


def test_what_was_drafted_can_be_built_as_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three files; the draft of an edition is a mail before it is a page."""
    newsletter_command(site, "new", "--since", "2018-02-01", "--until", "2018-02-28")

    code = newsletter_command(site, "build")
    said = capsys.readouterr()

    assert (code, "its page is not on the site yet" in said.err) == (0, True)
    base = site / "out/newsletter/2018"
    assert sorted(file.name for file in base.iterdir()) == [
        "2018-02-28.eml", "2018-02-28.html", "2018-02-28.txt",
    ]  # fmt: skip
    message = message_from_bytes((base / "2018-02-28.eml").read_bytes(), policy=default)
    text = (base / "2018-02-28.txt").read_text()
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text
    assert message["From"] == "The newsroom <desk@example.org>"
    assert message["Date"].datetime.isoformat() == "2018-03-01T12:00:00+00:00"
    assert "A farm was raided" in text
    assert "A plan" not in text
    assert "Long ago" not in text


def test_a_file_is_never_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second draft of a day is refused."""
    assert newsletter_command(site, "new", "--since", "2018-02-01") == 0
    assert newsletter_command(site, "new", "--since", "2018-02-01") == 2
    assert "is there already" in capsys.readouterr().err


def test_a_period_without_news_makes_no_edition(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    code = newsletter_command(site, "new", "--since", "2016-01-01", "--until", "2016-02-01")

    assert (code, "Nothing was published" in capsys.readouterr().err) == (2, True)


def test_an_edition_that_is_not_there_is_told_with_the_nearest(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By id, slug or file."""
    newsletter_command(site, "new", "--since", "2018-02-01", "--until", "2018-02-28")
    capsys.readouterr()

    assert newsletter_command(site, "build", "2018-02-28") == 0
    assert newsletter_command(site, "build", "2018-02-28.md") == 0
    assert newsletter_command(site, "build", "newsletter-2018-2018-02-82") == 2
    assert "Did you mean newsletter-2018-2018-02-28?" in capsys.readouterr().err


def test_with_a_mistake_in_the_site_no_mail_is_written(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing from it could not be sent after it."""
    newsletter_command(site, "new", "--since", "2018-02-01")
    (site / "content/flash/odd.md").write_text("---\ntitle: [\n---\n")

    assert newsletter_command(site, "build") == 1
    assert "No mail was written" in capsys.readouterr().err
    assert not (site / "out").exists()


def test_a_site_without_editions_says_how_to_begin_one(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And is no mistake."""
    assert newsletter_command(site, "build") == 0
    assert "newsletter new" in capsys.readouterr().err


class Inbox:
    """Keeps the bytes of what came."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it so
        self, _server: object, _session: object, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.taken.append(envelope.content)
        return "250 OK"


def test_a_test_copy_is_what_build_writes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """But for the address it goes to."""
    newsletter_command(site, "new", "--since", "2018-02-01", "--until", "2018-02-28")
    newsletter_command(site, "build")
    inbox = Inbox()
    with mail_server(inbox) as port:
        code = newsletter_command(
            site, "send", "--smtp", f"smtp://127.0.0.1:{port}", "--to", "ana@example.org"
        )

    written = (site / "out/newsletter/2018/2018-02-28.eml").read_bytes()
    assert (code, "sent to ana@example.org" in capsys.readouterr().out) == (0, True)
    assert [data.replace(b"To: ana@example.org\r\n", b"") for data in inbox.taken] == [written]


@pytest.mark.parametrize(
    ("to", "said"),
    [("subscribers@example.org", "looks like a list"), ("ana", "not one e-mail address")],
)
def test_a_list_is_refused_before_anything_is_read(
    site: Path, to: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sending to subscribers is the provider's work."""
    code = newsletter_command(site, "send", "--smtp", "127.0.0.1:9", "--to", to)

    assert (code, said in capsys.readouterr().err) == (2, True)


def test_a_preview_shows_each_form_of_each_mail_and_nothing_to_strangers() -> None:
    """The list, the three files, a sentence for what is not there."""
    (mail,) = mails(newsletter(*twenty()))
    server = make_server(lambda: Shown((mail,), ()), 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    root = f"http://127.0.0.1:{server.server_port}/"
    try:
        listed = urlopen(root).read().decode()
        html = urlopen(f"{root}{mail.name}.html")
        text = urlopen(f"{root}{mail.name}.txt").read().decode()
        codes = []
        for request in (
            Request(f"{root}nothing"),
            Request(root, headers={"Host": "evil.example"}),
        ):
            with pytest.raises(HTTPError) as refused:
                urlopen(request)
            codes.append(refused.value.code)
            refused.value.close()
        seen = html.read().decode()
        policy = html.headers["Content-Security-Policy"]
        html.close()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

    assert (seen, text, codes) == (mail.html, mail.text, [404, 403])
    assert f"/{mail.name}.eml" in listed
    assert policy == preview.POLICY
