"""Digests: the short names of bytes."""

from hashlib import blake2b
from pathlib import PurePosixPath

DIGEST_BYTES = 16
SHORT = 10
"""Hex digits in a published name: 40 bits, plenty for the files of one site."""


def digest(data: bytes | memoryview) -> str:
    """BLAKE2b of the bytes as 32 hex digits (RFC 7693)."""
    return blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def fingerprinted(name: str, data: bytes) -> str:
    """The name with the data's digest before its extension: `site.css` → `site.3f2a91c0de.css`.

    A name that changes with its content may be cached for ever.
    """
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{digest(data)[:SHORT]}{path.suffix}"))
