"""Test copies: handed to a real server, never to a list."""

import ssl
import subprocess
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, Envelope

from ht_newsgen.errors import MailNotSent, UsageError
from ht_newsgen.newsletter.compose import Mail
from ht_newsgen.newsletter.send import check_recipients, copy_for, send, server_of
from tests.support.mail_server import mail_server
from tests.support.mails import mails, newsletter, twenty


@pytest.fixture(scope="module")
def mail() -> Mail:
    """Twenty items."""
    (made,) = mails(newsletter(*twenty()), sender="news@example.org")
    return made


class Inbox:
    """Takes every message and keeps its bytes."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, list[str], bytes]] = []

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it so
        self, _server: object, _session: object, envelope: Envelope
    ) -> str:
        """As it came over the wire."""
        assert isinstance(envelope.content, bytes)
        self.taken.append((str(envelope.mail_from), list(envelope.rcpt_tos), envelope.content))
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for this machine, made for this run, in one file."""
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_text((folder / "key.pem").read_text() + (folder / "cert.pem").read_text())
    return both


def secured(certificate: Path) -> ssl.SSLContext:
    """What the server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_copy_arrives_as_it_was_sent(mail: Mail) -> None:
    """Byte for byte, one message for each person, who does not learn of the other."""
    inbox = Inbox()
    people = ("ana@example.org", "bo@example.org")
    with mail_server(inbox) as port:
        send(mail, server_of(f"smtp://127.0.0.1:{port}"), people)

    assert [(sender, to) for sender, to, _ in inbox.taken] == [
        ("news@example.org", [one]) for one in people
    ]
    assert [data for _, _, data in inbox.taken] == [
        copy_for(mail, one).as_bytes() for one in people
    ]
    read = message_from_bytes(inbox.taken[0][2], policy=default)
    text, html = (part.get_content().replace("\r\n", "\n") for part in read.iter_parts())
    assert (text, html, read["To"]) == (mail.text, mail.html, "ana@example.org")


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_names_and_passwords_travel_encrypted(
    mail: Mail, certificate: Path, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By STARTTLS or from the beginning, to a server whose certificate is right."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    inbox, known = Inbox(), []

    def authenticate(*told: Any) -> AuthResult:
        known.append((told[-1].login, told[-1].password))
        return AuthResult(success=True)

    encryption = {"ssl" if scheme == "smtps" else "tls_context": secured(certificate)}
    more = {"require_starttls": True} if scheme == "smtp" else {"auth_require_tls": False}
    with mail_server(inbox, authenticator=authenticate, **encryption, **more) as port:
        server = server_of(f"{scheme}://localhost:{port}", user="desk", password="word")
        send(mail, server, ["ana@example.org"])

    assert known == [(b"desk", b"word")]
    assert len(inbox.taken) == 1


def test_a_server_with_a_wrong_certificate_is_told_nothing(mail: Mail, certificate: Path) -> None:
    """Somebody could listen in."""
    inbox = Inbox()
    with (
        mail_server(inbox, tls_context=secured(certificate)) as port,
        pytest.raises(MailNotSent, match="certificate"),
    ):
        send(mail, server_of(f"smtp://127.0.0.1:{port}"), ["ana@example.org"])

    assert inbox.taken == []


def test_what_a_server_says_is_passed_on(mail: Mail) -> None:
    """Its own words."""

    class Closed(Inbox):
        async def handle_RCPT(self, *_: object) -> str:  # noqa: N802 - aiosmtpd calls it so
            return "550 no such person"

    with mail_server(Closed()) as port, pytest.raises(MailNotSent, match="550 no such person"):
        send(mail, server_of(f"127.0.0.1:{port}"), ["ana@example.org"])


def test_a_server_that_is_not_there_is_a_sentence(mail: Mail) -> None:
    """And no traceback."""
    with mail_server(Inbox()) as port:
        pass
    with pytest.raises(MailNotSent, match=r"127\.0\.0\.1"):
        send(mail, server_of(f"127.0.0.1:{port}"), ["ana@example.org"])


@pytest.mark.parametrize(
    "address",
    [
        "subscribers@example.org",
        "news-list@example.org",
        "staff-announce@example.org",
        "somebody@lists.example.org",
        "group@googlegroups.com",
        "everyone@example.org",
        "known@example.org",
        "a@example.org,b@example.org",
        "Ana <ana@example.org>",
        "no address",
    ],
)
def test_lists_are_refused(address: str) -> None:
    """And what is not one address."""
    with pytest.raises(UsageError):
        check_recipients([address], ["known@example.org"])


def test_many_addresses_are_a_list() -> None:
    """Five people may look at a test; six are a mailing."""
    people = [f"person{number}@example.org" for number in range(6)]

    check_recipients(people[:5])
    with pytest.raises(UsageError, match="6 addresses are a mailing"):
        check_recipients(people)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mail.example.org", ("mail.example.org", 587, False)),
        ("smtp://mail.example.org:25", ("mail.example.org", 25, False)),
        ("smtps://mail.example.org", ("mail.example.org", 465, True)),
    ],
)
def test_a_server_has_the_port_of_its_kind(word: str, expected: tuple[str, int, bool]) -> None:
    """RFC 6409 and RFC 8314."""
    server = server_of(word)

    assert (server.host, server.port, server.encrypted) == expected


@pytest.mark.parametrize(
    "word", ["https://mail.example.org", "smtp://", "smtp://user:word@mail.example.org", "a:b:c"]
)
def test_a_server_that_is_none_is_refused(word: str) -> None:
    """A password in it too: others read the list of processes."""
    with pytest.raises(UsageError):
        server_of(word)


def test_a_password_is_never_shown() -> None:
    """Whatever prints the server."""
    assert "word" not in repr(server_of("mail.example.org", user="desk", password="word"))
