"""The pages readers come by before Lighthouse, as a phone on a slow connection gets them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import lighthouse
from tests.support.host import hosting

PAGES = {
    "front": "",
    "section": "resource-center/",
    "story": "resource-center/2016/10000-refugee-children-are-missing-says-europol/",
    "search": "search/",
}
CANNOT_BE_ASKED = ("robots-txt",)
"""Lighthouse fetches robots.txt from within the page, whose policy lets nothing be fetched.

The policy of the search page does, so the file is judged there.
"""


@pytest.fixture(scope="module")
def judge() -> Iterator[lighthouse.Judge]:
    """One for all pages."""
    with lighthouse.judging() as running:
        yield running


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_good_as_lighthouse_can_tell(
    newsroom: tuple[str, Path], judge: lighthouse.Judge, name: str
) -> None:
    """100 for speed, accessibility, practice and being found."""
    without = () if name == "search" else CANNOT_BE_ASKED

    report = judge.judge(newsroom[0] + PAGES[name], without=without)

    assert (report.faults, report.scores) == ((), dict.fromkeys(lighthouse.CATEGORIES, 100))


def test_lighthouse_tells_a_good_page_from_a_bad_one(
    judge: lighthouse.Judge, tmp_path: Path
) -> None:
    """It has something to say of a page without a title or a language, and of one that works long.

    That is found again when it is judged as by a slow machine, where the phone is hardly slower.
    """
    (tmp_path / "_headers").write_text("")
    works_long = "<script>for (const began = Date.now(); Date.now() < began + 2500;);</script>"
    (tmp_path / "index.html").write_text(f"<!doctype html><img src=/nowhere.png>{works_long}")
    (tmp_path / "404.html").write_text("<!doctype html><title>Not here</title>")
    with hosting(tmp_path) as url:
        report = judge.judge(url, runs=1)
        as_by_a_slow_machine = judge.judge(url, runs=1, slowdown=1.0)

    faults = {fault.partition(":")[0] for fault in report.faults}
    assert {"document-title", "html-has-lang", "image-alt", "errors-in-console"} <= faults
    assert report.scores["performance"] < 90
    assert as_by_a_slow_machine.scores["performance"] < 90


@pytest.mark.parametrize(("index", "slower"), [(3000, 4.0), (1400, 2.0), (200, 1.0)])
def test_a_phone_is_less_slow_than_a_slow_machine(index: float, slower: float) -> None:
    """It is the same phone wherever the tests run; but never a slower one than by default."""
    assert lighthouse.slowdown_on(index) == slower
