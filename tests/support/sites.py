"""Whole sites, built in a test."""

from datetime import UTC, datetime
from pathlib import Path

from ht_newsgen.build.memory import FILE as LAST_BUILD
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.start import build
from ht_newsgen.model.site import Show
from ht_newsgen.writing.ledger import LEDGER

ROOT = Path(__file__).parents[2]
"""The project itself, which is a site too."""

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
"""The clock of every test that does not say otherwise."""


def forget(root: Path) -> None:
    """Let the next build find out by itself whether anything has changed."""
    (root / LAST_BUILD).unlink(missing_ok=True)


def build_site(
    root: Path,
    output: Path,
    *,
    now: datetime = NOW,
    show: Show = Show(),
    base_url: str = "",
    strict: bool = False,
    keep_going: bool = False,
    cache: bool = False,
    jobs: int = 0,
) -> Result:
    """Build the site at `root` with the project's theme; without a cache unless one is wanted."""
    return build(
        Options(
            root=root,
            output=output,
            theme=ROOT,
            now=now,
            show=show,
            base_url=base_url,
            strict=strict,
            keep_going=keep_going,
            cache=cache,
            jobs=jobs,
        )
    )


def tree(folder: Path, *, without: str = LEDGER) -> dict[str, bytes]:
    """Every file of a folder with its bytes, by path; of an output, every published one."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and without not in file.parts
    }


def make_site(root: Path, files: dict[str, str | bytes]) -> Path:
    """Lay out a site; `newsgen.yaml` is added when it is not among the files."""
    for path, text in {"newsgen.yaml": "base_url: https://example.org/\n", **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
