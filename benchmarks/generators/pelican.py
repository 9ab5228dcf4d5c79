"""Pelican, the best known of the Python peers: https://getpelican.com."""

from pathlib import Path

from benchmarks.generators import generator
from benchmarks.generators.generator import Generator
from benchmarks.items import PAGES, Item


def text_of(item: Item) -> str:
    """Metadata as Python-Markdown's own extension reads it: one line each."""
    fields = {
        "Title": item.title,
        "Slug": item.slug,
        "Standfirst": item.standfirst,
        "Tongue": item.language,
    }
    if item.section != PAGES:
        fields |= {
            "Date": item.date.isoformat(),
            "Category": item.section,
            "Tags": ", ".join(item.topics),
            "Countries": " ".join(item.countries),
            "Source": item.source,
            "Source_url": item.source_url,
            "Authors": "; ".join(item.authors),
        }
    lines = (f"{key}: {value}" for key, value in fields.items() if value)
    return "\n".join((*lines, "", item.body))


def prepare(root: Path) -> None:
    """Settings, a plugin for what Pelican does not list by itself, templates, names, statics."""
    generator.copy_peer("pelican", root)
    generator.copy_static(root / "content" / "static")
    generator.write_registers(root / "registers.json")


def command(root: Path, output: Path) -> list[str]:
    """As installed by pip."""
    pelican = generator.TOOLS / "python" / "bin" / "pelican"
    return [str(pelican), "--quiet", f"--settings={root / 'pelicanconf.py'}", f"--output={output}"]


PELICAN = Generator(
    name="pelican",
    text_of=text_of,
    prepare=prepare,
    command=command,
    template="templates/base.html",
    caches=("cache",),
)
