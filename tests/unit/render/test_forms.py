"""Forms that would be sent to another host."""

import pytest

from ht_newsgen.render.forms import forms_elsewhere

OURS = "https://newsroom.example/n/"
THEIRS = "https://lists.example.org/post?u=1&id=2"


@pytest.mark.parametrize(
    "text",
    [
        f'<form title="a > b" action="{THEIRS}">',
        f"<button title='>' formaction={THEIRS}>",
        f"<input value=it's formaction={THEIRS}>",
        '<form method="post" action="https://lists.example.org/post?u=1&amp;id=2">',
        "<FORM ACTION='https://lists.example.org/post?u=1&id=2'>",
        "<form\n  action=https://lists.example.org/post?u=1&amp;id=2>",
        '<form action="/here"><button formaction="https://lists.example.org/post?u=1&amp;id=2">',
    ],
)
def test_a_form_that_leads_elsewhere_is_found(text: str) -> None:
    """However it is written."""
    assert forms_elsewhere(f"<p>{text}</p>", OURS) == (THEIRS,)


@pytest.mark.parametrize(
    "text",
    [
        '<form action="https://newsroom.example/n/search/">',
        '<form action="/n/search/"><input name="q">',
        "<form><input type=submit>",
        "<p>The form at https://lists.example.org/post</p>",
    ],
)
def test_a_form_of_our_own_is_none(text: str) -> None:
    """Nor is one that is only written about."""
    assert forms_elsewhere(text, OURS) == ()


def test_what_a_page_declares_is_allowed_to_the_letter() -> None:
    """One more character is another address."""
    text = '<form action="https://lists.example.org/post?u=1&amp;id=2">'

    assert forms_elsewhere(text, OURS, THEIRS) == ()
    assert forms_elsewhere(text, OURS, f"{THEIRS}3") == (THEIRS,)


def test_an_address_without_a_scheme_or_with_an_odd_one_leads_elsewhere() -> None:
    """`//host` and `mailto:` leave the site too."""
    text = '<form action="//lists.example.org/"><form action="mailto:a@example.org">'

    assert forms_elsewhere(text, OURS) == ("//lists.example.org/", "mailto:a@example.org")
