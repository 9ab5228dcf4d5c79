"""What came of asking an address: an answer, or the reason why there is none."""

from enum import StrEnum

from msgspec import Struct


class Fault(StrEnum):
    """Why there is no answer. The words are those of the link report, so they stay as they are."""

    ADDRESS = "address"
    """What was to be asked is no address of http or https, or holds a password."""
    PRIVATE = "private"
    """It is one of a private network, or of this machine; nobody was asked."""
    NAME = "name"
    """No host has this name."""
    UNREACHABLE = "unreachable"
    """Nobody takes the connection."""
    SLOW = "slow"
    """There was no answer in time."""
    CUT = "cut"
    """The connection ended before there was an answer."""
    GARBLED = "garbled"
    """What was said is not HTTP."""
    CERTIFICATE = "certificate"
    """The host could not prove to be the one that was asked for, or speaks no TLS that is known."""
    LOOP = "loop"
    """It leads to itself, or on and on."""
    ASTRAY = "astray"
    """It leads to something that is not on the web, such as a file."""
    ROBOTS = "robots"
    """Its host wants no program to ask for it (RFC 9309)."""
    BUSY = "busy"
    """Its host wants to be left alone for longer than one can wait."""


class Answer(Struct, frozen=True, kw_only=True):
    """What an address answered in the end, after all that it led to."""

    url: str
    """Where the answer came from, which may be another address than the one asked."""
    status: int = 0
    """Of HTTP; 0 when there was no answer."""
    fault: Fault | None = None
    """Why there was none."""
    moved_to: str = ""
    """Where it has moved for good (301 and 308), as far as these come before any other redirect."""
    wait: float | None = None
    """Seconds that the host asks for before the next request (`Retry-After`)."""
    challenge: bool = False
    """Whether a wall against programs answered in place of the host."""
    content_type: str = ""
    body: bytes = b""
    """The beginning of the page, when it was asked for; unpacked."""
    whole: bool = True
    """Whether that is all of it."""
