"""What surrounds every page, in its HTML: the ways out, the numbers to call."""

import pytest
from msgspec.structs import replace

from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.render.html import render_html
from tests import examples
from tests.outline import Outline

FRAMED = sorted(set(examples.EXAMPLES) - {"redirect"})


@pytest.mark.parametrize("name", FRAMED)
def test_the_first_links_are_the_skip_link_and_the_exit(name: str) -> None:
    """Nobody has to search for the way out."""
    page = Outline(examples.render_example(name))
    skip, link, button = page.all("a")[:3]

    assert skip["href"] == "#site--main"
    assert link["href"] == button["href"] == "https://www.wikipedia.org/"
    assert button["role"] == "button"
    assert page.all("script")[0] == {"src": made.SCRIPT, "defer": ""}


def test_a_page_without_the_exit_has_nothing_of_it() -> None:
    """No link, no script; the skip link stays the first thing."""
    frame = replace(made.FRAME, exit_url="", exit_script="")
    page = Page(
        path="x.html",
        kind=PageKind.PAGE,
        view=replace(examples.EXAMPLES["about"].view, frame=frame),
    )
    text = render_html(page, examples.theme(made.ENGLISH), examples.body)
    found = Outline(text.decode())

    assert [link["href"] for link in found.all("a")[:2]] == ["#site--main", "/n/"]
    assert [one for one in found.all("script") if "src" in one] == []


@pytest.mark.parametrize("name", FRAMED)
def test_helplines_stand_in_the_same_place(name: str) -> None:
    """First thing in the foot (WCAG 2.2, 3.2.6)."""
    foot = examples.render_example(name).partition('<footer class="foot">')[2]

    assert foot.lstrip().startswith('<section class="help"')
    assert 'href="tel:116000"' in foot
