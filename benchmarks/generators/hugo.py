"""Hugo, the quickest of the peers: https://gohugo.io."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from benchmarks.generators import generator
from benchmarks.generators.generator import Generator
from benchmarks.items import PAGES, Item


def text_of(item: Item) -> str:
    """Countries, sources and months are taxonomies, since Hugo has no other list of its own."""
    fields: dict[str, object] = {
        "title": item.title,
        "slug": item.slug,
        "standfirst": item.standfirst,
        "tongue": item.language,
    }
    if item.section != PAGES:
        fields |= {
            "date": item.date.isoformat(),
            "topics": list(item.topics),
            "countries": [code.lower() for code in item.countries],
            "sources": [item.source] if item.source else [],
            "source_url": item.source_url,
            "authors": list(item.authors),
            "archive": [f"{item.date:%Y}", f"{item.date:%Y/%m}"],
        }
    return toml_front_matter(fields, item.body)


def toml_front_matter(fields: Mapping[str, object], body: str) -> str:
    """Hugo's own format, which it reads a fifth quicker than YAML."""
    lines = (f"{key} = {toml(value)}" for key, value in fields.items() if value not in ("", []))
    return "\n".join(("+++", *lines, "+++", "", body))


def toml(value: object) -> str:
    """A value as TOML, which for text, switches and lists of texts is JSON."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items())
        return f"{{ {pairs} }}"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def prepare(root: Path) -> None:
    """Configuration, templates, names, static files, and three pages that are no items."""
    generator.copy_peer("hugo", root)
    generator.copy_static(root / "static")
    generator.write_registers(root / "data" / "registers.json")
    # A folder is a section only if it says so; the standing pages are in none that is shown.
    sections: dict[str, dict[str, object]] = {
        "flash": {"title": "News Flash"},
        "resource-center": {"title": "European Resource Center"},
        "pages": {"title": "About", "build": {"render": "never", "list": "never"}},
        "archive": {"title": "Archive"},
    }
    for section, fields in sections.items():
        path = root / "content" / section / "_index.md"
        path.parent.mkdir(parents=True)
        path.write_text(toml_front_matter(fields, ""), encoding="utf-8")
    for slug, title in {"feeds": "Feeds", "newsletter": "Newsletter Subscription"}.items():
        fields_of_page: dict[str, object] = {"title": title, "slug": slug, "tongue": "en"}
        if slug == "feeds":
            fields_of_page["layout"] = "feeds"
        text = toml_front_matter(fields_of_page, "Subscribe to our newsletter.\n")
        (root / "content" / "pages" / f"{slug}.md").write_text(text, encoding="utf-8")


def command(root: Path, output: Path) -> list[str]:
    """The program itself, not the script of its Python package, which would cost extra."""
    hugo = generator.site_packages() / "hugo" / "binaries" / "hugo"
    return [str(hugo), "build", "--quiet", f"--source={root}", f"--destination={output}"]


HUGO = Generator(
    name="hugo",
    text_of=text_of,
    prepare=prepare,
    command=command,
    template="layouts/baseof.html",
)
