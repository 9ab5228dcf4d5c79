"""`serve` as an editor meets it: the real command, a real browser, files that are saved."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.support.sites import make_site

CONFIGURATION = """\
base_url: https://example.org/newsroom/
title: The newsroom
sections: [{id: flash, title: Flash, kind: flash, front_page: 5}]
"""
ITEM = "---\ntitle: Farm\ndate: 2026-01-05\n---\n\nNine people.\n"
SECONDS = 60
"""On a busy machine; what is measured is in docs/performance.md."""


class Served:
    """A site that is served, and a page that looks at it."""

    def __init__(self, root: Path, url: str, page: Page) -> None:
        self.root, self.url, self.page = root, url, page
        self.asked: list[str] = []
        page.set_default_timeout(SECONDS * 1000)
        page.on("request", self.note)

    def note(self, request: Request) -> None:
        self.asked.append(request.url)

    def save(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def shows(self, text: str) -> None:
        """Waits until the page shows it, without anybody reloading."""
        expect(self.page.locator("body")).to_contain_text(text, timeout=SECONDS * 1000)

    def open(self, path: str) -> int:
        """Look at an address; returns the status, once the page listens for news."""
        with self.page.expect_response(re.compile("/_serve/events")):
            response = self.page.goto(self.url + path)
        assert response is not None
        return response.status


@pytest.fixture
def served(tmp_path: Path, browser: Browser) -> Iterator[Served]:
    """A small site, served by the command at a free port."""
    root = make_site(
        tmp_path / "site", {"newsgen.yaml": CONFIGURATION, "content/flash/farm.md": ITEM}
    )
    command = [sys.executable, "-m", "ht_newsgen", "serve", "--site", str(root), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        url = run.stdout.readline().split()[0]
        context = browser.new_context()
        site = Served(root, url, context.new_page())
        try:
            yield site
        finally:
            run.send_signal(signal.SIGINT)
            said = run.stderr.read()
            context.close()
        assert run.wait(SECONDS) == 0
        assert "Traceback" not in said
        assert {
            one for one in site.asked if not one.startswith(url[: url.index("newsroom/")])
        } == set()


def test_a_saved_text_is_seen_without_a_hand(served: Served) -> None:
    """The page of the text, and then the lists that show it."""
    assert served.open("flash/2026/farm/") == 200
    served.save("content/flash/farm.md", ITEM.replace("Nine", "Ten"))

    served.shows("Ten people.")


def test_a_list_is_new_when_a_title_is(served: Served) -> None:
    """It follows as soon as the keyboard rests."""
    served.open("")
    served.save("content/flash/farm.md", ITEM.replace("Farm", "Orchard"))

    served.shows("Orchard")


def test_a_new_item_appears(served: Served) -> None:
    """With a page of its own; a draft is shown, and marked."""
    served.open("flash/")
    served.save("content/flash/mill.md", ITEM.replace("Farm", "Mill\ndraft: true"))
    served.shows("Mill")

    served.page.get_by_role("link", name="Mill").first.click()
    served.shows("Draft")


def test_a_stylesheet_is_swapped_while_the_page_stays(served: Served) -> None:
    """What was typed into the page, or opened on it, is still there."""
    served.open("flash/2026/farm/")
    served.page.evaluate("window.stayed = true")
    served.save("static/assets/site.css", "body { background: rgb(1, 2, 3) }\n")

    expect(served.page.locator("body")).to_have_css(
        "background-color", "rgb(1, 2, 3)", timeout=SECONDS * 1000
    )
    assert served.page.evaluate("window.stayed")
    assert served.page.locator('link[rel="stylesheet"]').count() == 1


def test_a_mistake_is_told_where_one_looks_and_goes_when_it_is_mended(served: Served) -> None:
    """File, line, caret and help; then the page comes back by itself."""
    served.open("flash/2026/farm/")
    served.save("content/flash/farm.md", ITEM.replace("Farm", "Farm: raided"))
    served.shows("content/flash/farm.md:2:8")
    served.shows('Write it as: title: "Farm: raided"')
    served.shows("^")

    served.save("content/flash/farm.md", ITEM.replace("Farm", '"Farm: raided"\nslug: farm'))
    served.shows("Nine people.")


def test_other_pages_get_a_bar(served: Served) -> None:
    """It leads to all that is wrong."""
    served.open("")
    served.save("content/flash/mill.md", "---\ntitle: [\n---\n")
    served.page.get_by_role("link", name="content/flash/mill.md").click()
    served.shows("content/flash/mill.md:")

    (served.root / "content/flash/mill.md").unlink()
    served.shows("There are no problems.")


def test_a_template_at_fault_is_told_and_mended(served: Served) -> None:
    """The server outlives it."""
    served.open("flash/2026/farm/")
    served.save("templates/article.html", "{% if %}\n")
    served.shows("article.html, line 1")

    served.save(
        "templates/article.html", "<!doctype html><title>A</title><p>{{ view.title }} here\n"
    )
    served.shows("Farm here")


def test_a_configuration_at_fault_is_told_and_mended(served: Served) -> None:
    """On every page, since nothing can be made without it."""
    served.open("")
    served.save("newsgen.yaml", CONFIGURATION.replace("base_url", "bose_url"))
    served.shows("newsgen.yaml")
    served.shows("bose_url")

    served.save("newsgen.yaml", CONFIGURATION.replace("The newsroom", "Another newsroom"))
    served.shows("Another newsroom")


def test_what_is_not_there_is_the_page_for_it_until_it_is(served: Served) -> None:
    """Status 404, and the page appears where one waits for it."""
    assert served.open("flash/2026/mill/") == 404
    served.save("content/flash/mill.md", ITEM.replace("Farm", "Mill"))

    served.shows("Nine people.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_problems_can_be_read(served: Served, browser: Browser, scheme: str) -> None:
    """By day and by night, on a narrow screen too: nothing scrolls sideways but code."""
    served.save("content/flash/mill.md", f"---\ntitle: {'long' * 80}: x\n---\n")
    served.open("")
    served.shows("error")
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(served.url.replace("newsroom/", "_serve/problems"))
    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    context.close()

    light = ["rgb(29, 29, 27)", "rgb(255, 255, 255)"]
    dark = ["rgb(236, 234, 230)", "rgb(22, 21, 20)"]
    assert (colours, wide) == (light if scheme == "light" else dark, 320)
