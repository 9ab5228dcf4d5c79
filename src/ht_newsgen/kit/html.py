"""Small operations on HTML that has been through a parser: sanitised, or written by ourselves.

Such HTML quotes every attribute with `"` and escapes quotes inside values, so a pattern for
attributes is exact; on HTML as people type it, it would not be.
"""

from html.parser import HTMLParser
from urllib.parse import urljoin

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import one_line

ID = regex(r'[ \n]id="[^"<>]*"(?=[^<>]*>)')
SRCSET = regex(r'([ \n]srcset=)"([^"<>]*)"')
CANDIDATE = regex(r"[\s,]*(\S*[^\s,])(?:,|\s([^,]*)(?:,|$)|$)")
"""One image of a `srcset` and its size (HTML, "parsing a srcset attribute"); a comma may be part
of an address, though not its end."""
LINK = regex(r'([ \n](?:href|src|cite|poster)=)"([^"<>]*)"')
SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*:")
BREAKS_WORDS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table td th tr ul".split()
)
"""Elements that begin a new word, even where no white space stands around them."""
SILENT = frozenset(("script", "style", "template"))
FOOTNOTE_MARKS = frozenset(("footnote-ref", "footnote-backref"))


class _Text(HTMLParser):
    """Collects the text a reader reads; marks of footnotes and their backlinks are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.append(tag)
        elif tag in SILENT or not FOOTNOTE_MARKS.isdisjoint(classes):
            self.hidden.append(tag)
        if tag in BREAKS_WORDS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        if tag in BREAKS_WORDS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def text_of(html: str) -> str:
    """The text of the HTML on one line, without footnote marks.

    Elements of a block separate words, elements inside a line do not.
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    return one_line("".join(parser.parts))


def rebase_links(html: str, base: str, page: str = "") -> str:
    """The HTML with its links ready for where it will be read.

    `base` ends with a slash and takes the place of the leading slash of root-relative links: the
    path of the site on its host inside a page (`/newsroom/`), its absolute URL inside a feed or a
    mail. With `page`, the absolute address where the HTML lives, links relative to it and links to
    its fragments become absolute too.
    """
    if base == "/" and not page:
        return html

    def rebased(value: str) -> str:
        if value.startswith("/") and not value.startswith("//"):
            return base + value[1:]
        if page and not value.startswith("//") and not SCHEME.match(value):
            return urljoin(page, value) if value else page
        return value

    def candidates(value: str) -> str:
        found = CANDIDATE.findall(value)
        return ", ".join(f"{rebased(url)} {size.strip()}".rstrip() for url, size in found)

    html = LINK.sub(lambda match: f'{match[1]}"{rebased(match[2])}"', html)
    return SRCSET.sub(lambda match: f'{match[1]}"{candidates(match[2])}"', html)


def without_ids(html: str) -> str:
    """The HTML without its ids, for where several texts stand on one page that is not ours.

    Links to them go to the page where the text lives, once `rebase_links` has made them absolute.
    """
    return ID.sub("", html)
