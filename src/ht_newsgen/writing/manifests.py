"""A manifest as bytes: all of it, and after a line break what has become of it since.

That of a large site has tens of megabytes, and after an edit hardly any of it is another. So a few
changes are written down beside it; they say of which manifest they are the changes.
"""

import msgspec
from msgspec import Struct

from ht_newsgen.kit.digest import digest
from ht_newsgen.model.manifest import Manifest, Output

FORMAT = 1
"""Goes up when what stands in a manifest means something else than before."""


class _Written(Struct, frozen=True, kw_only=True):
    """All of a manifest."""

    format: int = 0
    outputs: dict[str, Output] = {}


class _Names(Struct, frozen=True, kw_only=True):
    """What can be taken from a manifest of any format: which files are ours."""

    outputs: dict[str, msgspec.Raw] = {}


class _Changes(Struct, frozen=True, kw_only=True):
    """What has become of a manifest."""

    format: int
    of: str
    """The digest of the manifest."""
    outputs: dict[str, Output]
    """New ones, and those that are others now."""
    gone: tuple[str, ...]


def parse_manifest(data: bytes) -> Manifest:
    """The manifest in these bytes, whatever they are.

    Changes of another manifest are none of this one: a build was killed right after it had written
    down all of a newer one.
    """
    end = data.find(b"\n") if b"\n" in data else len(data)
    manifest = _parse_all(memoryview(data)[:end])
    changes = _parse_changes(data[end:])
    if changes is None or changes.of != manifest.whole:
        return manifest
    for path in changes.gone:
        manifest.outputs.pop(path, None)
    return Manifest(
        outputs=manifest.outputs | changes.outputs,
        whole=manifest.whole,
        since=frozenset((*changes.outputs, *changes.gone)),
    )


def all_of(outputs: dict[str, Output]) -> bytes:
    """A manifest of these outputs, to be written whole."""
    return msgspec.json.encode(_Written(format=FORMAT, outputs=dict(sorted(outputs.items()))))


def changes_in(manifest: Manifest) -> bytes:
    """What has changed since the manifest was written whole; nothing if nothing has."""
    if not manifest.since:
        return b""
    outputs = manifest.outputs
    paths = sorted(manifest.since)
    changes = _Changes(
        format=FORMAT,
        of=manifest.whole,
        outputs={path: outputs[path] for path in paths if path in outputs},
        gone=tuple(path for path in paths if path not in outputs),
    )
    return msgspec.json.encode(changes)


def written_whole(data: bytes | memoryview) -> str:
    """How a manifest is named that was written whole in these bytes."""
    return digest(data)


def seal(manifest: Manifest) -> str:
    """A digest of all that the manifest says."""
    return digest(manifest.whole.encode() + changes_in(manifest))


def _parse_all(data: memoryview) -> Manifest:
    try:
        written = msgspec.json.decode(data, type=_Written)
        if written.format == FORMAT:
            return Manifest(outputs=written.outputs, whole=written_whole(data))
    except ValueError:
        pass  # of another format, or damaged
    try:
        names = msgspec.json.decode(data, type=_Names)
    except ValueError:
        return Manifest()
    return Manifest(outputs=dict.fromkeys(names.outputs, Output()))


def _parse_changes(data: bytes) -> _Changes | None:
    try:
        changes = msgspec.json.decode(data, type=_Changes) if data.strip() else None
    except ValueError:
        return None
    return changes if changes and changes.format == FORMAT else None
