"""Which templates a page is made of, without loading Jinja: by the names they mention.

Names in `extends`, `include`, `import` and `from` are literal by the rule of this house. Where a
site's own template computes one, any template might be meant, so all of them count.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ht_newsgen.kit.digest import digest
from ht_newsgen.model.page import PageKind
from ht_newsgen.render.html import TEMPLATES

MENTION = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\s+(?:([\"'])(.+?)\1|)")


def read_templates(folders: Sequence[Path]) -> dict[str, str]:
    """The text of every template by name; earlier folders win."""
    texts: dict[str, str] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            name = file.relative_to(folder).as_posix()
            if name not in texts and file.is_file():
                texts[name] = file.read_text("utf-8", errors="surrogateescape")
    return texts


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
            if mention[2] is None:
                return set(texts) | {name}
            if mention[2] not in found:
                found.add(mention[2])
                todo.append(mention[2])
    return found
