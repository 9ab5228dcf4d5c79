"""A body unpacked to a limit: a few kilobytes can hold gigabytes of nothing."""

import zlib

GZIP = 16 + zlib.MAX_WBITS


def unpack(packed: bytes, encoding: str, limit: int) -> tuple[bytes, bool] | None:
    """At most `limit` bytes of the body, and whether that is all; None if it cannot be read."""
    if encoding in ("", "identity"):
        return packed[:limit], len(packed) <= limit
    if encoding not in ("gzip", "x-gzip"):
        return None
    unpacker = zlib.decompressobj(GZIP)
    try:
        body = unpacker.decompress(packed, limit + 1)
    except zlib.error:
        return None
    return body[:limit], unpacker.eof and len(body) <= limit
