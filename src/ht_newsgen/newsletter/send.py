"""A test copy of a mail to a few people by name, over a real connection (RFC 5321, RFC 3207).

Subscribers are never written to from here: who they are, that they agreed, and how they leave is
the provider's work. So lists are refused, and many addresses are a list.
"""

import re
import smtplib
import ssl
from collections.abc import Collection, Sequence
from copy import deepcopy
from email.headerregistry import Address
from email.message import EmailMessage
from ipaddress import ip_address
from urllib.parse import urlsplit

from msgspec import Struct

from ht_newsgen.errors import MailNotSent, UsageError
from ht_newsgen.kit.patterns import regex
from ht_newsgen.newsletter.compose import Mail
from ht_newsgen.newsletter.message import POLICY

MOST = 5
"""Addresses of one test; more are a mailing."""
TIMEOUT = 30
"""Seconds that a server may take for an answer."""
PORTS = {"smtp": 587, "smtps": 465}
"""RFC 6409 and RFC 8314, section 3.3."""

_ADDRESS = regex(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"()]+")
_LIST_NAME = regex(
    r"(all|announce(ments)?|every(body|one)|lists?|mailing|members|newsletter|pretplatnici|"
    r"subscribers|svi)|.*-(announce|bounces|join|leave|list|members|owner|request|subscribe)",
    re.IGNORECASE,
)
_LIST_HOST = regex(r"(lists?|listserv|groups?|mailman)\..+|(.+\.)?(googlegroups\.com|groups\.io)")


class Server(Struct, frozen=True, kw_only=True):
    """Where mail is handed in."""

    host: str
    port: int
    encrypted: bool
    """From the beginning (`smtps:`); else by STARTTLS, which only this machine may be without."""
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Without the password, wherever it may be shown."""
        return f"{self.host}:{self.port}"

    @property
    def is_this_machine(self) -> bool:
        """Whether what is said to it stays here."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def server_of(word: str, *, user: str = "", password: str = "") -> Server:
    """The server of `smtp://host:587`, `smtps://host:465` or `host`. Raises UsageError."""
    parts = urlsplit(word if "://" in word else f"smtp://{word}")
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.username or parts.password:
        raise UsageError(
            "--smtp holds a name or a password, which others could read in the list of processes; "
            "put them into NEWSGEN_SMTP_USER and NEWSGEN_SMTP_PASSWORD."
        )
    if parts.scheme not in PORTS or not parts.hostname or port == -1 or parts.path.strip("/"):
        raise UsageError(f"--smtp {word!r} is no server such as smtp://mail.example.org:587")
    return Server(
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        encrypted=parts.scheme == "smtps",
        user=user,
        password=password,
    )


def check_recipients(addresses: Sequence[str], lists: Collection[str] = ()) -> None:
    """Raise UsageError unless these are the addresses of a few people.

    `lists` are addresses that are known to be lists.
    """
    if len(addresses) > MOST:
        raise UsageError(
            f"{len(addresses)} addresses are a mailing; a test goes to {MOST} at most. "
            "Your provider sends the newsletter to subscribers."
        )
    for address in addresses:
        if not _ADDRESS.fullmatch(address) or not address.isascii():
            raise UsageError(f"--to {address!r} is not one e-mail address.")
        name, _, domain = address.lower().partition("@")
        known = {one.lower() for one in lists}
        if address.lower() in known or _LIST_NAME.fullmatch(name) or _LIST_HOST.fullmatch(domain):
            raise UsageError(
                f"{address} looks like a list. A test copy goes to people by name; "
                "your provider sends the newsletter to subscribers."
            )


def copy_for(mail: Mail, address: str) -> EmailMessage:
    """The message as it is, addressed to one person."""
    message = deepcopy(mail.message)
    message["To"] = Address(addr_spec=address)
    return message


def send(mail: Mail, server: Server, addresses: Sequence[str]) -> None:
    """Hand in a copy for each address; nobody learns of the others. Raises MailNotSent."""
    sender = mail.message["From"].addresses
    if not sender:
        raise UsageError(
            "Nobody is named as the sender; give --from, or organisation.email in newsgen.yaml."
        )
    try:
        with _connected(server) as connection:
            for address in addresses:
                message = copy_for(mail, address)
                connection.sendmail(sender[0].addr_spec, [address], message.as_bytes(policy=POLICY))
    except (OSError, smtplib.SMTPException) as error:
        raise MailNotSent(f"{server!r} did not take the mail: {_said(error)}") from error


def _connected(server: Server) -> smtplib.SMTP:
    """A connection that nobody listens in on, logged in if there is a name to log in with."""
    secure = ssl.create_default_context()
    if server.encrypted:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=TIMEOUT, context=secure
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        connection.ehlo()
        if not server.encrypted and connection.has_extn("starttls"):
            connection.starttls(context=secure)
            connection.ehlo()
        elif not (server.encrypted or server.is_this_machine):
            raise MailNotSent(
                f"{server!r} offers no encryption (STARTTLS), so nothing was sent to it. "
                f"Try --smtp smtps://{server.host}"
            )
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _said(error: Exception) -> str:
    """What the server or the system said, on one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return f"{code} {said.decode(errors='replace')}"
    if isinstance(error, smtplib.SMTPResponseException):
        answer: bytes | str = error.smtp_error
        text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
        return f"{error.smtp_code} {text}"
    return str(error) or type(error).__name__
