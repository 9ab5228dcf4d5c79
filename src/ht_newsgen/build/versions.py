"""What else a result depends on, beside the site: the program, its libraries, the Python."""

import sys
from functools import cache
from pathlib import Path

import msgspec

import ht_newsgen
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.config import AiChoices, Config, FeedSettings
from ht_newsgen.model.people import Organisation
from ht_newsgen.reading.article import READING_VERSION


@cache
def program_digest() -> str:
    """The program with all its libraries, as one digest.

    An installed program is known by its version, a checkout by what its sources hold.
    """
    package = Path(ht_newsgen.__file__).parent
    libraries = Path(msgspec.__file__).parents[1]
    parts = [sys.version, ht_newsgen.__version__]
    parts += sorted(found.name for found in libraries.glob("*.dist-info"))
    if not package.is_relative_to(libraries):
        files = (file for file in sorted(package.rglob("*")) if "__pycache__" not in file.parts)
        parts += (digest(file.read_bytes()) for file in files if file.is_file())
    return digest("\n".join(parts).encode())


def reading_key(config: Config) -> str:
    """All that reading an item depends on beside its file.

    What the configuration says of other things is left out by name, so that a key added later
    counts until somebody decides that it does not.
    """
    relevant = msgspec.structs.replace(
        config,
        title={},
        description={},
        organisation=Organisation(name=""),
        page_size=1,
        exit_url="",
        feeds=FeedSettings(),
        ai=AiChoices(),
        security=None,
    )
    encoded = msgspec.json.encode(relevant)
    return f"{READING_VERSION} {program_digest()} {digest(encoded)}"
