"""What a browser would fetch from elsewhere, if a page were published as it is.

No output may make a request to another host (docs/decisions). Sanitised bodies cannot; a section
with `trusted_html`, or a template of the site, could.

Most pages are not searched, since `glance.py` sees that they need not be. For the others, each
pattern begins with a character that is rare or quickly found, and names of tags are spelt in both
cases: a pattern that ignores case is several times slower.
"""

import re
from collections.abc import Iterator, Sequence

from ht_newsgen.kit.patterns import regex

LOADING_TAGS = (
    "audio", "embed", "frame", "iframe", "img", "input", "link", "object", "script", "source",
    "track", "video",
)  # fmt: skip


def tags_named(names: Sequence[str]) -> str:
    """A pattern of how tags with these names begin.

    It looks at the first two letters before it tries the names, which makes a search half as long.
    """
    first, second = ("".join({name[i] + name[i].upper() for name in names}) for i in (0, 1))
    spelt = ("".join(f"[{letter}{letter.upper()}]" for letter in name) for name in names)
    return f"<(?=[{first}][{second}])(?:{'|'.join(spelt)})"


_LOADING = regex(rf"{tags_named(LOADING_TAGS)}\b[^>]*")
_FROM = r"""\s*=\s*["']?\s*((?:https?:)?//[^\s"'>]+)"""
_ATTRIBUTE = regex(rf"\s(?:src|poster|data){_FROM}", re.IGNORECASE)
_SRCSET = regex(r"""\s(?:image)?srcset\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_OF_SET = regex(r"""(?<![^\s,"'])(?:https?:)?//[^\s"'>]*[^\s"'>,]""", re.IGNORECASE)
"""An address among those of a `srcset`, which begin after white space or a comma."""
_HREF = regex(rf"\shref{_FROM}", re.IGNORECASE)
_FETCHED = regex(
    r"""\srel\s*=\s*["']?[^"'>]*\b(?:stylesheet|icon|preload|prefetch|modulepreload|manifest"""
    r"|preconnect|dns-prefetch)\b",
    re.IGNORECASE,
)
"""Links of which a browser does something without being asked."""
_ATTRIBUTES = regex(r"""\s([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_NAME_OF_LINK = regex(r"<link\b", re.IGNORECASE)
_TAG = regex(r"""<[A-Za-z](?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_STYLE_ELEMENT = regex(r"<style\b[^>]*>.*?(?:</style|\Z)", re.IGNORECASE | re.DOTALL)
_IN_STYLES = (
    regex(r"""@import\s+["']?((?:https?:)?//[^\s"')]+)""", re.IGNORECASE),
    regex(r"""\((?<=url\()\s*["']?((?:https?:)?//[^\s"')]+)""", re.IGNORECASE),
)


def requests_elsewhere(text: str, base_url: str) -> tuple[str, ...]:
    """The addresses on other hosts that this page or stylesheet would load, in their order.

    Links that a reader follows by choice are no requests, nor is a stylesheet that is quoted in a
    text. Addresses below `base_url` are ours.
    """
    found = [*_by_tags(text), *_by_styles(text)]
    if found and text.lstrip().startswith("<"):
        found = _in_earnest(found, text)
    return tuple(url for _, _, url in sorted(found) if not url.startswith(base_url))


def _by_tags(text: str) -> Iterator[tuple[int, int, str]]:
    """Where an attribute of an element names another host, where its tag begins, and the name."""
    for tag in _LOADING.finditer(text):
        begin, whole = tag.start(), tag[0]
        if '"' in whole or "'" in whole:
            # The `>` at which it seems to end may stand in an attribute: alt="a > b".
            longer = _TAG.match(text, begin)
            whole = longer[0] if longer else whole
        if "//" in whole:
            is_link = _NAME_OF_LINK.match(whole) is not None
            if not is_link or _FETCHED.search(whole):
                for one in (_HREF if is_link else _ATTRIBUTE).finditer(whole):
                    yield begin + one.start(1), begin, one[1]
                for several in _SRCSET.finditer(whole):
                    for one in _OF_SET.finditer(several[1]):
                        yield begin + several.start(1) + one.start(), begin, one[0]


def _by_styles(text: str) -> Iterator[tuple[int, int, str]]:
    """The same of stylesheets, and of the style of an element; no tag is known to begin there."""
    for pattern in _IN_STYLES:
        for one in pattern.finditer(text):
            yield one.start(1), -1, one[1]


def _in_earnest(found: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """What of it a browser takes for a tag or a style; the rest is words, or an attribute's value.

    Slow and exact, for the few pages on which something is found.
    """
    tags = [tag.span() for tag in _TAG.finditer(text)]
    beginnings = {begin: text[begin:end] for begin, end in tags}
    styled = [*tags, *(style.span() for style in _STYLE_ELEMENT.finditer(text))]
    return [
        one
        for one in found
        if (one[1] in beginnings and _asks(beginnings[one[1]], one[2]))
        or (one[1] < 0 and any(begin < one[0] < end for begin, end in styled))
    ]


def _asks(tag: str, url: str) -> bool:
    """Whether an attribute that loads has this address; another one's value may quote the like."""
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTES.findall(tag):
        # Of two with one name the first counts (HTML, section 13.2.5.33).
        attributes.setdefault(name.lower(), value.strip("\"' \t\n"))
    if _NAME_OF_LINK.match(tag):
        rel = attributes.get("rel", "")
        if not _FETCHED.search(f' rel="{rel}"'):
            return False
        loading = [attributes.get("href", "")]
    else:
        loading = [attributes.get(name, "") for name in ("src", "poster", "data")]
    of_sets = (attributes.get(name, "") for name in ("srcset", "imagesrcset"))
    loading += (one for value in of_sets for one in _OF_SET.findall(value))
    return any(value.startswith(url) for value in loading)
