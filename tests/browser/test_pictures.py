"""Pictures in a real browser: each reader gets the file that suits their screen, and no more."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.support.pictures import saved, two_halves
from tests.support.sites import build_site, make_site

STORY = """---
title: Pictures
date: 2026-02-01
image: {src: lead.jpg, alt: A bridge, credit: Somebody}
---

![Two](two.jpg)

![A chart](chart.png)
"""
SHOWN = """[...document.images].map(
    one => [one.currentSrc.replace(/.*-(?=[0-9]+[.])/, ''), one.complete]
)"""
ALL_COME = """Promise.all([...document.images].map(
    one => { one.loading = 'eager'; return one.decode() }
))"""
SHIFTS = """new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value })
        .observe({type: 'layout-shift', buffered: true})
    setTimeout(() => done(sum), 300)
})"""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder with the types that `_headers` and every server of today know."""

    extensions_map = {  # noqa: RUF012 - the name and the kind it has there
        **SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".webp": "image/webp",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Standard error is for the tests."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a story with two photographs and a chart."""
    root = make_site(
        tmp_path_factory.mktemp("site"),
        {
            "content/resource-center/2026/pictures.md": STORY,
            "content/resource-center/2026/lead.jpg": saved(
                Image.effect_noise((1700, 900), 40), "JPEG"
            ),
            "content/resource-center/2026/two.jpg": saved(
                Image.effect_noise((700, 1200), 40), "JPEG"
            ),
            "content/resource-center/2026/chart.png": saved(two_halves((300, 200)), "PNG"),
        },
    )
    handler = functools.partial(Handler, directory=str(root / "public"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        origin = f"http://127.0.0.1:{server.server_port}"
        build_site(root, root / "public", base_url=f"{origin}/")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"{origin}/resource-center/2026/pictures/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("width", "density", "files"),
    [
        (320, 1, ["480.avif", "480.avif", "300.webp"]),
        (360, 3, ["1200.avif", "700.avif", "300.webp"]),
        (1280, 1, ["800.avif", "700.avif", "300.webp"]),
        (1280, 2, ["1600.avif", "700.avif", "300.webp"]),
    ],
)
def test_each_screen_gets_the_file_that_suits_it(
    browser: Browser, story: str, width: int, density: int, files: list[str]
) -> None:
    """As wide as it is shown there, in the best format; what is below comes when it is reached."""
    page = browser.new_page(viewport={"width": width, "height": 500}, device_scale_factor=density)
    with page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(story)
        at_first = page.evaluate(SHOWN)
        page.evaluate(ALL_COME)
        assert [file for file, _ in page.evaluate(SHOWN)] == files
        assert at_first[0] == [files[0], True]
        assert page.evaluate("[...document.images].every(one => one.naturalWidth > 0)")
        assert page.evaluate(SHIFTS) == 0
        assert said == []


def test_a_browser_without_the_new_formats_gets_the_old_ones(browser: Browser, story: str) -> None:
    """`<picture>` falls back by itself."""
    page = browser.new_page(viewport={"width": 320, "height": 900})
    with page:
        page.goto(story)
        page.evaluate("document.querySelectorAll('source').forEach(one => one.remove())")
        page.evaluate(ALL_COME)
        assert [file for file, _ in page.evaluate(SHOWN)] == ["800.jpg", "700.jpg", "300.png"]
