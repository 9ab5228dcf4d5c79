"""What a browser would fetch from elsewhere, if a page were published as it is.

No output may make a request to another host (docs/decisions). Sanitised bodies cannot; a section
with `trusted_html`, or a template of the site, could.

Every page is searched, so each pattern begins with a character that is rare or quickly found, and
names of tags are spelt in both cases: a pattern that ignores case is several times slower.
"""

import re
from collections.abc import Iterator

_TAGS = (
    "audio", "embed", "frame", "iframe", "img", "input", "link", "object", "script", "source",
    "track", "video",
)  # fmt: skip
_NAMES = "|".join("".join(f"[{c}{c.upper()}]" for c in name) for name in _TAGS)
_INITIALS = "".join(sorted({initial for name in _TAGS for initial in (name[0], name[0].upper())}))
_LOADING = re.compile(rf"<(?=[{_INITIALS}])({_NAMES})\b[^>]*")
_FROM = r"""\s*=\s*["']?\s*((?:https?:)?//[^\s"'>]+)"""
_ATTRIBUTE = re.compile(rf"\s(?:src|srcset|poster|data){_FROM}", re.IGNORECASE)
_HREF = re.compile(rf"\shref{_FROM}", re.IGNORECASE)
_FETCHED = re.compile(
    r"""\srel\s*=\s*["']?[^"'>]*\b(?:stylesheet|icon|preload|prefetch|modulepreload|manifest"""
    r"|preconnect|dns-prefetch)\b",
    re.IGNORECASE,
)
"""Links of which a browser does something without being asked."""
_IN_STYLES = (
    re.compile(r"""@import\s+["']?((?:https?:)?//[^\s"')]+)""", re.IGNORECASE),
    re.compile(r"""\((?<=url\()\s*["']?((?:https?:)?//[^\s"')]+)""", re.IGNORECASE),
)


def requests_elsewhere(text: str, base_url: str) -> tuple[str, ...]:
    """The addresses on other hosts that this page or stylesheet would load, in their order.

    Links that a reader follows by choice are no requests. Addresses below `base_url` are ours.
    """
    found = sorted((*_by_tags(text), *_by_styles(text)))
    return tuple(url for _, url in found if not url.startswith(base_url))


def _by_tags(text: str) -> Iterator[tuple[int, str]]:
    """Where an attribute of an element names another host, and what it names."""
    for tag in _LOADING.finditer(text):
        if "//" in tag[0]:
            is_link = tag[1].lower() == "link"
            if not is_link or _FETCHED.search(tag[0]):
                for one in (_HREF if is_link else _ATTRIBUTE).finditer(tag[0]):
                    yield tag.start() + one.start(1), one[1]


def _by_styles(text: str) -> Iterator[tuple[int, str]]:
    """The same of stylesheets, and of the style of an element."""
    for pattern in _IN_STYLES:
        for one in pattern.finditer(text):
            yield one.start(1), one[1]
