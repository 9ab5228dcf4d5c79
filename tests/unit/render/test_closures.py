"""Which templates a page may be made of."""

from pathlib import Path

import pytest

from ht_newsgen.model.page import PageKind
from ht_newsgen.render.closures import closure, read_templates, template_digests
from tests.support.sites import ROOT

TEXTS = {
    "article.html": '{% extends "base.html" %}{%- from "macros/cards.html" import card -%}',
    "base.html": "{% import 'macros/frame.html' as frame with context %}",
    "macros/cards.html": "",
    "macros/frame.html": '{%+ include "parts/foot.html" ignore missing without context +%}',
    "parts/foot.html": "",
    "redirect.html": "no other",
}


def test_a_template_is_made_of_all_that_it_mentions_directly_or_not() -> None:
    """In every form that Jinja knows."""
    assert closure("article.html", TEXTS) == TEXTS.keys() - {"redirect.html"}
    assert closure("redirect.html", TEXTS) == {"redirect.html"}


@pytest.mark.parametrize(
    "computed",
    [
        "{% include view.kind ~ '.html' %}",
        '{% include "parts/" ~ view.kind ~ ".html" %}',
        '{% extends "a.html" if view.flag else "b.html" %}',
        '{% include ["a.html", "b.html"] %}',
        '{% from name import card %}',
        '{% include "./base.html" %}',
        '{% include "parts//foot.html" %}',
        '{% include "not-there.html" ignore missing %}',
        r'{% include "base\x2ehtml" %}',
    ],
)  # fmt: skip
def test_a_template_that_computes_a_name_may_be_made_of_any(computed: str) -> None:
    """Or that spells one otherwise; a template that is not there now may come."""
    texts = TEXTS | {"redirect.html": computed}
    assert closure("redirect.html", texts) == texts.keys()


def test_a_change_of_cards_concerns_the_pages_that_have_cards() -> None:
    """Of the theme itself: redirects and the page that is not there have none."""
    texts = read_templates([ROOT / "templates"])
    changed = texts | {"macros/cards.html": texts["macros/cards.html"] + "{# more #}"}
    before, after = template_digests(texts), template_digests(changed)
    concerned = {kind for kind in before if before[kind] != after[kind]}
    assert {PageKind.FRONT, PageKind.LISTING, PageKind.ARTICLE} <= concerned
    assert concerned.isdisjoint({PageKind.REDIRECT, PageKind.NOT_FOUND, PageKind.TOMBSTONE})


def test_the_base_concerns_all_but_redirects() -> None:
    """Which stand alone."""
    texts = read_templates([ROOT / "templates"])
    changed = texts | {"base.html": texts["base.html"] + "{# more #}"}
    before, after = template_digests(texts), template_digests(changed)
    assert {kind for kind in before if before[kind] == after[kind]} == {PageKind.REDIRECT}


def test_the_sites_own_template_hides_the_themes(tmp_path: Path) -> None:
    """As Jinja looks for them."""
    for folder in ("site", "theme"):
        (tmp_path / folder / "macros").mkdir(parents=True)
        (tmp_path / folder / "macros" / "cards.html").write_text(folder)
    (tmp_path / "theme" / "base.html").write_text("theme")
    folders = [tmp_path / "site", tmp_path / "theme", tmp_path / "not-there"]
    assert read_templates(folders) == {"macros/cards.html": "site", "base.html": "theme"}


def test_templates_behind_a_link_are_found_and_circles_end(tmp_path: Path) -> None:
    """Jinja follows links; a folder that holds itself does not hold us up."""
    shared, own = tmp_path / "shared", tmp_path / "templates"
    shared.mkdir()
    own.mkdir()
    (shared / "foot.html").write_text("foot")
    (own / "parts").symlink_to(shared)
    (own / "again").symlink_to(own)
    assert read_templates([own]) == {"parts/foot.html": "foot"}


def test_a_template_that_is_no_text_counts_by_its_bytes(tmp_path: Path) -> None:
    """Jinja will refuse it, if a page is made of it."""
    (tmp_path / "front.html").write_bytes(b"\xff")
    one = template_digests(read_templates([tmp_path]))
    (tmp_path / "front.html").write_bytes(b"\xfe")
    assert one != template_digests(read_templates([tmp_path]))
