"""What the last build wrote."""

from msgspec import Struct


class Output(Struct, frozen=True, kw_only=True):
    """One written file."""

    digest: str = ""
    """Of its bytes; empty while it is being written."""
    fingerprint: str = ""
    """Of what it was made of; empty while it is being written."""
    key: str = ""
    """Of its view, if that could have been deferred (`pages/deferred.py`)."""
    size: int = 0
    mtime_ns: int = 0


class Manifest(Struct, frozen=True, kw_only=True):
    """The files of an output folder that are ours, by path."""

    outputs: dict[str, Output] = {}
    whole: str = ""
    """Digest of the bytes in which all of it was written down; empty if it was not."""
    since: frozenset[str] = frozenset()
    """Paths of which something else has been written down since then."""
