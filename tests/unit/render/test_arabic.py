"""Arabic as it is drawn: letters joined, lines in the order of sight."""

import pytest

from ht_newsgen.render.arabic import is_joinable, joined
from ht_newsgen.render.order_of_sight import in_order_of_sight


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param("ب", "\ufe8f", id="alone"),
        pytest.param("ببب", "\ufe91\ufe92\ufe90", id="first, in the middle, last"),
        pytest.param("دار", "\ufea9\ufe8d\ufead", id="letters that join on one side"),
        pytest.param("لا", "\ufefb", id="lam and alef are one sign"),
        pytest.param("بلا", "\ufe91\ufefc", id="that joins before itself"),
        pytest.param("لاب", "\ufefb\ufe8f", id="and not after"),
        pytest.param("بَب", "\ufe91\ufe90", id="vowel marks are left out"),
        pytest.param("ب\u200cب", "\ufe8f\ufe8f", id="a sign that keeps letters apart"),
        pytest.param("بـ", "\ufe91\u0640", id="a stroke"),
        pytest.param("کگ", "\ufb90\ufb93", id="Persian letters"),
        pytest.param("ب 3 A", "\ufe8f 3 A", id="what does not join"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_letter_has_the_form_that_its_neighbours_ask_for(text: str, forms: str) -> None:
    """As readers of Arabic, Persian and Urdu know them."""
    assert joined(text) == forms


@pytest.mark.parametrize(("char", "joins"), [("ب", True), ("ی", True), ("،", True), ("ڵ", False)])
def test_a_letter_without_forms_is_known(char: str, joins: bool) -> None:
    """Unicode gave forms to the letters of some languages only."""
    assert is_joinable(char) is joins


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        ("ابج", True, "جبا"),
        ("ابج ABC", True, "ABC جبا"),
        ("ابج (ABC) ده", True, "هد (ABC) جبا"),
        ("اب (جد)", True, "(دج) با"),
        ("اب 1,500 جد", True, "دج 1,500 با"),
        ("اب 25% جد", True, "دج %25 با"),
        ("عام 2026: اب", True, "با :2026 ماع"),
        ("ABC 12 ابج", False, "ABC 12 جبا"),
        ("ABC ابج 12 ده!", False, "ABC هد 12 جبا!"),
        ("ABC €5", False, "ABC €5"),
        ("", True, ""),
    ],
)
def test_a_line_is_drawn_in_the_order_of_sight(text: str, rtl: bool, seen: str) -> None:
    """Words in other letters and numbers keep their order; brackets open towards what they hold."""
    assert in_order_of_sight(text, rtl=rtl) == seen
