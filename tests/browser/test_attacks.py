"""Whatever is written into a site, no browser runs it: with the policy of pages, and without.

One walk tells both. The policy is not obeyed and yet watched: what would run without it runs, and
what it would refuse is told.
"""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ht_newsgen.render import servers
from tests.support.attacks import PAYLOADS, make_attacked
from tests.support.host import hosting
from tests.support.sites import build_site

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
UNSAFE = """() => [...document.querySelectorAll('*')].flatMap(one => [
    ...[...one.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
    ...(one.hasAttribute('href') && one.protocol && !/^(https?|mailto|tel):$/.test(one.protocol)
        ? [one.href] : []),
])"""
"""What would run at a touch: handlers of events, and links that are programs."""
RUNS = "<p>Read.</p><img src=/nowhere.png onerror=pwned()>"
REFUSED = "<p style='color: red'>Read.</p>"


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


def disarmed(output: Path, copy: Path) -> Path:
    """The site with its policy in a header that refuses nothing and tells what it would refuse.

    The policy in the `<meta>` of each page must be part of the header's, since it is taken out.
    """
    shutil.copytree(output, copy)
    headers = (copy / "_headers").read_text()
    for file in copy.rglob("index.html"):
        html = file.read_text("utf-8")
        (policy,) = POLICY.findall(html)
        assert f"{servers.POLICY}: {unescape(policy)};" in headers
        file.write_text(POLICY.sub("", html), "utf-8")
    watching = re.sub(
        rf"{servers.POLICY}: (.+)", rf"{servers.POLICY}-Report-Only: \1; report-uri /told", headers
    )
    (copy / "_headers").write_text(watching)
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


def found(browser: Browser, folder: Path, files: list[Path]) -> dict[str, list[str]]:
    """What runs, waits for a touch, or is refused, by the page where it does."""
    context = browser.new_context()
    page = context.new_page()
    unsafe = {}
    with hosting(folder) as url:
        signs = watched(page, url)
        for file in files:
            path = file.relative_to(folder).as_posix().removesuffix("index.html")
            page.goto(url + path)
            if seen := [*page.evaluate(UNSAFE), *signs]:
                unsafe[path] = seen
            signs.clear()
    context.close()
    return unsafe


def test_nothing_that_is_written_runs(browser: Browser, attacked: Path, tmp_path: Path) -> None:
    """No script, no dialog, no request, no refusal by the policy; nothing waits for a touch."""
    folder = disarmed(attacked, tmp_path / "copy")

    assert found(browser, folder, sorted(folder.rglob("index.html"))) == {}


def test_what_runs_is_seen_and_what_the_policy_would_refuse(
    browser: Browser, attacked: Path, tmp_path: Path
) -> None:
    """A watch that sees nothing would let every attack pass."""
    folder = disarmed(attacked, tmp_path / "copy")
    bad = [folder / "about" / f"{name}.html" for name in ("refused", "runs")]
    for file, written in zip(bad, (REFUSED, RUNS), strict=True):
        file.write_text(f"<!doctype html><title>A page</title>{written}")

    unsafe = found(browser, folder, bad)

    assert any("inline style" in sign for sign in unsafe["about/refused.html"])
    assert {"onerror", "pwned"} <= set(unsafe["about/runs.html"])


def test_the_policy_is_obeyed(browser: Browser, attacked: Path) -> None:
    """The site as it is: a page that does not use what is refused, and one that would."""
    written = attacked / "about" / "runs.html"
    written.write_text(f"<!doctype html><title>A page</title>{RUNS}")

    unsafe = found(browser, attacked, [attacked / "index.html", written])
    written.unlink()

    assert list(unsafe) == ["about/runs.html"]
    assert "pwned" not in unsafe["about/runs.html"]
