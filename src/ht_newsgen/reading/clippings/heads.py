"""What stands in the head of a page for machines: names, links, JSON-LD, the language."""

from typing import Any

from msgspec import Struct

NAMED_BY = ("property", "name", "itemprop", "http-equiv")
"""Attributes of `<meta>` by which its content goes; pages mix them up."""
MOST_VALUES = 200


class Head(Struct, frozen=True, kw_only=True):
    """All that is read of a page."""

    named: dict[str, tuple[str, ...]] = {}
    """Contents of `<meta>`, by name in lower case."""
    canonical: str = ""
    title: str = ""
    language: str = ""
    json_ld: tuple[str, ...] = ()
    is_page: bool = False
    """Whether there is any element of HTML at all."""

    def first(self, *names: str) -> str:
        """The first content that is not empty, by the first of the names that has one."""
        return next((value for name in names for value in self.named.get(name, ())), "")


def read_head(text: str) -> Head:
    """The head of a page, and what of it stands elsewhere by mistake."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
    # With a null byte, or nothing to read, the library has no tree to give.
    data = text.replace("\0", "").encode("utf-8", errors="replace").strip()
    try:
        root = html.document_fromstring(data, parser) if data else None
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return Head()
    named: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = (meta.get("content") or "").strip()
        names = {(meta.get(key) or "").strip().lower() for key in NAMED_BY} - {""}
        for name in names if content else ():
            values = named.setdefault(name, [])
            if len(values) < MOST_VALUES:
                values.append(content)
    return Head(
        named={name: tuple(values) for name, values in named.items()},
        canonical=_canonical(root),
        title=next((title.text_content() for title in root.iter("title")), ""),
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        json_ld=tuple(
            script.text or ""
            for script in root.iter("script")
            if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"
        ),
        is_page=any(True for _ in root.iter("head", "title", "meta", "script", "div", "h1"))
        and "<" in text,
    )


def _canonical(root: Any) -> str:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return (link.get("href") or "").strip()
    return ""
