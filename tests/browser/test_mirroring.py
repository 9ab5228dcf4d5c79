"""Right to left, every page is its own mirror image."""

from playwright.sync_api import Browser, Page

from tests.examples import EXAMPLES

SHOWN = sorted(set(EXAMPLES) - {"redirect"})

# Every box that is laid out as a block: how far it is from the edge at which a line begins.
# The texts are those of the same language in both; else the full stop at the end of an English
# sentence would be a piece of its own, and might be one more line.
BOXES = """direction => {
    document.documentElement.dir = direction;
    for (const text of document.querySelectorAll('p'))
        text.style.unicodeBidi = 'plaintext';
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')].filter(element => {
        const inText = element.parentElement.closest('p, li, figcaption, td, th, body [dir]');
        const shown = element.getClientRects().length > 0;
        return shown && !inText && getComputedStyle(element).display !== 'inline';
    }).map(element => {
        const box = element.getBoundingClientRect();
        const start = direction === 'ltr' ? box.left : width - box.right;
        return [element.className || element.localName, start, box.top, box.width, box.height];
    });
}"""


def boxes(page: Page, direction: str) -> list[tuple[str, list[float]]]:
    """Name of each box, and its place: start, top, width and height in pixels."""
    return [(str(name), place) for name, *place in page.evaluate(BOXES, direction)]


def test_right_to_left_pages_are_mirrored_to_the_pixel(browser: Browser, example_site: str) -> None:
    """The same page in the other direction has every box where a mirror shows it."""
    page = browser.new_page()
    elsewhere = []
    for name in SHOWN:
        page.goto(f"{example_site}{name}.html")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            there, mirrored = boxes(page, "ltr"), boxes(page, "rtl")
            assert len(there) > 10
            for (box, one), (_, other) in zip(there, mirrored, strict=True):
                if max(abs(a - b) for a, b in zip(one, other, strict=True)) > 1:
                    elsewhere.append((name, width, box, one, other))
    page.close()

    assert elsewhere == []
