"""Which templates a page is made of, without loading Jinja: by the names they mention.

Names in `extends`, `include`, `import` and `from` are literal by the rule of this house. Where a
site's own template computes one, or names one that is not there, any template might be meant, so
all of them count.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.patterns import regex
from ht_newsgen.model.page import PageKind
from ht_newsgen.render.html import TEMPLATES

MENTION = regex(
    r"""{%[-+]?\s*(?:extends|include|import|from)\s+
        (?:(["'])([^"'\\]+)\1(?=\s*(?:[-+]?%}|import\b|as\b|ignore\b|with\b|without\b))|)""",
    re.VERBOSE,
)
"""A literal name must be all that stands there; in `"a" ~ b` or `"a" if c` it is only a part."""


def read_templates(folders: Sequence[Path]) -> dict[str, str]:
    """The text of every template by name; earlier folders win. Raises OSError."""
    texts: dict[str, str] = {}
    for folder in folders:
        for name, file in sorted(files_below(folder)):
            if name not in texts:
                texts[name] = file.read_text("utf-8", errors="surrogateescape")
    return texts


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file that Jinja may find in the folder, which follows links, by name."""
    above: set[str] = set()
    for here, folders, files in os.walk(folder, followlinks=True):
        above.add(os.path.realpath(here))
        # A link to a folder that is seen already would lead in a circle.
        folders[:] = [name for name in folders if os.path.realpath(Path(here, name)) not in above]
        for name in files:
            file = Path(here, name)
            if file.is_file():
                yield file.relative_to(folder).as_posix(), file


def template_digests(texts: Mapping[str, str]) -> dict[PageKind, str]:
    """For each kind of page that is HTML, a digest of all templates it may be made of."""
    return {
        kind: digest(
            "\0".join(
                f"{part}\0{texts.get(part, '')}" for part in sorted(closure(name, texts))
            ).encode("utf-8", errors="surrogateescape")
        )
        for kind, name in TEMPLATES.items()
    }


def closure(name: str, texts: Mapping[str, str]) -> set[str]:
    """The names of a template and of all that it mentions, directly or not."""
    found = {name}
    todo = [name]
    while todo:
        for mention in MENTION.finditer(texts.get(todo.pop(), "")):
            if mention[2] not in texts:
                return set(texts) | {name}
            if mention[2] not in found:
                found.add(mention[2])
                todo.append(mention[2])
    return found
