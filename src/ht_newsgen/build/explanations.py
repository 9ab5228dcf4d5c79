"""The pages that explain rules: why a rule is there, what breaks it, what keeps it.

The page of `front-matter/yaml` is the file `explanations/front-matter/yaml.md`: a few paragraphs,
then `## Wrong` and `## Right`, each with the files of an example in fences. The second word after
a fence is the path of the file in the site, or of an output where no content can break the rule.
`ht-newsgen explain` prints the pages, `docs/rules.md` is made of them, and the tests perform every
example. They are read when somebody asks for them, and never in a build.
"""

import re
from pathlib import Path

from msgspec import Struct

from ht_newsgen.kit.patterns import regex

PAGES = Path(__file__).parents[1] / "explanations"

FENCE = regex(
    r"(?ms)^(?P<fence>`{3,})(?P<form>\S+) (?P<path>\S+)(?: repeated (?P<times>\d+) times)?"
    r"(?: in (?P<encoding>\S+))?\n(?P<text>.*?)^(?P=fence)$",
)
PARTS = regex(r"^## (?:Wrong|Right)\n", re.MULTILINE)


class Example(Struct, frozen=True):
    """One file of an example."""

    path: str
    """In the site: `content/flash/2026/raids.md`. Or of an output: `rss.xml`."""
    text: str
    form: str = "markdown"
    """What it is written in, as fences name it: `markdown`, `yaml`, `xml` … A `link` is a symbolic
    link, and its text is where it leads."""
    times: int = 1
    """How often its last line stands there: ` repeated 30000 times` after the path."""
    encoding: str = "utf-8"
    """Of its letters: ` in windows-1250` after the path; ` in base64` for what has no letters."""


class Explanation(Struct, frozen=True):
    """The page of one rule."""

    why: str
    """Paragraphs in Markdown: why the rule is there, and what to do."""
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]


def explanation(rule: str, folder: Path = PAGES) -> Explanation | None:
    """The page of the rule with this id, if there is one."""
    file = folder / f"{rule}.md"
    return parse(file.read_text("utf-8")) if file.is_file() else None


def parse(page: str) -> Explanation:
    """The parts of a page. Raises ValueError where one is missing, or in another order."""
    why, wrong, right = PARTS.split(page)
    return Explanation(why.strip(), examples(wrong), examples(right))


def examples(text: str) -> tuple[Example, ...]:
    """The files in the fences of a part."""
    return tuple(
        Example(
            path=found["path"],
            text=found["text"],
            form=found["form"],
            times=int(found["times"] or 1),
            encoding=found["encoding"] or "utf-8",
        )
        for found in FENCE.finditer(text)
    )
