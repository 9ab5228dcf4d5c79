"""What people do to a site between two builds: one function for each kind of edit.

Each takes the site's folder and what the dice say, so that a test can also call one by itself.
"""

import os
import re
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.support.sites import ROOT

TINY = ROOT / "tests" / "sites" / "tiny" / "site"
END = re.compile(r"{%-? *end(?:macro|block)\b|</body>")
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)

TITLES = ("Floods", "Flames", "Raids in two countries", "Поплаве", "A <b>bold</b> & odd title")
"""The first two take the same number of bytes."""
BODIES = (
    "Nine people are safe.",
    "Five people are safe.",
    "A note.[^1]\n\n[^1]: With a [link](/about/).",
    "# A heading\n\n![A square.](square.png)\n",
    "![From the root.](/shared.png) and ![nowhere](nowhere.png)",
    "",
)
KEYS = {
    "title": TITLES,
    "date": ("2025-01-10", "2025-01-10 10:00", "2026-05-31", "2026-06-03", "1880-01-01"),
    "updated": ("", "2026-05-30", "2026-06-04"),
    "topics": ("", "[children]", "[law, children]", "[nobody]"),
    "countries": ("", "[BA]", "[RS, BA]"),
    "language": ("", "bs", "ar", "sr-Latn"),
    "draft": ("", "true"),
    "publish": ("", "2026-06-02 08:00", "2026-05-01"),
    "expires": ("", "2026-06-02 09:00", "2026-05-01"),
    "status": ("", "withdrawn"),
    "source": ("", "agency", "{name: A Paper, url: 'https://paper.example/'}", "{name: agency}"),
    "rights": ("", "excerpt", "unverified", "own"),
    "authors": ("", "[newsdesk]", "[Guest, newsdesk]"),
    "aliases": ("", "[/old/place/]", "[/flash/]", "[/other.html]"),
    "slug": ("", "floods", "raids"),
    "id": ("", "note-1", "another"),
    "weight": ("", "5"),
    "translation_of": ("", "note-1", "about"),
    "content_notes": ("", "[harm]"),
    "image": ("", "{src: square.png, alt: A square., credit: The newsdesk}"),
    "standfirst": ("", "In one sentence.", "In two words."),
    "corrections": ("", "[{date: 2026-05-20, text: It was nine.}]"),
    "since": ("", "2025-01-10", "2026-01-01"),
    "items": ("", "[note-1, raids]"),
    "nonsense": ("", "[unclosed"),
}  # fmt: skip
"""Values of front-matter keys as they are written; empty takes the key away."""

CONFIGURATION = (
    ("title: {en: The Tiny Newsroom,", "title: {en: The Other Newsroom,"),
    ("page_size: 2", "page_size: 3"),
    ("languages: [en, bs]", "languages: [en]"),
    ("languages: [en, bs]", "languages: [en, bs, ar]"),
    ("title: {en: News Flash,", "title: {en: Flashes,"),
    ("kind: flash, front_page: 3", "kind: flash, front_page: 1, permalink: '/{section}/{slug}/'"),
    ("timezone: Europe/Sarajevo", "timezone: Asia/Tokyo"),
    ("page_size: 2", "page_size: 2\nexcerpt_limit: 20"),
    ("page_size: 2", "page_size: 2\nexit_url: https://weather.example/"),
    ("page_size: 2", "page_size: 2\nfeeds: {entries: 2, link: source}"),
    ("page_size: 2", "page_size: 2\nfeeds: {authority: 'example.org,2018'}"),
    ("page_size: 2", "page_size: 2\nai: {search: deny}"),
    ('security: {contact: "mailto:security@example.org"}\n', ""),
    ("kind: story, front_page: 3", "kind: story, front_page: 3, trusted_html: true"),
    ("kind: story, front_page: 3", "kind: story, front_page: 3, feed: false"),
    ("https://organisation.example/", "https://another.example/"),
    ("page_size: 2", "page_size: 2\nsearch: off"),
    ("page_size: 2", "page_size: none"),
)
REGISTERS = (
    ("topics", "title: Law", "title: Justice"),
    ("topics", "Everything about children.", "All about children."),
    ("topics", "law: {title: Law}\n", ""),
    ("sources", "The Agency", "The Wire"),
    ("sources", "https://agency.example/feed.xml", "https://agency.example/other.xml"),
    ("authors", "The newsdesk", "The desk"),
    ("content_notes", "about harm", "about violence"),
    ("helplines", "around the clock", "by day"),
    ("helplines", "2026-05-01", "2025-06-10"),
)
TEMPLATES = (
    "base.html",
    "article.html",
    "listing.html",
    "macros/cards.html",
    "macros/helplines.html",
    "redirect.html",
    "not_found.html",
)


