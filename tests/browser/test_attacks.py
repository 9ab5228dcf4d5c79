"""Whatever is written into a site, no browser runs it: with the policy of pages, and without."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.attacks import PAYLOADS, make_attacked
from tests.support.host import hosting
from tests.support.sites import build_site

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
UNSAFE = """() => [...document.querySelectorAll('*')].flatMap(one => [
    ...[...one.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
    ...(one.hasAttribute('href') && one.protocol && !/^(https?|mailto|tel):$/.test(one.protocol)
        ? [one.href] : []),
])"""
"""What would run at a touch: handlers of events, and links that are programs."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site full of attacks; items that are refused with a problem stay out of it."""
    folder = tmp_path_factory.mktemp("attacked")
    result = build_site(make_attacked(folder / "site"), folder / "public", keep_going=True)
    assert result.published
    return folder / "public"


def test_there_are_fifty_attacks_and_none_is_kept_from_being_shown(attacked: Path) -> None:
    """Front matter that is text is shown, whatever it says: else nothing would be proven."""
    assert len(set(PAYLOADS)) >= 50
    assert len(list(attacked.glob("flash/2026/text-*/index.html"))) == len(PAYLOADS)


def without_policy(output: Path, copy: Path) -> Path:
    """The site as a browser takes it that knows no policy: neither header nor `<meta>` counts."""
    shutil.copytree(output, copy)
    for file in copy.rglob("*.html"):
        file.write_text(POLICY.sub("", file.read_text("utf-8")), "utf-8")
    (copy / "_headers").write_text("")
    return copy


def watched(page: Page, url: str) -> list[str]:
    """Everything that tells that something ran, or was about to."""
    signs: list[str] = []
    page.add_init_script("window.pwned = () => console.warn('pwned')")
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("dialog", lambda dialog: signs.append(dialog.message))
    page.on("request", lambda asked: signs.extend([asked.url][: not asked.url.startswith(url)]))
    page.on("console", lambda said: signs.append(said.text))
    return signs


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without it"])
def test_nothing_that_is_written_runs(
    browser: Browser, attacked: Path, policy: bool, tmp_path: Path
) -> None:
    """No script, no dialog, no request, no refusal by the policy; nothing waits for a touch."""
    folder = attacked if policy else without_policy(attacked, tmp_path / "copy")
    context = browser.new_context()
    page = context.new_page()
    found = {}
    with hosting(folder) as url:
        signs = watched(page, url)
        for file in sorted(folder.rglob("index.html")):
            path = file.relative_to(folder).as_posix().removesuffix("index.html")
            page.goto(url + path)
            if unsafe := [*page.evaluate(UNSAFE), *signs]:
                found[path] = unsafe[:3]
            signs.clear()
    context.close()
    assert found == {}
