"""Addresses that stand in the open: Markdown makes no link of them."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.prose import ADDRESS
from ht_newsgen.kit.sentences import say


def bare(manuscript: Manuscript) -> Iterator[Finding]:
    """An address that is neither in angle brackets nor the target of a link."""
    body = manuscript.body
    if "://" not in body.plain and "www." not in body.plain:
        return
    for found in ADDRESS.finditer(body.plain):
        typed = found[0]
        if typed.count("(") > typed.count(")") and body.plain[found.end() :].startswith(")"):
            typed += ")"
        address = typed if "://" in typed else f"https://{typed}"
        yield Finding(
            say("this address does not become a link by itself"),
            say(
                "Write it as: [words that say where it leads]({address})\nor as: <{address}>",
                address=address,
            ),
            body.place(found.start()),
        )
