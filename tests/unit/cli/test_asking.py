"""`ht-newsgen new` on a terminal: its questions, and what is made of the answers."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ht_newsgen.cli.offering import guess, listed, pick
from tests.unit.cli.conftest import Bench

SOURCES = """\
europol: {name: Europol, url: "https://www.europol.europa.eu/"}
post: {name: The Morning Post, url: "https://post.example/", language: en}
"""
TOPICS = """\
police: {title: Police}
child-protection: {title: Protection of children}
prevention: {title: Prevention}
"""

Answer = Callable[[Iterable[str]], None]


@pytest.fixture
def newsroom(site: Path) -> Path:
    """The site, with more to choose from."""
    data = site / "content" / "data"
    data.joinpath("topics.yaml").write_text(TOPICS)
    data.joinpath("sources.yaml").write_text(SOURCES)
    return site


@pytest.fixture
def answer(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers the questions one after the other."""

    def with_these(answers: Iterable[str]) -> None:
        left = iter(answers)
        bench.is_terminal = True
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: next(left))

    return with_these


def test_a_flash_item_is_asked_for_with_all_it_needs(
    bench: Bench, newsroom: Path, answer: Answer
) -> None:
    """Sources and topics by number, by name or by their beginning; the rest is kept by Enter."""
    answer(
        [
            "Raids",
            "Twelve free.",
            "the morn",
            "https://post.example/x?fbclid=1",
            "",
            "1, prev, 1",
            "",
        ]
    )

    code, out, err = bench("new", "flash")

    assert (code, out) == (0, "content/flash/2026/raids.md\n")
    assert "  2  The Morning Post (post)" in err
    assert "  1  Police (police)" in err
    assert newsroom.joinpath("content/flash/2026/raids.md").read_text() == (
        "---\n"
        "id: flash-2026-raids\n"
        "title: Raids\n"
        "slug: raids\n"
        "date: 2026-01-05\n"
        "standfirst: Twelve free.\n"
        "source:\n"
        "  name: The Morning Post\n"
        "  url: https://post.example/x\n"
        "rights: excerpt\n"
        "topics: [police, prevention]\n"
        "---\n"
        "\n"
    )


def test_a_flash_item_may_have_a_text_in_place_of_a_title(
    bench: Bench, newsroom: Path, answer: Answer
) -> None:
    """Its first words name it."""
    answer(["", "", "", "Twelve people: all safe.", "", "", "", "", "", ""])

    assert bench("new", "flash")[:2] == (0, "content/flash/2026/twelve-people-all-safe.md\n")
    assert newsroom.joinpath("content/flash/2026/twelve-people-all-safe.md").read_text() == (
        "---\n"
        "id: flash-2026-twelve-people-all-safe\n"
        "slug: twelve-people-all-safe\n"
        "date: 2026-01-05\n"
        "rights: own\n"
        "---\n"
        "\n"
        "Twelve people: all safe.\n"
    )


def test_answers_that_make_no_sense_are_asked_again(
    bench: Bench, newsroom: Path, answer: Answer
) -> None:
    """With what was probably meant; a mistyped source is not made a new one unasked."""
    answer(
        ["Racije i žrtve", "", "Europl", "y", "europol.example", "https://europol.example/",
         "licenced", "licensed", "", "CC-BY-4.0", "polcie", "police", "racije i", "racije"]
    )  # fmt: skip

    code, out, err = bench("new", "flash", "--language", "bs")

    assert (code, out) == (0, "content/flash/2026/racije.md\n")
    assert "An address begins with https://" in err
    assert "It is one of own, excerpt, licensed, public, unverified" in err
    assert "No topic is called polcie; did you mean Police?" in err
    assert "racije i cannot stand in an address" in err
    text = newsroom.joinpath("content/flash/2026/racije.md").read_text()
    assert "  name: Europol\n  url: https://europol.example/\nrights: licensed\n" in text
    assert "licence: CC-BY-4.0\ntopics: [police]\n" in text


def test_a_name_in_the_address_is_proposed_as_people_spell_it(
    bench: Bench, newsroom: Path, answer: Answer
) -> None:
    """South Slavic letters have their usual spelling."""
    answer(["Ђорђе и џак", "", "", "", "", ""])

    assert bench("new", "flash", "--language", "sr-Cyrl")[1] == (
        "content/flash/2026/djordje-i-dzak.md\n"
    )
    assert newsroom.joinpath("content/flash/2026/djordje-i-dzak.md").exists()


