"""A mail as it is opened: narrow and wide, light and dark, judged by axe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ht_newsgen.model import sign_up
from tests.support import npm
from tests.support.mails import mails, newsletter, twenty

SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The HTML of an edition with twenty items, in a file."""
    listmonk = sign_up.Listmonk(url="https://lists.example.org/", list="0-0")
    (made,) = mails(newsletter(*twenty(), sign_up=listmonk))
    file = tmp_path_factory.mktemp("mail") / "mail.html"
    file.write_text(made.html, encoding="utf-8")
    return file


@pytest.fixture(params=[(width, scheme) for width in (320, 600) for scheme in SCHEMES], ids=str)
def opened(
    request: pytest.FixtureRequest, browser: Browser, mail: Path
) -> Iterator[tuple[Page, list[str]]]:
    """The mail at one width in one scheme, and what it asked for beside itself."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(mail.as_uri())
    yield page, asked[1:]
    context.close()


def test_axe_finds_nothing_and_nothing_sticks_out(opened: tuple[Page, list[str]]) -> None:
    """WCAG 2.2 A and AA, and the best practices; no request, no scrolling sideways."""
    page, asked = opened
    page.add_script_tag(path=npm.find("npm", "axe-core/axe.min.js"))
    found = page.evaluate(
        "async () => (await axe.run()).violations.map(one => "
        "[one.id, ...one.nodes.map(node => node.html)])"
    )
    sideways = page.evaluate(
        "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )

    assert found == []
    assert (asked, sideways) == ([], 0)


def test_the_preheader_is_not_seen_in_the_mail_itself(opened: tuple[Page, list[str]]) -> None:
    """It is for the list of mails."""
    page, _ = opened

    assert not page.locator(".preheader").is_visible()
    assert page.locator("h1").count() == 1


def test_the_dark_scheme_of_a_mail_is_dark(browser: Browser, mail: Path) -> None:
    """Ground and text."""
    seen = {}
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(mail.as_uri())
        seen[scheme] = page.evaluate(
            "(({ backgroundColor, color }) => [backgroundColor, color])"
            "(getComputedStyle(document.querySelector('.main')))"
        )
        context.close()

    assert seen == {
        "light": ["rgba(0, 0, 0, 0)", "rgb(29, 27, 23)"],
        "dark": ["rgb(28, 36, 39)", "rgb(236, 233, 225)"],
    }
