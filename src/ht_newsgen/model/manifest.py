"""What the last build wrote."""

from msgspec import Struct


class Output(Struct, frozen=True, kw_only=True):
    """One written file."""

    digest: str
    """Of its bytes."""


class Manifest(Struct, frozen=True, kw_only=True):
    """The files of an output folder that are ours, by path."""

    outputs: dict[str, Output] = {}
