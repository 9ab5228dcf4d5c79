"""What a reader on a slow line has to wait for: 14 KB are what a server sends at once.

RFC 6928: ten segments of 1,460 bytes, before the first answer of the browser.
"""

import gzip
from pathlib import Path

import pytest

from tests.support.sites import ROOT, build_site

FIRST_FLIGHT = 14 * 1024


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site."""
    folder = tmp_path_factory.mktemp("public")
    assert build_site(ROOT, folder).published
    return folder


def weight(output: Path, page: Path) -> int:
    """A page and the stylesheets it needs to be drawn, compressed as servers do."""
    styles = [file.read_bytes() for file in sorted((output / "assets").glob("*.css"))]
    return sum(len(gzip.compress(data, 6, mtime=0)) for data in (page.read_bytes(), *styles))


def test_the_front_page_comes_at_once(output: Path) -> None:
    """All its flashes and stories, and how they look."""
    assert weight(output, output / "index.html") <= FIRST_FLIGHT


def test_every_item_comes_at_once(output: Path) -> None:
    """Each flash and each story of the site."""
    items = [*output.glob("flash/20*/*/index.html"), *output.glob("resource-center/20*/*/*.html")]

    assert len(items) > 10
    assert {item.parent.name for item in items if weight(output, item) > FIRST_FLIGHT} == set()


def test_a_page_has_one_stylesheet(output: Path) -> None:
    """One to wait for, and none within the page."""
    front = (output / "index.html").read_text("utf-8")

    assert front.count('rel="stylesheet"') == 1
    assert "<style" not in front
    assert " style=" not in front