def items(root: Path) -> list[Path]:
    """Every item of the site, in the order of their paths."""
    return sorted((root / "content").rglob("*.md"))


def add(root: Path, section: str, name: str, title: str, body: str) -> None:
    """A new item, or another one in its place."""
    file = root / "content" / section / "2026" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'---\ntitle: "{title}"\ndate: 2026-05-30\n---\n\n{body}\n')


def edit_body(file: Path, body: str) -> None:
    """Another text under the same front matter."""
    front = FRONT.match(file.read_text())
    file.write_text(f"{front[0] if front else ''}\n{body}\n")


def set_key(file: Path, key: str, value: str) -> None:
    """A front-matter key with this value in place of the one it has; empty takes it away."""
    text = file.read_text()
    front = FRONT.match(text)
    lines = [line for line in (front[1] if front else "").split("\n") if line]
    kept, inside = [], False
    for line in lines:
        inside = line.startswith(f"{key}:") or (inside and line.startswith((" ", "-")))
        if not inside:
            kept.append(line)
    value = f'"{value}"' if key == "title" else value
    kept += [f"{key}: {value}"] if value else []
    file.write_text("\n".join(["---", *kept, "---", text[front.end() :] if front else text]))


def move(root: Path, file: Path, folder: str, name: str) -> None:
    """Another name, another year, another section; what is there gives way."""
    target = root / "content" / folder / f"{name}.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    file.replace(target)


def switch(file: Path, one: str, other: str) -> None:
    """One text for the other in a file, or back if it has been changed before."""
    text = file.read_text()
    if other and other in text:
        file.write_text(text.replace(other, one, 1))
    elif one in text:
        file.write_text(text.replace(one, other, 1))
    elif not other:
        file.write_text(text + one)


def configure(root: Path, number: int) -> None:
    """Change `newsgen.yaml`, or change it back."""
    switch(root / "newsgen.yaml", *CONFIGURATION[number])


def declare(root: Path, number: int) -> None:
    """Change a register, or change it back."""
    name, one, other = REGISTERS[number]
    switch(root / "content" / "data" / f"{name}.yaml", one, other)


def override(root: Path, name: str, mark: str) -> None:
    """A template of the site's own in place of the theme's; without a mark, the theme's again."""
    file = root / "templates" / name
    if not mark:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    theme = (ROOT / "templates" / name).read_text()
    file.write_text(END.sub(lambda end: f"<p>{mark}</p>{end[0]}", theme))


def compute_a_name(root: Path, mark: str) -> None:
    """A template of the site's own that includes another one, whose name is put together."""
    folder = root / "templates"
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    (folder / "parts" / "foot.html").write_text(f"<p>{mark}</p>")
    theme = (ROOT / "templates" / "not_found.html").read_text()
    include = '{% include "parts/" ~ "foot" ~ ".html" %}{% endblock %}'
    (folder / "not_found.html").write_text(theme.replace("{% endblock %}", include))


def picture(file: Path, colour: str) -> None:
    """A picture of one colour; without a colour there is none."""
    if not colour:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    made = BytesIO()
    Image.new("RGB", (8, 8), colour).save(made, "PNG")
    file.write_bytes(made.getvalue())


def static(root: Path, name: str, text: str) -> None:
    """A file of the site's own that is published as it is; without a text there is none."""
    file = root / "static" / name
    if text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    else:
        file.unlink(missing_ok=True)


def touch(root: Path, when: int) -> None:
    """Every file gets this time, as in a checkout."""
    for file in root.rglob("*"):
        if file.is_file() and ".cache" not in file.parts:
            os.utime(file, (when, when))


def fresh_site(root: Path) -> Path:
    """The tiny site, in a folder of its own, with files whose times are real."""
    return Path(shutil.copytree(TINY, root, copy_function=shutil.copy))


def meddle(output: Path, number: int, how: str) -> None:
    """Do something to one published file, as somebody might by hand."""
    files = sorted(file for file in output.rglob("*.html") if file.is_file())
    if not files:
        return
    file = files[number % len(files)]
    match how:
        case "deleted":
            file.unlink()
        case "edited":
            file.write_bytes(file.read_bytes().replace(b"<p", b"<q"))
        case "linked":
            file.unlink()
            file.symlink_to(files[0] if file != files[0] else files[-1])
        case "touched":
            os.utime(file, (1, 1))
