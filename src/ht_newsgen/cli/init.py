"""`ht-newsgen init`: a newsroom to begin with."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from ht_newsgen.cli.flags import FOLDER, QUIET
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.schema import SCHEMAS_FOLDER, write_schemas
from ht_newsgen.cli.telling import typed_path
from ht_newsgen.errors import OutputUnwritable, UsageError

DOTTED = {"gitignore": ".gitignore", "github": ".github", "vscode": ".vscode"}
"""Kept under plain names, so that they mean nothing where they only lie in store."""

OF_VERSION_CONTROL = frozenset(
    [".git", ".gitattributes", ".gitignore", ".hg", ".hgignore", ".jj", ".svn"]
)
"""What a folder may hold and still be empty to us."""


@click.command(
    "init",
    cls=Page,
    examples=(
        ("ht-newsgen init my-site", "then: cd my-site && ht-newsgen build"),
        ("ht-newsgen init .", "in a new, empty repository"),
    ),
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@QUIET
def init_command(folder: Path, quiet: bool) -> int:
    """Begin a site.

    Fills DIR, which must be new or empty (version control may be there already), with a
    configuration, an example of each kind of item, the pages every newsroom needs, a workflow
    that publishes the site from GitHub, and what VS Code needs to help with newsgen.yaml.
    """
    refuse_full_folder(folder)
    try:
        kept = [path for path, file in starter() if not copy_new(file, folder / path)]
        write_schemas(folder / SCHEMAS_FOLDER)
    except OSError as error:
        raise OutputUnwritable(
            f"{typed_path(folder)} cannot be written: {error.strerror or error}"
        ) from None
    for path in kept:
        click.echo(f"Kept your {path.as_posix()}; /public/ and /.cache/ belong in it.", err=True)
    if not quiet:
        click.echo(next_steps(typed_path(folder)))
    return 0


def refuse_full_folder(folder: Path) -> None:
    """Raises UsageError unless the folder is new, or as good as empty."""
    try:
        found = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise UsageError(f"{typed_path(folder)} is a file; a folder is needed.") from None
    except OSError as error:
        raise OutputUnwritable(
            f"{typed_path(folder)} cannot be opened: {error.strerror or error}"
        ) from None
    others = [name for name in found if name not in OF_VERSION_CONTROL]
    if others:
        raise UsageError(
            f"{typed_path(folder)} is not empty (it holds {others[0]}); name a new folder."
        )


def starter() -> Iterator[tuple[Path, Traversable]]:
    """Every file of the starter, with its path in the new site, in order."""
    return files_below(files("ht_newsgen") / "starter", Path())


def files_below(folder: Traversable, path: Path) -> Iterator[tuple[Path, Traversable]]:
    """The files of one folder and of those in it."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        place = path / DOTTED.get(entry.name, entry.name)
        if entry.is_dir():
            yield from files_below(entry, place)
        else:
            yield place, entry


def copy_new(file: Traversable, target: Path) -> bool:
    """Copy the file, or leave what is there alone and say False."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as new:
            new.write(file.read_bytes())
    except FileExistsError:
        return False
    return True


def next_steps(folder: str) -> str:
    """What to do now."""
    first = f"cd {folder}\n    " if folder != "." else ""
    return (
        f"A newsroom is ready in {folder}. Now:\n\n"
        f"    {first}ht-newsgen build\n\n"
        "Then open public/index.html, and read README.md."
    )
