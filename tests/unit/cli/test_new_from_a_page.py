"""`ht-newsgen new --url`: an item begins with what a page elsewhere says of itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.cli.app import run
from ht_newsgen.cli.clipped import NOTE, answers_of, words_of
from ht_newsgen.fetching.answer import Answer
from ht_newsgen.fetching.asking import fetch
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.model.registers import DeclaredSource
from ht_newsgen.reading.clippings.clipping import Clipping
from tests.support.rough_web import Web, hasty, page, redirects_to, rough_web, says
from tests.unit.cli.conftest import Bench

PAGE = """\
<html lang="en-GB"><title>Raids: twelve freed | The Morning Post</title>
<meta property="og:site_name" content="The Morning Post">
<meta property="article:published_time" content="2025-12-30T06:15:00Z">
<meta name="author" content="Ana Writer"><p>A text that is never taken.
"""
SOURCES = 'post: {name: The Post, url: "http://www.post.example/", language: en}\n'


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    """A newspaper, and others."""
    hosts = {
        "post.example/raids?utm_source=x": redirects_to("/2025/raids?utm_source=x", 301),
        "post.example/2025/raids?utm_source=x": page(PAGE),
        "post.example/missing/raids-on-two-farms.html": says("404 Not Found"),
        "post.example/report.pdf": page("%PDF-1.7", "application/pdf"),
        "post.example/empty": page(""),
        "post.example/inside": redirects_to("http://inside.example/"),
    }
    with rough_web(hosts) as made:
        yield made


@pytest.fixture
def newsroom(site: Path) -> Path:
    """The site, which knows the newspaper."""
    site.joinpath("content", "data", "sources.yaml").write_text(SOURCES)
    return site


def here(url: str, caution: Caution) -> Answer:
    """The real fetcher, with hosts on this machine."""
    assert caution.agent.endswith("(+https://newsroom.example/)")
    return fetch(url, replace(hasty(), agent=caution.agent))


def test_a_page_fills_in_what_it_says_of_itself(bench: Bench, newsroom: Path, web: Web) -> None:
    """The source by its declared name, the address without tracking, and never the text."""
    url = web.url("post.example", "/raids?utm_source=x")

    code, out, err = bench("new", "flash", "--url", url, fetch=here)

    assert (code, out, err) == (0, "content/flash/2026/raids-twelve-freed.md\n", "")
    assert newsroom.joinpath(out.strip()).read_text() == (
        "---\n"
        "id: flash-2026-raids-twelve-freed\n"
        'title: "Raids: twelve freed"\n'
        "slug: raids-twelve-freed\n"
        "date: 2026-01-05\n"
        "source:\n"
        "  name: The Post\n"
        f"  url: http://post.example:{web.port}/2025/raids\n"
        "  published: 2025-12-30\n"
        "  author: Ana Writer\n"
        "rights: excerpt\n"
        "---\n"
        "\n"
        f"<!-- {NOTE} -->\n"
    )


def test_what_is_given_counts_more_than_what_a_page_says(
    bench: Bench, newsroom: Path, web: Web
) -> None:
    """The person at the keyboard knows better."""
    words = ["A title of ours", "--source-name", "The Post of Sunday", "--rights", "unverified"]
    url = web.url("post.example", "/raids?utm_source=x")

    code, out, _ = bench("new", "flash", *words, "--url", url, fetch=here)

    text = newsroom.joinpath(out.strip()).read_text()
    assert code == 0
    assert "title: A title of ours\n" in text
    assert "  name: The Post of Sunday\n" in text
    assert "rights: unverified\n" in text


def test_a_saved_page_does_as_well(bench: Bench, newsroom: Path) -> None:
    """Nobody is asked; browsers write down where they saved it from."""
    saved = "<!-- saved from url=(0031)https://www.post.example/raids?fbclid=1 -->\n" + PAGE
    newsroom.joinpath("saved.html").write_text(saved)

    code, out, err = bench("new", "flash", "--url", "saved.html")

    assert (code, err) == (0, "")
    text = newsroom.joinpath(out.strip()).read_text()
    assert "  name: The Post\n  url: https://www.post.example/raids\n" in text


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/missing/raids-on-two-farms.html", "its host answers 404"),
        ("/report.pdf", "this is no web page"),
        ("/empty", "this is no web page"),
    ],
)
def test_a_page_that_says_nothing_gives_a_draft_of_what_is_known(
    bench: Bench, newsroom: Path, web: Web, path: str, told: str
) -> None:
    """In a sentence, why; the address is known all the same."""
    url = web.url("post.example", path)

    code, out, err = bench("new", "flash", "A title", "--url", url, fetch=here)

    text = newsroom.joinpath(out.strip()).read_text()
    assert code == 0
    assert told in err
    assert f"  name: The Post\n  url: {url}\nrights: excerpt\n" in text


def test_a_private_address_is_not_written_down(bench: Bench, newsroom: Path, web: Web) -> None:
    """No reader could be sent there, and nobody is asked."""
    asked = len(web.asked)

    def as_ever(url: str, caution: Caution) -> Answer:
        return fetch(url, replace(caution, resolve=hasty().resolve))

    url = web.url("127.0.0.1", "/raids")
    code, out, err = bench("new", "flash", "A title", "--url", url, fetch=as_ever)

    assert (code, err) == (
        0,
        f"{url}: the page could not be looked at: it lies in a private network\n",
    )
    assert "source" not in newsroom.joinpath(out.strip()).read_text()
    assert len(web.asked) == asked


def test_a_title_made_of_an_address_is_a_draft(bench: Bench, newsroom: Path, web: Web) -> None:
    """It must be looked at before anybody reads it."""
    url = web.url("post.example", "/missing/raids-on-two-farms.html")

    code, out, _ = bench("new", "flash", "--url", url, fetch=here)

    assert (code, out) == (0, "content/flash/2026/raids-on-two-farms.md\n")
    assert "title: Raids on two farms\n" in newsroom.joinpath(out.strip()).read_text()
    assert "draft: true\n" in newsroom.joinpath(out.strip()).read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["flash", "--url", "no-such.html"], "is neither an address (https://…) nor a file"),
        (["pages", "--url", "https://post.example/"], "--url is for news"),
        (["flash", "--url", "http://post.example/7"], "A title is missing"),
    ],
)
@pytest.mark.usefixtures("newsroom")
def test_a_page_of_no_use_is_refused(bench: Bench, words: list[str], told: str) -> None:
    """Nothing is written that nobody could go on with."""

    def gone(url: str, caution: Caution) -> Answer:
        del caution
        return Answer(url=url, status=410)

    code, out, err = bench("new", *words, fetch=gone)

    assert (code, out) == (2, "")
    assert told in err


def test_what_a_page_says_is_the_answer_to_begin_with(
    bench: Bench, newsroom: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, each question has it in brackets."""
    bench.is_terminal = True
    asked: list[str] = []

    def enter(prompt: str) -> str:
        asked.append(prompt)
        return ""

    monkeypatch.setattr("click.termui.visible_prompt_func", enter)
    url = web.url("post.example", "/raids?utm_source=x")

    code, out, _ = bench("new", "flash", "--url", url, fetch=here)

    assert code == 0
    assert [prompt.partition(" [")[2] for prompt in asked if "[" in prompt] == [
        "Raids: twelve freed]: ",
        "The Post]: ",
        f"http://post.example:{web.port}/2025/raids]: ",
        "excerpt]: ",
        "raids-twelve-freed]: ",
    ]
    text = newsroom.joinpath(out.strip()).read_text()
    assert "  author: Ana Writer\nrights: excerpt\n" in text


