"""The examples, served as a site would be, and a browser to look at them."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ht_newsgen.pages import volumes
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.render.assets import read_assets
from tests import examples
from tests.support.browser import launch
from tests.support.host import hosting
from tests.support.searching import FILES, MANY, served
from tests.support.sites import ROOT, build_site, make_site
from tests.support.world import make_neighbours, make_world

_VIOLATIONS = (
    "addEventListener('securitypolicyviolation', (e) => console.error('CSP ' + e.blockedURI))"
)

# On a busy machine what is right comes late; only what is wrong is waited for so long.
expect.set_options(timeout=30_000)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Standard error is for the tests."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker, closed after the last of this folder.

    While it is open there is a running loop in the thread, and tests elsewhere have loops too.
    """
    with launch() as running:
        yield running


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the examples are served: `http://127.0.0.1:PORT/n/`, each as `NAME.html`."""
    folder = tmp_path_factory.mktemp("examples")
    write_examples(folder / "n")
    handler = functools.partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/n/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The project's own site as a host serves it: its address, and where its files are."""
    yield from hosted(ROOT, tmp_path_factory.mktemp("newsroom"))


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A site with every kind of page in several languages, likewise."""
    folder = tmp_path_factory.mktemp("world")
    yield from hosted(make_world(folder / "site"), folder / "public")


@pytest.fixture(scope="session")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The same in the theme's other languages, and in one that it does not speak."""
    folder = tmp_path_factory.mktemp("neighbours")
    yield from hosted(make_neighbours(folder / "site"), folder / "public")


@pytest.fixture(scope="session")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, in volumes of two items and more."""
    folder = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(volumes, "FULL", 2)
        result = build_site(make_site(folder / "site", {**FILES, **MANY}), folder / "public")
    assert result.published
    assert not result.notes
    return folder / "public"


@pytest.fixture(scope="session")
def search_site(searchable: Path) -> Iterator[str]:
    """Where it is served."""
    with served(searchable) as address:
        yield address


@pytest.fixture
def search_page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.add_init_script(_VIOLATIONS)
    yield opened
    context.close()
    assert wrong == []


def hosted(root: Path, output: Path) -> Iterator[tuple[str, Path]]:
    """A site built for the address at which it is served."""
    with hosting(output) as url:
        assert build_site(root, output, base_url=url).published
        yield url, output


def write_examples(folder: Path) -> None:
    """Every example with the assets of the theme; the stylesheet under the name they all use."""
    (folder / "assets").mkdir(parents=True)
    assets = read_assets([examples.STATIC]).by_name
    (folder / "assets/site.css").write_bytes(assets["assets/site.css"].data)
    (folder / "assets/exit.js").write_bytes(assets["assets/exit.js"].data)
    (folder / "favicon.svg").write_bytes(assets["favicon.svg"].data)
    assert made.STYLESHEET.endswith("/assets/site.css")
    assert made.SCRIPT.endswith("/assets/exit.js")
    for name in examples.EXAMPLES:
        (folder / f"{name}.html").write_text(examples.render_example(name), encoding="utf-8")