def test_a_standing_page_is_asked_for_little(bench: Bench, newsroom: Path, answer: Answer) -> None:
    """Its title, which it needs, a standfirst, and its name."""
    answer(["", "", "Our work", "", "work"])

    assert bench("new", "pages")[:2] == (0, "content/pages/work.md\n")
    assert newsroom.joinpath("content/pages/work.md").read_text() == (
        "---\nid: pages-work\ntitle: Our work\nslug: work\n---\n\n"
    )


def test_what_was_given_is_not_asked_for(bench: Bench, newsroom: Path, answer: Answer) -> None:
    """An option is an answer."""
    answer(["Raids", ""])
    words = ["--source-name", "Europol", "--source-url", "https://europol.example/x"]
    words += ["--topic", "police", "--rights", "excerpt", "--standfirst", "Twelve free."]

    assert bench("new", "flash", *words)[:2] == (0, "content/flash/2026/raids.md\n")
    assert newsroom.joinpath("content/flash/2026/raids.md").exists()


OFFERS = {"police": "Police", "police-work": "Police work", "courts": "Sudovi", "2018": "2018"}


@pytest.mark.parametrize(
    ("word", "picked"),
    [
        ("", ""),
        ("1", "police"),
        (" 3 ", "courts"),
        ("5", ""),
        ("0", ""),
        ("99999999999999999999", ""),
        ("police", "police"),
        ("POLICE", "police"),
        ("police w", "police-work"),
        ("pol", ""),
        ("sud", "courts"),
        ("suđ", ""),
        ("²", ""),
    ],
)
def test_an_offer_is_picked_in_many_ways(word: str, picked: str) -> None:
    """By number, id, name, or a beginning that no other has."""
    assert pick(word, OFFERS) == picked


@pytest.mark.parametrize(
    ("word", "meant"), [("polcie", "police"), ("xyz", ""), ("Sudovii", "courts")]
)
def test_a_slip_is_guessed(word: str, meant: str) -> None:
    """So that one can ask whether that was meant."""
    assert guess(word, OFFERS) == meant


def test_a_long_list_of_offers_is_cut() -> None:
    """Who knows a hundred sources need not see them all."""
    lines = list(listed({str(number): f"Source {number}" for number in range(100)}))

    assert lines[:2] == [" 1  Source 0 (0)", " 2  Source 1 (1)"]
    assert lines[-1].strip() == "and 70 more"
    assert len(lines) == 31


def test_the_questions_are_asked_on_a_real_terminal(newsroom: Path) -> None:
    """Standard output is the path alone, so that an editor can be opened with it."""
    keyboard, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ht_newsgen", "new", "flash", "--clock", "2026-01-05T12:00Z"],
        cwd=newsroom,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
    ) as program:
        os.close(terminal)
        os.write(keyboard, b"Raids\n\n2\nhttps://post.example/x\n\n1,3\n\n")
        out, _ = program.communicate(timeout=30)
    shown = os.read(keyboard, 65536).decode()
    os.close(keyboard)

    assert (program.returncode, out) == (0, b"content/flash/2026/raids.md\n")
    assert "Rights (own, excerpt, licensed, public, unverified) [excerpt]: " in shown
    assert "Name in the address [raids]: " in shown
    text = newsroom.joinpath("content/flash/2026/raids.md").read_text()
    assert "  name: The Morning Post\n" in text
    assert "topics: [police, prevention]\n" in text


def test_editors_are_asked_in_their_language(
    bench: Bench, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of their environment, as problems are told in."""
    bench.is_terminal = True
    bench.environ["LANG"] = "bs_BA.UTF-8"
    asked: list[str] = []

    def enter(prompt: str) -> str:
        asked.append(prompt)
        return "Naš rad" if len(asked) == 1 else ""

    monkeypatch.setattr("click.termui.visible_prompt_func", enter)

    code, _, err = bench("new", "pages")

    assert (code, asked[0]) == (0, "Naslov: ")
    assert err.startswith("Nova objava u rubrici pages. ")
    assert newsroom.joinpath("content/pages/nas-rad.md").exists()