def test_an_address_in_the_place_of_a_title_is_looked_at(
    bench: Bench, newsroom: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is what an editor has at hand; then the title is asked for, with one to begin with."""
    bench.is_terminal = True
    url = web.url("post.example", "/missing/raids-on-two-farms.html")
    answers = iter([url, "Raids on farms", "", "", "", "", "", ""])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: next(answers))

    code, out, err = bench("new", "flash", fetch=here)

    text = newsroom.joinpath(out.strip()).read_text()
    assert (code, out) == (0, "content/flash/2026/raids-on-farms.md\n")
    assert "the page could not be looked at: its host answers 404" in err
    assert "title: Raids on farms\n" in text
    assert f"  name: The Post\n  url: {url}\n" in text
    assert "draft" not in text


def test_who_has_told_of_a_report_already_is_named(bench: Bench, newsroom: Path, web: Web) -> None:
    """In whatever spelling of its address, drafts with mistakes included."""
    url = web.url("post.example", "/raids?utm_source=x")
    address = f"www.post.example:{web.port}/2025/raids/?fbclid=1#top"
    newsroom.joinpath("content", "flash").mkdir()
    newsroom.joinpath("content", "flash", "old.md").write_text(f"[x](https://{address}).")
    newsroom.joinpath("content", "flash", "other.md").write_text(
        f"<https://{address}>".replace("raids", "more")
    )

    code, _, err = bench("new", "flash", "--url", url, fetch=here)

    assert (code, err.splitlines()) == (
        0,
        ["content/flash/old.md names this report already"],
    )


def test_the_item_passes_the_check(bench: Bench, newsroom: Path, web: Web) -> None:
    """Before a word of its own is written."""
    url = web.url("post.example", "/raids?utm_source=x")
    bench("new", "flash", "--url", url, fetch=here)
    newsroom.joinpath("newsgen.yaml").write_text(
        newsroom.joinpath("newsgen.yaml").read_text() + "feeds: {authority: example.org}\n"
    )

    code = run(["check", "--strict", "--clock", "2026-01-06T12:00Z"])
    out, _ = bench.capsys.readouterr()

    assert (code, out) == (0, "No problems.\n")


POST = DeclaredSource(id="post", name="The Post", url="https://www.post.example/", language="en")
NEWS = DeclaredSource(id="news", name="Post News", url="https://news.post.example/")
WIRE = DeclaredSource(id="wire", name="The Wire")
SOURCES_BY_ID = {source.id: source for source in (POST, NEWS, WIRE)}


@pytest.mark.parametrize(
    ("clipping", "name", "language"),
    [
        (Clipping(url="https://post.example/x", language="en"), "The Post", ""),
        (Clipping(url="https://post.example/x", language="bs"), "The Post", "bs"),
        (Clipping(url="https://sport.post.example/x"), "The Post", ""),
        (Clipping(url="https://news.post.example/x", language="bs"), "Post News", ""),
        (Clipping(url="https://notpost.example/x"), "notpost.example", ""),
        (Clipping(url="https://a.example/x", publication="the wire"), "The Wire", ""),
        (Clipping(url="https://a.example/x", publication="A", language="en"), "A", "en"),
    ],
)
def test_a_page_is_of_a_declared_source(clipping: Clipping, name: str, language: str) -> None:
    """By its host, or by its name; a language that goes without saying is left out."""
    answers = answers_of(clipping, SOURCES_BY_ID, "bs")

    assert (answers["source_name"], answers["source_language"]) == (name, language)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.example/2018/glasgow-police-raids.html", "Glasgow police raids"),
        ("https://a.example/news/raids-in-two-farms/12345/", "Raids in two farms"),
        ("https://a.example/%C5%BErtve_trgovine", "Žrtve trgovine"),
        ("https://a.example/12345", ""),
        ("https://a.example/", ""),
        ("", ""),
    ],
)
def test_an_address_often_has_the_words_of_a_title(url: str, words: str) -> None:
    """The last part that has more than one."""
    assert words_of(url) == words
