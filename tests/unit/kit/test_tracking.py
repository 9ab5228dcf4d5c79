"""Addresses without what tells who brought the reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.kit.tracking import tracking_in, without_tracking

PAGE = "https://example.org/a"


@pytest.mark.parametrize(
    ("url", "clean", "names"),
    [
        (f"{PAGE}?utm_source=x&utm_medium=y", PAGE, ("utm_source", "utm_medium")),
        (f"{PAGE}?id=7&fbclid=abc&b=%20c#part", f"{PAGE}?id=7&b=%20c#part", ("fbclid",)),
        (f"{PAGE}?UTM_Source=x&id=7", f"{PAGE}?id=7", ("UTM_Source",)),
        (f"{PAGE}?id=7&amp;gclid=x&amp;b=c", f"{PAGE}?id=7&amp;b=c", ("gclid",)),
        (f"{PAGE}?gclid=x&amp;id=7", f"{PAGE}?id=7", ("gclid",)),
        (f"{PAGE}#xtor=RSS-32", PAGE, ("xtor",)),
        (f"{PAGE}?id=1#utm_source=x&utm_term=y", f"{PAGE}?id=1", ("utm_source", "utm_term")),
        (f"{PAGE}#place=3&utm_source=x", f"{PAGE}#place=3&utm_source=x", ()),
        (f"{PAGE}?", f"{PAGE}?", ()),
        (f"{PAGE}?a&&b=", f"{PAGE}?a&&b=", ()),
        (f"{PAGE}?cmp=x&s=1&source=y", f"{PAGE}?cmp=x&s=1&source=y", ()),
        ("https://www.theguardian.com/a?CMP=fb", "https://www.theguardian.com/a", ("CMP",)),
        ("https://youtu.be/x?si=1&t=20", "https://youtu.be/x?t=20", ("si",)),
        ("https://nottheguardian.com/a?CMP=1", "https://nottheguardian.com/a?CMP=1", ()),
        ("https://[bad/?utm_id=1", "https://[bad/", ("utm_id",)),
        ("/flash/?page=2", "/flash/?page=2", ()),
    ],
)
def test_only_what_counts_readers_is_taken_from_an_address(
    url: str, clean: str, names: tuple[str, ...]
) -> None:
    """Everything else stays as it was written, to the byte."""
    assert (without_tracking(url), tracking_in(url)) == (clean, names)


@settings(max_examples=60)
@given(st.text("?&#=;:/[]%. autmsource_fbclidxor1@ž", max_size=40))
def test_an_address_is_cleaned_once_and_for_all(text: str) -> None:
    """No text raises; what is clean stays as it is, and then no parameter is told."""
    clean = without_tracking(text)

    assert without_tracking(clean) == clean
    assert not tracking_in(clean)
    assert (clean == text) == (not tracking_in(text))
