"""The part of CBOR that the search index is written in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.kit import cbor

values = st.recursive(st.integers(0, 2**64 - 1) | st.text(), st.lists, max_leaves=30)


@given(values)
def test_what_is_encoded_is_decoded(value: Any) -> None:
    """Lists, texts and whole numbers."""
    assert cbor.decode(cbor.encode(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        # RFC 8949, appendix A.
        (0, "00"), (23, "17"), (24, "1818"), (1000, "1903e8"), (1000000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"),
        ("", "60"), ("IETF", "6449455446"), ("\u6c34", "63e6b0b4"),
        ([], "80"), ([1, [2, 3], [4, 5]], "8301820203820405"),
    ],
)  # fmt: skip
def test_it_is_the_shortest_form(value: Any, data: str) -> None:
    """As in the examples of the standard."""
    assert cbor.encode(value) == bytes.fromhex(data)
    assert cbor.decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize(
    "data", ["", "18", "62", "6261", "82", "9f", "f6", "20", "0000", "a0", "61ff"]
)
def test_anything_else_is_refused(data: str) -> None:
    """Cut short, of another type, of indefinite length, followed by more."""
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is for people
        cbor.decode(bytes.fromhex(data))


def test_a_number_that_is_too_large_is_refused() -> None:
    """CBOR's own numbers end at 64 bits."""
    with pytest.raises(ValueError, match="does not fit"):
        cbor.encode(2**64)
