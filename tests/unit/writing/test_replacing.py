"""Files in the places of others."""

import sys
from pathlib import Path

import pytest

from ht_newsgen.writing.replacing import exchanger, replace_all

NAMES = tuple(str(number) for number in range(20))


def pairs(folder: Path) -> list[tuple[str, str]]:
    """New files, old files, and which goes where."""
    for name in NAMES:
        (folder / f"new-{name}").write_text(f"new {name}")
        (folder / f"old-{name}").write_text(f"old {name}")
    return [(f"{folder}/new-{name}", f"{folder}/old-{name}") for name in NAMES]


def held(folder: Path) -> dict[str, str]:
    """Every file, by name."""
    return {file.name: file.read_text() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("able", ["all", "none", "some"])
def test_new_files_stand_where_old_ones_stood_whatever_the_system_can_do(
    tmp_path: Path, able: str
) -> None:
    """Exchanged or renamed, nothing is left over."""
    exchange = exchanger()
    can = {
        "all": exchange,
        "none": lambda _, __: False,
        "some": lambda new, old: old.endswith("7") and exchange(new, old),
    }

    replace_all(pairs(tmp_path), can[able])

    assert held(tmp_path) == {f"old-{name}": f"new {name}" for name in NAMES}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges names")
def test_linux_exchanges_two_files(tmp_path: Path) -> None:
    """Else nothing would be gained, and nobody would see it."""
    new, old = pairs(tmp_path)[0]
    assert exchanger()(new, old)
    assert Path(new).read_text() == "old 0"
    assert Path(old).read_text() == "new 0"


def test_a_missing_file_and_a_folder_are_not_exchanged(tmp_path: Path) -> None:
    """A missing one is simply replaced; a folder is somebody's, and would be removed."""
    exchange, (new, _) = exchanger(), pairs(tmp_path)[0]
    assert not exchange(new, f"{tmp_path}/nowhere")
    (tmp_path / "folder").mkdir()
    assert not exchange(new, f"{tmp_path}/folder")
    assert Path(new).read_text() == "new 0"


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    """As with a rename: what it leads to stays what it is."""
    moves = pairs(tmp_path)
    (tmp_path / "theirs").write_text("kept")
    Path(moves[3][1]).unlink()
    Path(moves[3][1]).symlink_to("theirs")

    replace_all(moves, exchanger())

    assert (tmp_path / "theirs").read_text() == "kept"
    assert not Path(moves[3][1]).is_symlink()
    assert Path(moves[3][1]).read_text() == "new 3"
