"""`docs/theming.md` names all that a theme is made of."""

import re
from pathlib import Path

import pytest

from ht_newsgen.render.filters import make_filters
from ht_newsgen.render.html import TEMPLATES
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
