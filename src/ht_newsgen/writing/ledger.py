"""What lies in an output folder that is ours, kept in that folder itself.

The folder `.ht-newsgen/` inside the output holds the manifest, the lock and half-written files. A
build writes the manifest twice: before it touches a file, naming the old files and the coming
ones, and after the last. So a build that was killed leaves no file that the next does not know.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from ht_newsgen.errors import OutputRefused
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.writing.manifests import all_of, changes_in, parse_manifest, written_whole

LEDGER = ".ht-newsgen"
"""Our own folder inside the output; it need not be published."""
MANIFEST = "manifest.json"
CHANGES = "changes.json"
"""What has become of the manifest since it was written whole."""
WORTH_ALL = 4
"""One changed output in so many, and the manifest is written whole again."""

NAMED = 5
"""How many foreign files a refusal names."""


def read_manifest(output: Path) -> Manifest:
    """The manifest of the output folder; an empty one when there is none or it is damaged.

    Of another format only the names count. A name that leads out of the folder is none of ours.
    """
    found = parse_manifest(manifest_bytes(output))
    outputs = {path: one for path, one in found.outputs.items() if is_inside(path)}
    return Manifest(outputs=outputs, whole=found.whole, since=found.since)


def manifest_bytes(output: Path) -> bytes:
    """The manifest as `parse_manifest` takes it; nothing when there is none."""
    try:
        data = (output / LEDGER / MANIFEST).read_bytes()
    except OSError:
        return b""
    try:
        return data + (output / LEDGER / CHANGES).read_bytes()
    except OSError:
        return data


def is_inside(path: str) -> bool:
    """Whether the path leads to a file below the output folder, by its name."""
    return not (path.startswith("/") or "\0" in path or (".." in path and ".." in path.split("/")))


def write_manifest(output: Path, outputs: dict[str, Output], before: Manifest) -> Manifest:
    """Have the manifest name these outputs, and return it; raises OSError.

    `before` is what it is now. A build that is killed in between leaves the one or the other.
    """
    different = differing(before.outputs, outputs)
    if not different:
        return before
    since = before.since | different
    if before.whole and len(since) * WORTH_ALL <= len(outputs):
        manifest = Manifest(outputs=outputs, whole=before.whole, since=since)
        put(output, CHANGES, changes_in(manifest))
        return manifest
    data = all_of(outputs)
    put(output, MANIFEST, data + b"\n")
    (output / LEDGER / CHANGES).unlink(missing_ok=True)
    return Manifest(outputs=outputs, whole=written_whole(data))


def differing(before: Mapping[str, Output], now: Mapping[str, Output]) -> frozenset[str]:
    """The paths at which the two are not the same."""
    known = before.get
    others = [path for path, one in now.items() if (old := known(path)) is not one and old != one]
    return frozenset(before.keys() - now.keys()).union(others)


def put(output: Path, name: str, data: bytes) -> None:
    """Replace one of our own files in one step; raises OSError."""
    temporary = output / LEDGER / "manifest.new"
    temporary.unlink(missing_ok=True)  # it may be a link to something else
    temporary.write_bytes(data)
    temporary.replace(output / LEDGER / name)


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
