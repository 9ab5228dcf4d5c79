"""What lies in an output folder that is ours, kept in that folder itself.

The folder `.ht-newsgen/` inside the output holds the manifest, the lock and half-written files. A
build writes the manifest twice: before it touches a file, naming the old files and the coming
ones, and after the last. So a build that was killed leaves no file that the next does not know.
"""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from ht_newsgen.errors import OutputRefused
from ht_newsgen.model.manifest import Manifest, Output

LEDGER = ".ht-newsgen"
"""Our own folder inside the output; it need not be published."""

NAMED = 5
"""How many foreign files a refusal names."""

FORMAT = 1
"""Goes up when what stands in a manifest means something else than before."""


class _Written(Struct, frozen=True, kw_only=True):
    """A manifest as a file."""

    format: int = 0
    outputs: dict[str, Output] = {}


class _Names(Struct, frozen=True, kw_only=True):
    """What can be taken from a manifest of any format: which files are ours."""

    outputs: dict[str, msgspec.Raw] = {}


def read_manifest(output: Path) -> Manifest:
    """The manifest of the output folder; an empty one when there is none or it is damaged.

    Of another format only the names count. A name that leads out of the folder is none of ours.
    """
    found = parse_manifest(manifest_bytes(output))
    return Manifest(outputs={path: one for path, one in found.outputs.items() if is_inside(path)})


def manifest_bytes(output: Path) -> bytes:
    """The manifest as it is written; nothing when there is none."""
    try:
        return (output / LEDGER / "manifest.json").read_bytes()
    except OSError:
        return b""


def parse_manifest(data: bytes) -> Manifest:
    """The manifest in these bytes, whatever they are."""
    try:
        written = msgspec.json.decode(data, type=_Written)
        if written.format == FORMAT:
            return Manifest(outputs=written.outputs)
    except ValueError:
        pass  # of another format, or damaged
    try:
        names = msgspec.json.decode(data, type=_Names)
    except ValueError:
        return Manifest()
    return Manifest(outputs=dict.fromkeys(names.outputs, Output()))


def is_inside(path: str) -> bool:
    """Whether the path leads to a file below the output folder, by its name."""
    return not (path.startswith("/") or "\0" in path or (".." in path and ".." in path.split("/")))


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step; raises OSError."""
    temporary = output / LEDGER / "manifest.new"
    temporary.unlink(missing_ok=True)  # it may be a link to something else
    written = _Written(format=FORMAT, outputs=manifest.outputs)
    temporary.write_bytes(msgspec.json.encode(written) + b"\n")
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
    # Another build may have made the folder ours while we looked.
    if foreign and not (output / LEDGER).exists():
        named = ", ".join(f"`{name}`" for name in foreign[:NAMED])
        more = " and others" if len(foreign) > NAMED else ""
        raise OutputRefused(
            f"The output folder {output} holds files that ht-newsgen did not write: {named}{more}. "
            "Choose another folder with --output, or say --force to write beside them."
        )
