"""What a browser would fetch from elsewhere, if a page were published as it is.

No output may make a request to another host (docs/decisions). Sanitised bodies cannot; a section
with `trusted_html`, or a template of the site, could.
"""

import re

LOADS = re.compile(
    r"""<(?:img|script|iframe|frame|source|video|audio|track|embed|object|input)\b[^>]*?
        \s(?:src|srcset|poster|data)\s*=\s*["']?\s*((?:https?:)?//[^\s"'>]+)
      | <link\b(?=[^>]*\srel\s*=\s*["']?[^"'>]*\b
            (?:stylesheet|icon|preload|prefetch|modulepreload|manifest|preconnect|dns-prefetch)\b)
        [^>]*?\shref\s*=\s*["']?\s*((?:https?:)?//[^\s"'>]+)
      | (?:@import\s+["']?|url\(\s*["']?)((?:https?:)?//[^\s"')]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def requests_elsewhere(text: str, base_url: str) -> tuple[str, ...]:
    """The addresses on other hosts that this page or stylesheet would load, in their order.

    Links that a reader follows by choice are no requests. Addresses below `base_url` are ours.
    """
    found = (next(filter(None, match.groups())) for match in LOADS.finditer(text))
    return tuple(url for url in found if not url.startswith(base_url))
