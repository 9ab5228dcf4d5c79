"""ht-newsgen itself, as its manual tells an editor to use it."""

from pathlib import Path

import yaml

from benchmarks import registers
from benchmarks.generators import generator
from benchmarks.generators.generator import EDITION, ROOT, Generator
from benchmarks.items import PAGES, Item

CLOCK = "2026-03-01T00:00:00+01:00"
"""Builds are as if on this day, so that what they are given to do does not depend on the day."""
LONGEST_LINE = 1000
"""Characters: no text is folded."""


def text_of(item: Item) -> str:
    """YAML front matter, by the keys of the editor's guide."""
    fields: dict[str, object] = {
        "title": item.title,
        "slug": item.slug,
        "standfirst": item.standfirst,
        "language": item.language,
    }
    if item.section != PAGES:
        fields |= {
            "date": item.date.isoformat(),
            "rights": "own",
            "topics": list(item.topics),
            "countries": list(item.countries),
            "authors": list(item.authors),
        }
        if item.source:
            source = {"name": registers.SOURCES[item.source], "url": item.source_url}
            fields["source"] = source
    return generator.yaml_front_matter(fields, item.body)


def prepare(root: Path) -> None:
    """Configuration, registers, the newsletter's text, and one template in place of the theme's."""
    sections = [
        {"id": id_, "title": title, "kind": kind, "front_page": 10}
        for (id_, title), kind in zip(registers.SECTIONS.items(), ("flash", "story"), strict=True)
    ]
    newsletter = {"id": "newsletter", "title": "Newsletter Subscription", "kind": "page"}
    pages = {"id": PAGES, "title": "About this site", "kind": "page", "permalink": "/{slug}/"}
    config = {
        "base_url": registers.SITE_URL,
        "title": registers.SITE_TITLE,
        "language": "en",
        "timezone": "Europe/Sarajevo",
        "organisation": {"name": registers.ORGANISATION},
        "sections": [*sections, newsletter, pages],
        "exit_url": registers.EXIT_URL,
        # No peer makes one here; `python3 build.py bench --search` measures it.
        "search": "off",
        # The corpus has few headlines, and to print thousands of warnings is not what is measured.
        "checks": {"editorial/same-headline": "off"},
    }
    write(root / "newsgen.yaml", config)
    data = root / "content" / "data"
    write(data / "topics.yaml", {id_: {"title": name} for id_, name in registers.TOPICS.items()})
    write(data / "authors.yaml", {id_: {"name": name} for id_, name in registers.AUTHORS.items()})
    sources = {
        id_: {"name": name, "url": registers.source_home(id_), "language": "en"}
        for id_, name in registers.SOURCES.items()
    }
    write(data / "sources.yaml", sources)
    write(data / "helplines.yaml", [helpline(*line) for line in registers.HELPLINES])
    text = generator.yaml_front_matter({"title": "Newsletter Subscription"}, "Subscribe.\n")
    (root / "content" / "newsletter").mkdir()
    (root / "content" / "newsletter" / "index.md").write_text(text, encoding="utf-8")
    base = (ROOT / "templates" / "base.html").read_text(encoding="utf-8")
    (root / "templates").mkdir()
    marked = base.replace("</footer>", f"{EDITION}\n</footer>")
    (root / "templates" / "base.html").write_text(marked, encoding="utf-8")


def helpline(phone: str, name: str, hours: str) -> dict[str, object]:
    """An entry of the register of helplines."""
    return {
        "country": "EU",
        "name": name,
        "phone": phone,
        "hours": hours,
        "free": True,
        "for": ["emergency"],
        "verified_on": "2026-02-01",
        "source": "https://digital-strategy.ec.europa.eu/en/policies/112",
    }


def write(path: Path, value: object) -> None:
    """A value as people write it, a key on a line."""
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=LONGEST_LINE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def command(root: Path, output: Path) -> list[str]:
    """As installed by build.py."""
    return [*program("build", root), f"--output={output}"]


def check(root: Path) -> list[str]:
    """What an editor runs before a commit."""
    return program("check", root)


def program(word: str, root: Path) -> list[str]:
    """A command of ours on a site."""
    path = ROOT / ".venv" / "bin" / "ht-newsgen"
    return [str(path), word, "--quiet", f"--clock={CLOCK}", f"--site={root}"]


OURS = Generator(
    name="ht-newsgen",
    text_of=text_of,
    prepare=prepare,
    command=command,
    check=check,
    template="templates/base.html",
    caches=(".cache",),
)
