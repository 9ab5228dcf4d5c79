"""What lies in an output folder that is ours, kept in that folder itself.

The folder `.ht-newsgen/` inside the output holds the manifest, the lock and half-written files. A
build writes the manifest twice: before it touches a file, naming the old files and the coming
ones, and after the last. So a build that was killed leaves no file that the next does not know.
"""

import os
from pathlib import Path

import msgspec

from ht_newsgen.errors import OutputRefused
from ht_newsgen.model.manifest import Manifest

LEDGER = ".ht-newsgen"
"""Our own folder inside the output; it need not be published."""

NAMED = 5
"""How many foreign files a refusal names."""


def read_manifest(output: Path) -> Manifest:
    """The manifest of the output folder; an empty one when there is none or it is damaged."""
    try:
        return msgspec.json.decode((output / LEDGER / "manifest.json").read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return Manifest()


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step; raises OSError."""
    temporary = output / LEDGER / "manifest.new"
    temporary.write_bytes(msgspec.json.encode(manifest) + b"\n")
    temporary.replace(output / LEDGER / "manifest.json")


def refuse_foreign_files(output: Path) -> None:
    """Raise `OutputRefused` if a folder that is not ours yet holds files."""
    foreign: list[str] = []
    for folder, folders, files in os.walk(output):
        folders.sort()
        here = Path(folder).relative_to(output)
        foreign.extend((here / name).as_posix() for name in sorted(files))
        if len(foreign) > NAMED:
            break
    if foreign:
        named = ", ".join(f"`{name}`" for name in foreign[:NAMED])
        more = " and others" if len(foreign) > NAMED else ""
        raise OutputRefused(
            f"The output folder {output} holds files that ht-newsgen did not write: {named}{more}. "
            "Choose another folder with --output, or say --force to write beside them."
        )
