"""Two builds of the same files are equal, whatever the machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import ROOT, tree

MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
)


@pytest.mark.parametrize("by", ["clock", "source date epoch"])
def test_hash_seed_time_zone_locale_and_order_of_files_do_not_matter(
    tmp_path: Path, by: str
) -> None:
    """Equal to the byte; "now" is `--clock`, else SOURCE_DATE_EPOCH."""
    trees = []
    for number, machine in enumerate(MACHINES):
        site = tmp_path / f"machine-{number}" / "site"
        files = sorted(
            file
            for folder in ("content", "templates", "static")
            for file in (ROOT / folder).rglob("*")
            if file.is_file()
        )
        for file in [ROOT / "newsgen.yaml", *(files if number else reversed(files))]:
            copy = site / file.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
        words = ["--clock", "2026-06-01T12:00:00Z"] if by == "clock" else []
        epoch = {} if by == "clock" else {"SOURCE_DATE_EPOCH": "1780315200"}
        subprocess.run(
            [sys.executable, "-m", "ht_newsgen", "build", "--site", str(site), *words],
            env={**os.environ, **machine, **epoch},
            check=True,
            capture_output=True,
        )
        trees.append(tree(site / "public"))

    assert trees[0].keys() == trees[1].keys()
    assert [path for path in trees[0] if trees[0][path] != trees[1][path]] == []
    assert "index.html" in trees[0]
