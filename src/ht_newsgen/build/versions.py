"""What else a result depends on, beside the site: the program, its libraries, the Python."""

import os
import sys
import zoneinfo
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

import ht_newsgen
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.config import AiChoices, Config, SocialCards, TextMining
from ht_newsgen.model.feed_settings import FeedSettings
from ht_newsgen.model.people import Organisation
from ht_newsgen.reading.version import READING_VERSION

APART = ("catalogues", "explanations", "starter")
"""Folders that no output is made of: messages count for the pages in their language (see
`i18n/messages.py`), and what `explain` and `init` show is on no page."""


@cache
def program_digest() -> str:
    """The program with all its libraries, as one digest.

    An installed program is known by the record of its installation (core metadata, "Recording
    installed projects"), a checkout by what its sources hold.
    """
    package = Path(ht_newsgen.__file__).parent
    installed = sorted(set(installed_below(sys.path)))
    record = package.with_name(f"ht_newsgen-{ht_newsgen.__version__}.dist-info") / "RECORD"
    try:
        ours = [digest(record.read_bytes())]
    except OSError:
        ours = [f"{name} {digest(content(package, name))}" for name in sources(package)]
    parts = [sys.version, sys.platform, ht_newsgen.__version__, *installed, *ours]
    return digest("\n".join(parts).encode())


def installed_below(folders: list[str]) -> Iterator[str]:
    """Name and version of everything that is installed in these folders."""
    for folder in folders:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - names are all that is asked for
        except OSError:
            continue  # a zip file, or nothing
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def sources(package: Path) -> list[str]:
    """Every file that counts, by name; not what tools leave beside them."""
    found: list[str] = []
    top = len(os.fspath(package)) + 1
    for folder, folders, files in os.walk(package):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__", *APART))]
        above = f"{folder[top:]}/".replace(os.sep, "/").lstrip("/")
        found += [f"{above}{name}" for name in files if not name.startswith(".")]
    return sorted(found)


def content(package: Path, name: str) -> bytes:
    """What the file holds: without the comforts of `Path.read_bytes`, since there are hundreds."""
    with open(f"{package}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def zone_digest(name: str) -> str:
    """The time zone as this system knows it; where it does not, the package `tzdata` is used.

    Governments change their clocks at short notice, and what an item's date means with them.
    """
    for folder in zoneinfo.TZPATH:
        try:
            return digest(Path(folder, name).read_bytes())
        except OSError:
            continue
    return ""


def reading_key(config: Config) -> str:
    """All that reading an item depends on beside its file.

    What the configuration says of other things is left out by name, so that a key added later
    counts until somebody decides that it does not.
    """
    relevant = msgspec.structs.replace(
        config,
        title={},
        description={},
        country="",
        organisation=Organisation(name=""),
        page_size=1,
        search=False,
        exit_url={},
        feeds=FeedSettings(),
        social_cards=SocialCards.SECTIONS,
        ai=AiChoices(),
        text_mining=TextMining(),
        security=None,
        checks=(),
    )
    encoded = msgspec.json.encode(relevant)
    zone = zone_digest(config.timezone)
    return f"{READING_VERSION} {program_digest()} {zone} {digest(encoded)}"
