"""`check --fix` and `check --diff` over a site with mistakes in all of its files."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ht_newsgen.cli.app import run
from tests.sites.test_broken import BASE

WRONG = {
    "newsgen.yaml": "base_url: https://newsroom.example/\ntimezon: Europe/Sarajevo\n",
    "content/data/topics.yaml": "police:\n  titel: Police\n",
    "content/flash/2026/2026-02-03-raids.md": (
        "---\r\ntitle: Raids: again  # twice\r\ndate: 03/02/2026\r\ntopics: [police]\r\n"
        "draft: no\r\n---\r\n\r\nText.\r\n"
    ),
    "content/flash/2026/trial.md": (
        "\ufeff---\ntitle: Trial: day 3\ndate: 2026-02-05\n"
        "source: {name: Reuters, url: www.example.org/a}\n---\n\nText without an end of the line"
    ),
    "content/flash/2026/good.md": "---\ntitle: Good\ndate: 2026-02-06\n---\n\nText.\n",
    "content/pages/team.md": "---\ntitle: 12\nslug: [a, b]\n---\n\nText.\n",
}
RIGHT = {
    "newsgen.yaml": "base_url: https://newsroom.example/\ntimezone: Europe/Sarajevo\n",
    "content/data/topics.yaml": "police:\n  title: Police\n",
    "content/flash/2026/2026-02-03-raids.md": (
        "---\r\ntitle: Raids: again  # twice\r\ndate: 2026-02-03\r\ntopics: [police]\r\n"
        "draft: false\r\n---\r\n\r\nText.\r\n"
    ),
    "content/flash/2026/trial.md": (
        '\ufeff---\ntitle: "Trial: day 3"\ndate: 2026-02-05\n'
        "source: {name: Reuters, url: https://www.example.org/a}\n---\n\n"
        "Text without an end of the line"
    ),
    "content/flash/2026/good.md": WRONG["content/flash/2026/good.md"],
    "content/pages/team.md": '---\ntitle: "12"\nslug: [a, b]\n---\n\nText.\n',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True, symlinks=True)
    for path, text in WRONG.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


def texts(site: Path) -> dict[str, str]:
    return {path: (site / path).read_bytes().decode() for path in WRONG}


def check(site: Path, *words: str) -> int:
    return run(["check", "--site", str(site), "--clock", "2026-06-01T12:00Z", *words])


def test_what_has_one_answer_is_mended_and_the_rest_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The configuration first: only with it can items be read. Done again, nothing changes."""
    assert check(site, "--fix") == 1

    assert texts(site) == RIGHT
    out = capsys.readouterr().out
    assert "content/flash/2026/trial.md:2:8: mended: front-matter/yaml: " in out
    assert "Mended 7 problems in 5 files.\n" in out
    assert out.rstrip().endswith("2 errors and 1 warning in 3 files.")

    assert check(site, "--fix") == 1

    assert texts(site) == RIGHT
    assert "Nothing can be mended." in capsys.readouterr().out
    check(site, "--fix", "--quiet")
    assert "mended" not in capsys.readouterr().out


def test_the_diff_is_what_would_be_done_and_nothing_is_written(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`git apply` takes it; that and a second diff, now that the site can be read, do all of it."""
    for _ in range(2):
        before = texts(site)
        assert check(site, "--diff") == 1
        assert texts(site) == before
        diff = capsysbinary.readouterr().out
        subprocess.run(["git", "apply", "-"], cwd=site, input=diff, check=True)

    assert texts(site) == RIGHT


def test_a_program_is_told_the_mends_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor of texts can offer them."""
    check(site, "--format", "json")

    (unknown,) = json.loads(capsys.readouterr().out)
    assert unknown["mends"] == [{"line": 2, "column": 1, "old": "timezon", "new": "timezone"}]


def test_a_program_that_has_files_mended_gets_what_remains(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One JSON list on standard output; what was mended is told beside it."""
    assert check(site, "--fix", "--format", "json") == 1

    out, err = capsys.readouterr()
    assert [found["rule"] for found in json.loads(out) if found["severity"] == "error"] == [
        "front-matter/yaml",
        "front-matter/type",
    ]
    assert "Mended 7 problems in 5 files." in err


def test_what_an_item_is_silent_about_is_left_as_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tracking parameters are taken out of one address, and stay in the other."""
    shutil.rmtree(site / "content")
    (site / "newsgen.yaml").write_text("base_url: https://newsroom.example/\n")
    folder = site / "content" / "flash" / "2026"
    folder.mkdir(parents=True)
    link = "A [report](https://example.org/a?utm_source=feed&id=7) on it.\n"
    silence = "silence: {rule: privacy/tracking, reason: It is what the text is about}\n"
    front = "date: 2026-02-05\nrights: own\ncountries: [Spain]\n"
    (folder / "one.md").write_text(f"---\ntitle: One\n{front}---\n\n{link}")
    (folder / "two.md").write_text(f"---\ntitle: Two\n{front}{silence}---\n\n{link}")

    check(site, "--fix", "--language", "bs")

    one, two = ((folder / name).read_text() for name in ("one.md", "two.md"))
    assert "(https://example.org/a?id=7)" in one
    assert "utm_source" in two
    assert "countries: [ES]" in one
    assert "countries: [ES]" in two
    assert "popravljeno: privacy/tracking" in capsys.readouterr().out


def test_the_two_are_not_asked_for_together(site: Path) -> None:
    """One shows and one does."""
    assert check(site, "--diff", "--fix") == 2
    assert check(site, "--diff", "--format", "json") == 2
    assert texts(site) == WRONG
