"""A folder per mistake: what the editor did, and what the editor is told.

Each folder of `broken/` holds files that are laid over `broken/_base/`, and `expected.txt`: the
output of `ht-newsgen check --strict` to the byte. Read it aloud: would you know what to do?
"""

import shutil
from pathlib import Path

import pytest

from ht_newsgen.cli.app import run
from tests.support.golden import assert_holds

BROKEN = Path(__file__).parent / "broken"
BASE = BROKEN / "_base"
MISTAKES = sorted(folder for folder in BROKEN.iterdir() if folder != BASE)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda folder: folder.name)
def test_a_mistake_is_answered_with_its_place_and_help(
    mistake: Path, tmp_path: Path, update: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """The expected answer stands beside the mistake."""
    site = tmp_path / "site"
    shutil.copytree(BASE, site, symlinks=True)
    shutil.copytree(mistake, site, dirs_exist_ok=True, symlinks=True)
    (site / "expected.txt").unlink(missing_ok=True)

    code = run(["check", "--strict", "--site", str(site), "--clock", "2026-06-01T12:00Z"])

    assert_holds(mistake / "expected.txt", capsys.readouterr().out, update=update)
    assert code == 1


def test_there_are_enough_mistakes() -> None:
    """Editors are inventive; so must this collection be."""
    assert len(MISTAKES) >= 100
