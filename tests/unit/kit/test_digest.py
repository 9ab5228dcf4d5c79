"""Digests and the names made of them."""

from ht_newsgen.kit.digest import digest, fingerprinted


def test_a_fingerprint_stands_before_the_extension() -> None:
    """So that servers still know the type, and the folder stays."""
    data = b"body {}"
    assert fingerprinted("css/site.css", data) == f"css/site.{digest(data)[:10]}.css"
    assert fingerprinted("LICENSE", data) == f"LICENSE.{digest(data)[:10]}"


def test_other_bytes_have_another_name() -> None:
    """That is what lets a browser keep it for ever."""
    assert fingerprinted("a.css", b"1") != fingerprinted("a.css", b"2")
