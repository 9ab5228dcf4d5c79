"""The specimen of the theme among the pages of a site."""

import re
from functools import cache

import pytest
from msgspec.structs import replace

from ht_newsgen.model.article import Article
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.specimen.examples import VIEWS
from ht_newsgen.pages.specimen.pages import LEFT_OUT
from ht_newsgen.pages.views.machine import SitemapView
from ht_newsgen.pages.views.specimen import SpecimenView
from ht_newsgen.render.html import TEMPLATES, render_html
from tests import examples
from tests.factories import article, assets, desk, site


def specimen(items: tuple[Article, ...] = (), *, defer: bool = False) -> dict[str, Page]:
    """The plan of a site that shows its specimen, by path."""
    pages = plan(site(items), assets(), defer=defer, specimen=True)
    return {page.path: page for page in pages}


@cache
def of_an_empty_site() -> dict[str, Page]:
    """That of a site without items."""
    return specimen()


def html(page: Page) -> str:
    """The page by the project's theme."""
    view = resolved(page).view
    theme = examples.theme(view.frame.locale)  # type: ignore[attr-defined]
    return render_html(replace(page, view=view), theme, examples.body).decode()


def test_a_specimen_is_there_for_whoever_asks() -> None:
    """A page of every kind and one of all components; nobody else gets any of it."""
    shown = {path for path in specimen() if path.startswith("_specimen/")}
    names = {name for name, (kind, _) in VIEWS.items() if kind not in LEFT_OUT}

    assert shown == {"_specimen/index.html", *(f"_specimen/{name}/index.html" for name in names)}
    assert {VIEWS[name][0] for name in names} == set(TEMPLATES) - LEFT_OUT
    assert not any(page.path.startswith("_specimen") for page in plan(site(), assets()))


def test_no_list_names_the_specimen() -> None:
    """No sitemap, and nothing but its own pages."""
    pages = specimen((article(),))
    maps = [page.view for page in pages.values() if isinstance(page.view, SitemapView)]

    assert maps
    assert "_specimen" not in repr(maps)
    assert [
        path
        for path, page in pages.items()
        if not path.startswith("_specimen/") and "_specimen" in repr(page.view)
    ] == []


@pytest.mark.parametrize(
    "path", sorted(path for path in of_an_empty_site() if path.startswith("_spec"))
)
def test_the_specimen_leads_nowhere_but_to_itself_and_to_its_site(path: str) -> None:
    """No made-up address is left in it; it wears the site's frame, and is for no index."""
    text = html(of_an_empty_site()[path])

    assert not re.search(r'"(/n/|https://newsroom\.example|https://lists\.example)', text)
    assert '<meta name="robots" content="noindex">' in text
    assert "canonical" not in text
    assert desk(site()).frame.site_title in text
    assert '<script type="application/ld+json">' not in text


def test_a_specimen_that_is_made_late_is_the_same() -> None:
    """Deferred or not, and its key changes with the frame alone."""
    early, late = specimen(), specimen((article(),), defer=True)

    for path, page in early.items():
        if path.startswith("_specimen/"):
            assert resolved(late[path]).view == page.view


def test_every_macro_of_a_component_is_shown() -> None:
    """What a theme can replace in the macros' files stands in the specimen, or around it."""
    macros = {
        name
        for file in (examples.TEMPLATES / "macros").glob("*.html")
        for name in re.findall(r"macro (\w+)\(", file.read_text(encoding="utf-8"))
    }
    templates = "".join(file.read_text("utf-8") for file in examples.TEMPLATES.rglob("*.html"))

    assert isinstance(VIEWS["specimen"][1], SpecimenView)
    assert {name for name in macros if len(re.findall(rf"\b{name}\b", templates)) < 2} == set()
    assert PageKind.SPECIMEN in TEMPLATES
