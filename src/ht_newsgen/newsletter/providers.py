"""What providers put into a mail, and how a mail is kept from being taken for their language.

Providers read what they send as a template. So the one mark that is meant stands for itself, and
everything else in a mail that looks like a mark is broken up, whoever wrote it.
"""

from ht_newsgen.kit.patterns import regex
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

STAND_IN = "https://unsubscribe.invalid/"
"""Stands in a mail for the provider's mark until it is put in (RFC 2606, section 2)."""

MARKS: dict[type, str] = {
    Listmonk: "{{ UnsubscribeURL }}",
    Mailchimp: "*|UNSUB|*",
    Brevo: "{{ unsubscribe }}",
    Buttondown: "{{ unsubscribe_url }}",
    PhpList: "[UNSUBSCRIBEURL]",
    Keila: "{{ unsubscribe_link }}",
}
"""For each provider, what it replaces by the address at which a reader unsubscribes."""

_LOOKS_LIKE_A_MARK = regex(r"(?<=\{)(?=[{%#])|(?<=\*)(?=\|)")
_BRACKETED = regex(r"\[(?=[A-Za-z][\w :%.-]*\])")


def unsubscribe_link(sign_up: SignUp | None) -> str:
    """An href: a mail to the list, or what stands in for the provider's mark; "" without either."""
    if isinstance(sign_up, Mailman):
        name, _, domain = sign_up.list.partition("@")
        return f"mailto:{name}-leave@{domain}"
    if isinstance(sign_up, ByHand):
        return f"mailto:{sign_up.email}" if sign_up.email else ""
    return STAND_IN if type(sign_up) in MARKS else ""


def addressed(text: str, sign_up: SignUp | None) -> str:
    """The finished text of a mail, HTML or plain, with the provider's mark and no other."""
    mark = MARKS.get(type(sign_up), "")
    text = _LOOKS_LIKE_A_MARK.sub(" ", text)
    if isinstance(sign_up, PhpList):
        text = _BRACKETED.sub("[ ", text)
    return text.replace(STAND_IN, mark) if mark else text
