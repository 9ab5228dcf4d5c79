"""`ht-newsgen schema`: JSON Schema of the files of a site, for editors of texts."""

import json
from pathlib import Path

import click

from ht_newsgen.cli.flags import FOLDER, flag
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.telling import typed_path
from ht_newsgen.errors import OutputUnwritable, UsageError

SCHEMAS_FOLDER = ".vscode/schemas"
"""Where `init` puts them, and where its `.vscode/settings.json` looks for them."""


@click.command(
    "schema",
    cls=Page,
    examples=(
        ("ht-newsgen schema front-matter", "keys of an item"),
        ("ht-newsgen schema config", "keys of newsgen.yaml"),
        (f"ht-newsgen schema --into {SCHEMAS_FOLDER}", "all, anew after an update"),
    ),
)
@click.argument("name", default="")
@flag("--into", type=FOLDER, metavar="DIR", help="Write all of them into DIR, one file each.")
def schema_command(name: str, into: Path | None) -> int:
    """Print a JSON Schema: which keys there are, what they are for, and what they take.

    NAME is front-matter, edition or config, or that of a register: topics, sources, authors,
    content_notes, helplines. Editors of texts offer keys and words with it, and underline slips;
    they know less than `check`, which has the last word.
    """
    from ht_newsgen.reading.schema.documents import SCHEMAS

    if into is not None and not name:
        try:
            write_schemas(into)
        except OSError as error:
            raise OutputUnwritable(
                f"{typed_path(into)} cannot be written: {error.strerror or error}"
            ) from None
        return 0
    if into is not None:
        raise UsageError("--into writes all schemas; leave out the name")
    if name not in SCHEMAS:
        wrong = f"There is no schema {name!r}" if name else "Name a schema"
        raise UsageError(f"{wrong}: {', '.join(SCHEMAS)}.")
    click.echo(as_text(name), nl=False)
    return 0


def write_schemas(folder: Path) -> None:
    """Every schema as NAME.json in the folder. Raises OSError."""
    from ht_newsgen.reading.schema.documents import SCHEMAS

    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.json").write_text(as_text(name), encoding="utf-8", newline="\n")


def as_text(name: str) -> str:
    """The schema as JSON, to be read by people too."""
    from ht_newsgen.reading.schema.documents import SCHEMAS

    return f"{json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False)}\n"
