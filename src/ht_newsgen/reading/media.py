"""Pictures that items use: found in the site, opened, and given a published name."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from msgspec import Struct

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.renditions import rendition_name
from ht_newsgen.kit.sentences import UNSAID, Sentence, say
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.media import ROOTS, Picture

LARGEST = 32 * 1024 * 1024
"""Bytes of a picture's file."""


class NoPicture(Struct, frozen=True):
    """Why there is no picture, and what to do."""

    message: Sentence
    advice: Sentence = UNSAID


PictureLookup = Callable[[str], Picture | NoPicture]
"""From `src` as it is written to the picture, or why there is none."""


def picture_lookup(root: Path, item_path: str) -> PictureLookup:
    """The lookup for one item of the site in `root`."""

    def look_up(src: str) -> Picture | NoPicture:
        return find_picture(root, item_path, src)

    return look_up


def find_picture(root: Path, item_path: str, src: str) -> Picture | NoPicture:
    """The picture that an item names: relative to its own folder, or `/x` in `ROOTS`."""
    name = unquote(src.partition("#")[0].partition("?")[0]) if src else ""
    if not name:
        return NoPicture(
            say("there is no picture without a file"), say("Write the name of its file")
        )
    if "://" in src[:12] or src.startswith(("//", "data:")):
        return NoPicture(
            say("the picture {src} is not a file of this site", src=src[:80]),
            say("Save the picture next to the item, and write the name of its file"),
        )
    candidates = _candidates(item_path, name)
    for candidate in candidates:
        file = root / candidate
        try:
            if not file.is_file():
                continue
            if not is_inside(root, file):
                return NoPicture(
                    say("the picture {candidate} lies outside of the site", candidate=candidate),
                    say("Copy it into the site"),
                )
            data = read_bounded(file, LARGEST)
        except (OSError, ValueError):
            return NoPicture(
                say("the picture {candidate} cannot be read", candidate=candidate),
                say("Look at its permissions"),
            )
        if data is None:
            return NoPicture(
                say(
                    "the picture {candidate} is larger than {largest} MiB",
                    candidate=candidate,
                    largest=LARGEST >> 20,
                ),
                say("Save it smaller"),
            )
        return _picture(candidate, data)
    return NoPicture(
        say("there is no picture {candidates}", candidates=" or ".join(candidates) or src[:80]),
        _similar(root, candidates),
    )


def _candidates(item_path: str, name: str) -> list[str]:
    """The paths that may be meant; none when they would lead out of the site's folder."""
    if name.startswith("/"):
        paths = [normpath(f"{folder}/{name.lstrip('/')}") for folder in ROOTS]
        return [
            path for path, folder in zip(paths, ROOTS, strict=True) if path.startswith(f"{folder}/")
        ]
    path = normpath(f"{PurePosixPath(item_path).parent}/{name}")
    return [path] if path.startswith("content/") else []


def _picture(origin: str, data: bytes) -> Picture | NoPicture:
    # Imported here, with Pillow: most items have no picture.
    from ht_newsgen.kit.images import Refusal, probe

    found = probe(data)
    if isinstance(found, Refusal):
        return NoPicture(
            say("the picture {origin} is {reason}", origin=origin, reason=found.reason),
            found.advice,
        )
    stem = slugify(PurePosixPath(origin).stem) or "picture"
    source = digest(data)
    return Picture(
        origin=origin,
        digest=source,
        name=rendition_name(stem, source),
        width=found.width,
        height=found.height,
        kind=found.kind,
    )


def _similar(root: Path, candidates: list[str]) -> Sentence:
    """A file of nearly the same name, for help."""
    for candidate in candidates:
        folder = (root / candidate).parent
        try:
            names = [entry.name for entry in folder.iterdir() if entry.suffix != ".md"]
        except OSError:
            continue
        meant = nearest(PurePosixPath(candidate).name, names)
        if meant:
            return say("Did you mean `{meant}`?", meant=meant)
    return say("Save the picture next to the item")
