"""Accounts of the fediverse, as `@name@host`."""

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.fields import read_line, written, wrong_value
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node

_HANDLE = regex(r"@?([A-Za-z0-9_.-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+)")
_PROFILE = regex(r"https://([^/@]+)/@([A-Za-z0-9_.-]+)/?")


def read_handle(node: Node, key: str, notes: Notes) -> str | None:
    """An account of the fediverse: `@name@host`, with or without its first @."""
    text = read_line(node, key, notes)
    if text is None:
        return None
    if found := _HANDLE.fullmatch(text):
        return f"@{found[1]}"
    if address := _PROFILE.fullmatch(text):
        meant = f'"@{address[2]}@{address[1]}"'
        wrong_value(
            node,
            key,
            notes,
            say("an account is written as a name, not as an address"),
            written(key, meant),
            mended=meant,
        )
        return None
    wrong_value(
        node,
        key,
        notes,
        say("`{text}` is no account of the fediverse", text=text[:80]),
        say('Write it in quotes as {value}: "@newsroom@example.org"', value=key.rpartition(".")[2]),
    )
    return None
