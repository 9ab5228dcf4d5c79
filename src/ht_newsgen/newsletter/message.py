"""A mail as a message (RFC 5322, MIME): plain text first, HTML as the better alternative.

The same edition at the same clock is the same message, to the byte.
"""

from datetime import datetime
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.policy import SMTP

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.urls import host
from ht_newsgen.newsletter.view import MailView

POLICY = SMTP.clone(max_line_length=76)


def mail_message(
    view: MailView, text: str, html: str, *, name: str, sender: str, now: datetime
) -> EmailMessage:
    """The message, addressed to nobody yet.

    `name` is the permanent id of the edition, which the Message-ID is made from; `sender` an
    address. Without one the author is a group with nobody in it (RFC 6854), which any provider
    replaces.
    """
    seal = digest(f"{name}\n{text}\n{html}".encode())[:20]
    message = EmailMessage(policy=POLICY)
    message["From"] = _author(view, sender)
    message["Subject"] = view.subject
    message["Date"] = now
    message["Message-ID"] = f"<{name}.{seal}@{host(view.home)}>"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = view.text_language or view.language
    message.set_boundary(f"=_{seal}")
    return message


def _author(view: MailView, sender: str) -> Address | Group:
    if sender:
        return Address(view.site_title, addr_spec=sender)
    return Group(view.site_title, ())
