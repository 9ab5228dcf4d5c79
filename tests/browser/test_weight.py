"""What a page weighs on its way to a reader: little, from one host, and nothing moves."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request

KB = 1024
TEXT, SCRIPT = 14 * KB, 3 * KB
"""Of HTML and CSS, the most that the first round trip of a new connection carries (RFC 6928)."""

PAGES = {
    "front": "",
    "section": "resource-center/",
    "story": "resource-center/2016/10000-refugee-children-are-missing-says-europol/",
}

_SHIFTS = """new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(shift => { sum += shift.value; }))
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
})"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(
    browser: Browser, newsroom: tuple[str, Path], name: str, width: int
) -> None:
    """14 KB of HTML and CSS, 3 KB of script, both compressed; one host; no layout shift."""
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))  # noqa: PLW0108 - needs one
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(newsroom[0] + PAGES[name], wait_until="networkidle")
    weights = [(one.resource_type, one.sizes()["responseBodySize"]) for one in done]
    hosts = {urlsplit(one.url).netloc for one in done}
    shifts = page.evaluate(_SHIFTS)
    context.close()

    assert (hosts, failed, shifts) == ({urlsplit(newsroom[0]).netloc}, [], 0)
    text = sum(size for kind, size in weights if kind in {"document", "stylesheet"})
    assert 0 < text <= TEXT
    assert sum(size for kind, size in weights if kind == "script") <= SCRIPT
    assert {kind for kind, _ in weights} <= {"document", "stylesheet", "image", "script", "other"}
