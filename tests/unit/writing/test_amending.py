"""Files of a site that are changed in place."""

import stat
from pathlib import Path

import pytest

from ht_newsgen.errors import NewsgenError, OutputUnwritable
from ht_newsgen.writing.amending import amend


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    file = tmp_path / "a.md"
    file.write_bytes(b"before")
    file.chmod(0o640)

    amend(tmp_path, "a.md", b"before", b"after, and longer")

    assert file.read_bytes() == b"after, and longer"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("now", [b"befora", b"before and more", b""])
def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, now: bytes) -> None:
    """Somebody's editor was quicker."""
    (tmp_path / "a.md").write_bytes(now)

    with pytest.raises(NewsgenError, match="changed meanwhile"):
        amend(tmp_path, "a.md", b"before", b"after")

    assert (tmp_path / "a.md").read_bytes() == now


def test_a_link_out_of_the_site_is_refused(tmp_path: Path) -> None:
    """Nothing outside is written, whatever it says."""
    (tmp_path / "outside.md").write_bytes(b"before")
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.md").symlink_to("../outside.md")

    with pytest.raises(NewsgenError, match="leads out of the site"):
        amend(site, "a.md", b"before", b"after")

    assert (tmp_path / "outside.md").read_bytes() == b"before"


def test_a_link_within_the_site_stays_one(tmp_path: Path) -> None:
    """The file that it leads to is changed."""
    (tmp_path / "real.md").write_bytes(b"before")
    (tmp_path / "a.md").symlink_to("real.md")

    amend(tmp_path, "a.md", b"before", b"after")

    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"after"


def test_a_read_only_file_is_said_to_be_one(tmp_path: Path) -> None:
    """Its folder would let it be replaced; whoever made it read-only meant something by it."""
    (tmp_path / "a.md").write_bytes(b"before")
    (tmp_path / "a.md").chmod(0o444)

    with pytest.raises(OutputUnwritable, match="read-only"):
        amend(tmp_path, "a.md", b"before", b"after")


def test_a_failure_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the disk is full."""
    (tmp_path / "a.md").write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputUnwritable, match="No space left"):
        amend(tmp_path, "a.md", b"before", b"after")

    assert (tmp_path / "a.md").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
