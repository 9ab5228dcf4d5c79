"""The Nu HTML checker, run once over a whole folder; its messages as values."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support import tools

BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""For a program that ends after seconds: half of its work was to compile itself well.

What is compiled less well wants more room on the stack.
"""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """What the checker says of one place."""

    path: str
    """Relative to the folder checked, with forward slashes."""
    line: int
    kind: str
    """`error`, `warning`, or the checker's finer word for it, as in `fatal`."""
    text: str
    extract: str


def check(folder: Path, *, only: str = "html") -> tuple[Message, ...]:
    """Every error and warning in the folder's files of one kind: "html", "css" or "svg".

    Sorted, empty if all is well. Raises `RuntimeError` if the checker itself fails, since
    silence would look like praise.
    """
    if not any(folder.rglob(f"*.{only}")):
        return ()
    done = subprocess.run(
        [
            str(tools.java()),
            *BRIEFLY,
            "-jar",
            str(tools.vnu_jar()),
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            "--skip-info-messages",
            f"--skip-non-{only}",
            str(folder.resolve()),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"The Nu HTML checker did not run:\n{done.stderr or done.stdout}")
    return tuple(sorted(_message(item, folder) for item in json.loads(done.stdout)["messages"]))


def _message(item: dict[str, object], folder: Path) -> Message:
    path = Path(unquote(urlsplit(str(item.get("url", ""))).path))
    inside = path.is_relative_to(folder.resolve())
    return Message(
        path=path.relative_to(folder.resolve()).as_posix() if inside else path.as_posix(),
        line=int(str(item.get("lastLine", 0))),
        kind=str(item.get("subType", item["type"])),
        text=str(item["message"]),
        extract=str(item.get("extract", "")).strip(),
    )
