"""What an answer means for a link, as a table: one cannot be strict with a web that is not."""

from msgspec import Struct

from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.model.links import LinkState

GONE = frozenset((404, 410))
"""The host says that there is no such page."""
OF_FAULTS = {
    Fault.NAME: LinkState.FAILING,
    Fault.UNREACHABLE: LinkState.FAILING,
    Fault.SLOW: LinkState.FAILING,
    Fault.CUT: LinkState.FAILING,
    # Of the others a person with a browser may see more than we do, or is asked what to do.
    Fault.GARBLED: LinkState.UNKNOWN,
    Fault.CERTIFICATE: LinkState.UNKNOWN,
    Fault.LOOP: LinkState.UNKNOWN,  # usual where cookies are wanted
    Fault.ASTRAY: LinkState.UNKNOWN,
    Fault.ROBOTS: LinkState.UNKNOWN,
    Fault.BUSY: LinkState.UNKNOWN,
    Fault.PRIVATE: LinkState.UNKNOWN,
    Fault.ADDRESS: LinkState.UNKNOWN,
}


class Verdict(Struct, frozen=True):
    """What is to be remembered of one look."""

    state: LinkState
    status: str
    moved_to: str = ""


def judge(answer: Answer) -> Verdict:
    """The verdict on an answer.

    Only "no such page", a host in trouble and no host at all count against a link. 401, 403, 429
    and their like say that programs are not welcome, and nothing of the page.
    """
    if answer.fault is not None:
        return Verdict(OF_FAULTS[answer.fault], answer.fault.value)
    status = str(answer.status)
    if answer.challenge:
        return Verdict(LinkState.UNKNOWN, status)
    if 200 <= answer.status < 300:
        return Verdict(LinkState.GOOD, status, answer.moved_to)
    if answer.status in GONE or 500 <= answer.status < 600:
        return Verdict(LinkState.FAILING, status)
    return Verdict(LinkState.UNKNOWN, status)
