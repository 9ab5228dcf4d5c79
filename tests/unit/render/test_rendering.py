"""From a view to the bytes of a page: what is escaped, what is tidied, what is refused."""

import pytest
from msgspec.structs import replace

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.articles import STORY
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.html import render_html, tidy
from tests import examples
from tests.examples import EXAMPLES


def test_text_cannot_become_markup() -> None:
    """Whatever an editor types into front matter is shown as it was typed."""
    nasty = '"><script>alert(1)</script>'
    view = replace(
        STORY, title=nasty, standfirst=nasty, dateline=nasty, licence=nasty,
        source=replace(made.SOURCE, name=nasty, author=nasty),
        head=replace(made.head(nasty, description=nasty), json_ld=""),
    )  # fmt: skip
    page = Page(path="x.html", kind=PageKind.ARTICLE, view=view)
    text = render_html(page, examples.theme(made.ENGLISH), examples.body)

    ours = f'<script src="{made.SCRIPT}" defer>'.encode()
    assert text.count(b"<script") == text.count(ours) == 1
    assert text.count(b"&lt;script&gt;alert(1)&lt;/script&gt;") >= 8


def test_preformatted_text_keeps_its_blank_lines() -> None:
    """Tidying is for what templates leave behind."""
    assert tidy("\n<p>\n \n\t\n</p><pre>a\n\n\nb</pre>\n\n\n") == "<p>\n</p><pre>a\n\n\nb</pre>\n"


def test_a_theme_without_a_template_is_broken() -> None:
    """Said in a sentence, not shown as a crash."""
    environment = make_environment([examples.STATIC], made.ENGLISH)

    with pytest.raises(ThemeBroken) as broken:
        render_html(EXAMPLES["front"], environment, examples.body)

    assert str(broken.value) == f"there is no template front.html in {examples.STATIC}"
