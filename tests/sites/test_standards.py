"""Whole sites before the judges: the Nu HTML checker and the rules of feeds."""

from pathlib import Path

import pytest

from tests.support import vnu
from tests.support.feed_rules import atom_faults, json_feed_faults, rss_faults
from tests.support.sites import ROOT, build_site

SITES = {"newsroom": ROOT, "tiny": Path(__file__).parent / "tiny" / "site"}
NOT_FAULTS = ("violates Content Security Policy",)
"""Over `file:` the checker cannot match 'self', and takes JSON-LD for a script that runs."""


@pytest.fixture(scope="module", params=SITES)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site."""
    folder = tmp_path_factory.mktemp("public")
    assert build_site(SITES[request.param], folder).published
    return folder


def test_every_page_is_valid_html(output: Path) -> None:
    """No error and no warning on any page (WHATWG HTML, as the Nu HTML checker reads it)."""
    found = vnu.check(output, only="html")
    assert [one for one in found if not any(word in one.text for word in NOT_FAULTS)] == []


def test_the_stylesheet_is_valid_css(output: Path) -> None:
    """As the same checker reads it."""
    assert vnu.check(output, only="css") == ()


def test_every_picture_drawn_by_us_is_valid_svg(output: Path) -> None:
    """The favicon."""
    assert vnu.check(output, only="svg") == ()


def test_every_feed_keeps_the_rules_of_its_format(output: Path) -> None:
    """RSS 2.0 with the RSS Advisory Board's profile, RFC 4287, JSON Feed 1.1."""
    judges = {"rss.xml": rss_faults, "atom.xml": atom_faults, "feed.json": json_feed_faults}
    faults = {
        str(file.relative_to(output)): faults
        for name, judge in judges.items()
        for file in output.rglob(name)
        if (faults := judge(file.read_bytes()))
    }
    assert faults == {}
