"""A build loads what it needs and nothing else, since one waits for that at every save."""

import shutil
from pathlib import Path

import pytest

from tests.support.loading import libraries, loaded_by, told_by
from tests.support.sites import ROOT

COMPILED = """
import sys
from jinja2 import Environment
from ht_newsgen.cli.app import run

def noted(self, source, name=None, *others, before=Environment.compile, **more):
    print("compiled", name)
    return before(self, source, name, *others, **more)

Environment.compile = noted
run(sys.argv[1:])
"""
"""Runs the program, and says which templates were compiled for it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built once, with a template of its own."""
    root = tmp_path_factory.mktemp("loading") / "site"
    loaded_by("init", str(root))
    with (root / "newsgen.yaml").open("a") as file:
        file.write("search: off\n")
    (root / "templates").mkdir(exist_ok=True)
    shutil.copy(ROOT / "templates" / "base.html", root / "templates" / "base.html")
    told_by(COMPILED, "build", "--site", str(root))
    return root


def edit(site: Path, section: str = "flash") -> None:
    """Another sentence in one text; lists show that of a flash."""
    file = min(site.glob(f"content/{section}/**/*.md"))
    with file.open("a") as text:
        text.write("\nThere is more to tell.\n")


def edit_template(site: Path) -> None:
    """Another comment in the template of all pages."""
    with (site / "templates" / "base.html").open("a") as file:
        file.write("{# Ours. #}")


def test_a_build_in_which_nothing_changed_loads_nothing_that_makes_a_site(site: Path) -> None:
    """No YAML, no Markdown, no templates, no feeds, no languages; no library but two."""
    loaded = loaded_by("build", "--site", str(site))

    assert libraries(loaded) == {"click", "msgspec", "typing_extensions"}
    assert {"build.start", "build.memory"} <= loaded
    assert loaded.isdisjoint(("build.pipeline", "graph.assemble", "pages.plan", "i18n.formats"))


def test_a_build_in_which_one_body_changed_loads_only_what_a_text_needs(site: Path) -> None:
    """Nothing for pictures, other processes, the network, checks, mails or the specimen."""
    edit(site)

    loaded = loaded_by("build", "--site", str(site))

    assert {"build.pipeline", "reading.body", "render.html", "markdown", "jinja2"} <= loaded
    assert libraries(loaded).isdisjoint(("PIL", "pagefind", "watchfiles", "uharfbuzz"))
    rooms = {name.partition(".")[0] for name in loaded}
    assert rooms.isdisjoint(("checks", "newsletter", "serve", "fetching"))
    assert loaded.isdisjoint(
        ("subprocess", "multiprocessing", "concurrent.futures", "asyncio", "socket", "ssl", "http",
         "email", "importlib.metadata", "encodings.idna", "pages.specimen.pages",
         "render.search_index", "render.social_cards", "render.renditions")
    )  # fmt: skip


def test_where_no_list_shows_what_changed_nothing_is_loaded_that_puts_a_site_together(
    site: Path,
) -> None:
    """A story whose standfirst stands is set anew in its own page and in its feeds."""
    edit(site, "stories")

    loaded = loaded_by("build", "--site", str(site))

    assert {"build.only_texts", "reading.body", "render.html"} <= loaded
    assert loaded.isdisjoint(("build.pipeline", "build.newsroom", "graph.assemble", "pages.plan"))


def test_a_build_in_which_one_body_changed_compiles_no_template(site: Path) -> None:
    """Neither one of the theme nor one of the site's own, unless that has changed."""
    told = []
    for change in (edit_template, edit):
        change(site)
        told.append(told_by(COMPILED, "build", "--site", str(site)))

    assert [text.count("compiled base.html") for text in told] == [1, 0]
    assert [text.count("compiled ") for text in told] == [1, 0]
    assert " written" in told[1]
