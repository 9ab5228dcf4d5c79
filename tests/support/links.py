"""Every link of a built site, followed."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

_SETS = "//@srcset"


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """A link that leads nowhere."""

    page: str
    target: str


def dead_links(output: Path) -> tuple[DeadLink, ...]:
    """The links of all pages to what the site has not, sorted.

    A site knows its own address from its front page; links that begin with it are followed too.
    Fragments must be ids of the page they lead to.
    """
    pages = {
        file.relative_to(output).as_posix(): html.fromstring(file.read_bytes())
        for file in output.rglob("*.html")
    }
    root = home(output)
    anchors = {path: {*page.xpath("//@id")} for path, page in pages.items()}
    dead = set()
    for path, page in pages.items():
        address = urljoin(root, path)
        for target in _targets(page):
            there, fragment = urldefrag(urljoin(address, target))
            if not there.startswith(root):
                continue
            found = _file(output, unquote(urlsplit(there[len(root) :]).path))
            lost = fragment and found in anchors and unquote(fragment) not in anchors[found]
            if not found or lost:
                dead.add(DeadLink(path, target))
    return tuple(sorted(dead))


def home(output: Path) -> str:
    """Where a built site believes to be: the canonical address of its front page."""
    front = html.fromstring((output / "index.html").read_bytes())
    return str(front.xpath("string(//link[@rel='canonical']/@href)"))


def _targets(page: html.HtmlElement) -> list[str]:
    """Of links, pictures, scripts, forms; each picture of a set by itself."""
    single = "//@href | //@src | //@action | //@poster | //meta[@property='og:image']/@content"
    targets = [str(target) for target in page.xpath(single)]
    for choices in page.xpath(_SETS):
        targets += [choice.split()[0] for choice in str(choices).split(",")]
    return targets


def _file(output: Path, path: str) -> str:
    """The file at a path, relative to the output; empty when there is none."""
    file = output / path
    if path == "" or path.endswith("/"):
        file /= "index.html"
    return file.relative_to(output).as_posix() if file.is_file() else ""
