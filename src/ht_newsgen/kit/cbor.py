"""As much of CBOR (RFC 8949) as Pagefind's index has: arrays, texts and whole numbers."""

from typing import Any

Value = Any
"""A list of values, a text or a whole number that is not negative."""

NUMBER, TEXT, ARRAY = 0, 3, 4
"""Major types (RFC 8949, section 3.1)."""


def decode(data: bytes) -> Value:
    """The one value in these bytes; raises ValueError when it is another kind of CBOR, or none."""
    try:
        value, end = _value(data, 0)
    except (IndexError, RecursionError) as error:
        raise ValueError("the CBOR is cut short") from error
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes follow the CBOR")
    return value


def encode(value: Value) -> bytes:
    """The value in the shortest form (section 4.2.1)."""
    if isinstance(value, str):
        data = value.encode()
        return _head(TEXT, len(data)) + data
    if isinstance(value, list):
        return _head(ARRAY, len(value)) + b"".join(map(encode, value))
    return _head(NUMBER, value)


def _head(major: int, argument: int) -> bytes:
    if argument < 24:
        return bytes([major << 5 | argument])
    for info, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if argument < 1 << (8 * size):
            return bytes([major << 5 | info]) + argument.to_bytes(size, "big")
    raise ValueError(f"{argument} does not fit into CBOR")


def _value(data: bytes, at: int) -> tuple[Value, int]:
    major, info = data[at] >> 5, data[at] & 31
    at += 1
    if info < 24:
        argument = info
    elif info < 28:
        size = 1 << (info - 24)
        if at + size > len(data):
            raise IndexError
        argument = int.from_bytes(data[at : at + size], "big")
        at += size
    else:
        raise ValueError(f"CBOR of indefinite length at byte {at - 1}")
    if major == NUMBER:
        return argument, at
    if major == TEXT:
        if at + argument > len(data):
            raise IndexError
        return data[at : at + argument].decode(), at + argument
    if major != ARRAY:
        raise ValueError(f"CBOR of type {major} at byte {at - 1}")
    values = []
    for _ in range(argument):
        value, at = _value(data, at)
        values.append(value)
    return values, at
