"""What the benchmark knows of a site generator, and what its sites have in common."""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import registers
from benchmarks.items import Item

BENCHMARKS = Path(__file__).resolve().parents[1]
ROOT = BENCHMARKS.parent
TOOLS = ROOT / ".cache" / "bench"
"""Where the peers are installed."""
EDITION = "<!-- edition -->"
"""Stands once in the template that all pages share; an edit of that template replaces it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """A program that makes websites, and how it is used as its manual recommends."""

    name: str
    text_of: Callable[[Item], str]
    """The Markdown file of an item."""
    prepare: Callable[[Path], None]
    """Write all of a site but its items into a new folder."""
    command: Callable[[Path, Path], list[str]]
    """The build of a site's folder into an output folder."""
    template: str
    """The file, relative to the site's folder, that every page is made with."""
    check: Callable[[Path], list[str]] | None = None
    """What tells the mistakes of a site without building it, if there is such a thing."""
    caches: tuple[str, ...] = ()
    """What a build leaves in the site's folder to make the next one quicker."""


def write_site(generator: Generator, root: Path, items: Iterable[Item]) -> None:
    """Write a whole site into a folder that does not exist yet."""
    root.mkdir(parents=True)
    generator.prepare(root)
    for item in items:
        write_item(generator, root, item)


def write_item(generator: Generator, root: Path, item: Item) -> None:
    """Write, or write anew, the file of one item."""
    path = item_file(root, item)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(generator.text_of(item), encoding="utf-8")


def item_file(root: Path, item: Item) -> Path:
    """Where the file of an item is, in the site of any generator."""
    return root / "content" / item.path


def copy_peer(name: str, root: Path) -> None:
    """The hand-made part of a peer's site: configuration and templates."""
    shutil.copytree(BENCHMARKS / "peers" / name, root, dirs_exist_ok=True)


def copy_static(target: Path) -> None:
    """The stylesheet, as one file, and the icon of our own theme."""
    styles = [ROOT / "static/assets/site.css", *sorted((ROOT / "static/assets/css").rglob("*.css"))]
    (target / "assets").mkdir(parents=True)
    text = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    (target / "assets" / "site.css").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "static" / "favicon.svg", target)


def write_registers(path: Path) -> None:
    """All names that templates look up, as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(registers.as_data(), ensure_ascii=False), encoding="utf-8")


def site_packages() -> Path:
    """Where pip has put what the peers are made of."""
    return next((TOOLS / "python").glob("lib/python*/site-packages"))


def yaml_front_matter(fields: dict[str, object], body: str) -> str:
    """Front matter whose values are written as JSON, which is YAML as well."""
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in fields.items()
        if value not in ("", [], None)
    )
    return "\n".join(("---", *lines, "---", "", body))
