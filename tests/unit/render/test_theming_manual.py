"""`docs/theming.md` names all that a theme is made of."""

import re
from pathlib import Path

import pytest

from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.render.assets import read_assets
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.filters import make_filters
from ht_newsgen.render.html import TEMPLATES, render_html
from tests import examples

MANUAL = (examples.ROOT / "docs/theming.md").read_text(encoding="utf-8")
STYLES = examples.STATIC / "assets"


@pytest.mark.parametrize("path", sorted(examples.TEMPLATES.rglob("*.html")), ids=lambda p: p.stem)
def test_every_template_and_macro_is_named(path: Path) -> None:
    """A newcomer finds what there is to use and to replace."""
    name = path.relative_to(examples.TEMPLATES).as_posix()
    text = path.read_text(encoding="utf-8")
    macros = re.findall(r"macro (\w+)\(", text) if name.startswith("macros/") else []
    row = next(line for line in MANUAL.splitlines() if f"`{name}`" in line)

    assert [macro for macro in macros if f"`{macro}`" not in row] == []


def test_every_kind_of_page_is_named_with_its_view() -> None:
    """The value a template gets is that of its kind."""
    rows = dict(re.findall(r"^\| `([a-z_]+\.html)` \|[^|]+\| `(\w+)` \|$", MANUAL, re.MULTILINE))

    assert rows == {
        TEMPLATES[page.kind]: type(page.view).__name__ for page in examples.EXAMPLES.values()
    }


def test_every_filter_is_named() -> None:
    """In the order in which the program has them."""
    assert re.findall(r"^\| `(\w+)` \| `[^`]+ \\\| ", MANUAL, re.MULTILINE) == list(
        make_filters("en")
    )


def test_every_token_is_named() -> None:
    """Whatever stands in tokens.css; of the distances, the first and the last."""
    tokens = set(
        re.findall(r"^ +(--[\w-]+):", (STYLES / "css/tokens.css").read_text(), re.MULTILINE)
    )
    between = {f"--space-{number}" for number in range(2, 7)}

    assert {token for token in tokens - between if f"`{token}`" not in MANUAL} == set()


def test_the_layers_are_named_in_their_order() -> None:
    """The manual and the stylesheet declare the same."""
    layers = re.search(r"@layer ([^;]+);", (STYLES / "site.css").read_text(encoding="utf-8"))

    assert layers is not None
    assert f"the order of the layers once: {layers[1]}." in MANUAL


def test_every_stylesheet_is_imported() -> None:
    """A file that nobody imports styles nothing."""
    imported = set(re.findall(r'url\("([^"]+)"\)', (STYLES / "site.css").read_text()))

    assert imported == {
        path.relative_to(STYLES).as_posix() for path in (STYLES / "css").rglob("*.css")
    }


def test_one_file_of_a_site_hides_that_of_the_theme(tmp_path: Path) -> None:
    """As the manual says: a foot of one's own, and all else stays the theme's."""
    base = (examples.TEMPLATES / "base.html").read_text(encoding="utf-8")
    (tmp_path / "base.html").write_text(
        base.replace('<div class="foot__end">', '<div class="foot__end"><p>Ours</p>'), "utf-8"
    )
    page = examples.EXAMPLES["story"]
    environment = make_environment([tmp_path, examples.TEMPLATES], made.ENGLISH)

    changed = render_html(page, environment, examples.body).decode()

    assert changed.replace("<p>Ours</p>", "", 1) == examples.render_example("story")
    assert changed.count("<p>Ours</p>") == 1


def test_tokens_of_a_site_hide_those_of_the_theme(tmp_path: Path) -> None:
    """A copy of tokens.css with another colour, at the same place in the site."""
    tokens = tmp_path / "assets/css/tokens.css"
    tokens.parent.mkdir(parents=True)
    theirs = (STYLES / "css/tokens.css").read_text(encoding="utf-8")
    tokens.write_text(theirs.replace("--bar: #0b3b44", "--bar: #5b1a4a"), "utf-8")

    sheet = read_assets([tmp_path, examples.STATIC]).by_name["assets/site.css"].data.decode()

    assert "--bar: #5b1a4a" in sheet or "--bar:#5b1a4a" in sheet
    assert "#0b3b44" not in sheet
