"""A glance at a page against the search that it spares."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.render.forms import forms_elsewhere
from ht_newsgen.render.glance import may_lead_elsewhere
from ht_newsgen.render.requests import requests_elsewhere

OURS = "https://news.example/"
SHREDS = (
    "<img", "<IMG", "<link", "<a", "<p", "<style>", "</style>", "<form", "<Button", "<input",
    "<pre>", ">", " ", "\n", "=", '"', "'", "/", "//", "https:", "HTTP:", "mailto:", "é", "ж",
    " src", " href", " rel=icon", " srcset", " action", " formAction", " style", " title", ",",
    "1x", "@import ", "url(", "URL( ", ")", ";", OURS, "//news.example/", "there.example/a",
    "&#47;", "&amp;", ' alt="', " alt='", " value=",
)  # fmt: skip
"""Of which requests and forms are made, whole and broken."""
PAGES = st.lists(st.sampled_from(SHREDS), max_size=20).map("".join)


@settings(max_examples=300)
@given(PAGES)
def test_a_glance_overlooks_nothing(page: str) -> None:
    """What is found in a page is found in no page at which a glance sees nothing."""
    data = page.encode()

    found = requests_elsewhere(f"<p>{page}", OURS) or forms_elsewhere(page, OURS)
    assert may_lead_elsewhere(data, OURS) or not found


def test_a_glance_suffices_for_most_pages() -> None:
    """Links elsewhere, our own pictures and our own search are nothing to look at more closely."""
    page = f"""
    <link rel="canonical" href="{OURS}a/"><img src="{OURS}b.jpg"><script src="/c.js"></script>
    <a href="https://there.example/">There</a> <form action="/search/"><input name="q"></form>
    """.encode()

    assert not may_lead_elsewhere(page, OURS)
