"""The site that `init` makes: it must build as it is, at any time."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from ht_newsgen.cli.app import run

BASE_URL = "https://newsroom.example/"


@pytest.fixture(scope="module")
def starter_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh site, built as its own workflow builds it."""
    folder = tmp_path_factory.mktemp("starter") / "site"
    assert run(["init", "--quiet", str(folder)]) == 0
    assert run(["build", "--strict", "--site", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("year", [2025, 2026, 2099])
def test_a_new_site_never_goes_stale(
    starter_site: Path, capsys: pytest.CaptureFixture[str], year: int
) -> None:
    """There is nothing to say of it, in whatever year somebody looks at it."""
    words = ["check", "--strict", "--site", str(starter_site), "--clock", f"{year}-02-01T09:00Z"]

    assert run(words) == 0
    assert capsys.readouterr() == ("No problems.\n", "")


def test_a_clock_that_is_wrong_stops_no_new_site(
    starter_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its items lie in the future then, which is told and does no harm."""
    assert run(["check", "--site", str(starter_site), "--clock", "1970-02-01T09:00Z"]) == 0
    assert "editorial/future" in capsys.readouterr().out


def test_a_new_site_shows_an_example_of_each_kind(starter_site: Path) -> None:
    """With the way to its source where there is one."""
    front = starter_site.joinpath("public", "index.html").read_text(encoding="utf-8")

    shown = re.sub(r"<[^>]+>", "", front)
    for text in (
        "30 July: World Day against Trafficking in Persons",
        "This newsroom opens",
        "How to write for this newsroom",
        "Our news by e-mail",
        "Read more",
    ):
        assert text in shown


def links_of(html: str) -> set[str]:
    """Every address that a page leads to."""
    return {unescape(link) for link in re.findall(r'\s(?:href|src)="([^"]+)"', html)}


def test_no_link_of_a_new_site_leads_nowhere(starter_site: Path) -> None:
    """Every address on its own host is a file that was published."""
    public = starter_site / "public"
    dead = set()
    for page in public.rglob("*.html"):
        own_url = BASE_URL + page.relative_to(public).as_posix()
        for link in links_of(page.read_text(encoding="utf-8")):
            url = urljoin(own_url, link)
            path = unquote(urlsplit(url).path)
            target = public / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
            if url.startswith(BASE_URL) and not target.is_file():
                dead.add((own_url, link))

    assert dead == set()
