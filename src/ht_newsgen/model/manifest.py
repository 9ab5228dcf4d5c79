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
