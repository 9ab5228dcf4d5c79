"""The options that several commands share, and the build's wishes made of them."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ht_newsgen.cli.clock import choose_now
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Flag
from ht_newsgen.errors import UsageError
from ht_newsgen.kit.files import is_inside

if TYPE_CHECKING:
    from ht_newsgen.build.options import Options

Function = TypeVar("Function", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)


def flag(*names: str, group: str = "General", **kwargs: Any) -> Callable[[Function], Function]:
    """An option in a group of the help."""
    return click.option(*names, cls=Flag, group=group, **kwargs)


def together(*flags: Callable[[Any], Any]) -> Callable[[Function], Function]:
    """Several options as one decorator, in the order in which they are to be read."""

    def decorate(function: Function) -> Function:
        for one in reversed(flags):
            function = one(function)
        return function

    return decorate


SITE = flag(
    "-C", "--site", type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(), metavar="DIR", show_default=False,
    help="The folder of the site; else the one you are in, or the nearest above it.",
)  # fmt: skip

CLOCK = flag(
    "--clock", metavar="TIME",
    help="Build as if it were this time, with its zone: 2018-02-22T09:00+01:00. "
    "Else SOURCE_DATE_EPOCH counts, else the clock.",
)  # fmt: skip

FORMAT = flag(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How problems are told: text, one JSON list, GitHub's annotations, or SARIF 2.1.0 for "
    "code scanning.",
)  # fmt: skip

LANGUAGE = flag(
    "--language", type=click.Choice(["bs", "en"]),
    help="The language in which problems are told; else that of the environment (LANG).",
)  # fmt: skip

QUIET = flag("-q", "--quiet", is_flag=True, help="Tell problems and nothing else.")

PREVIEW = together(
    flag("-D", "--drafts", group="Preview", is_flag=True, help="Show drafts."),
    flag("-F", "--future", group="Preview", is_flag=True, help="Show what is yet to be published."),
    flag("-E", "--expired", group="Preview", is_flag=True, help="Show what has expired."),
)

BASE_URL = flag(
    "-b", "--base-url", group="Site", default="", metavar="URL",
    help="The site's address, in place of the one in newsgen.yaml.",
)  # fmt: skip

STRICT = flag("--strict", group="Site", is_flag=True, help="Treat warnings as errors.")

WISHES = together(PREVIEW, BASE_URL, STRICT, SITE, CLOCK)
"""What `make_options` takes."""


def make_options(
    hands: Hands,
    *,
    site: Path,
    output: Path | None = None,
    clock: str | None = None,
    drafts: bool = False,
    future: bool = False,
    expired: bool = False,
    base_url: str = "",
    strict: bool = False,
    **more: Any,
) -> "Options":
    """The build's wishes, with all paths absolute. Raises SiteNotFound and UsageError."""
    from ht_newsgen.build.options import Options
    from ht_newsgen.build.paths import find_site, theme_folder
    from ht_newsgen.model.site import Show

    root = find_site(site)
    return Options(
        root=root,
        output=_output_folder(root, output),
        theme=theme_folder(),
        now=choose_now(clock, hands.environ, hands.now).astimezone(UTC),
        show=Show(drafts=drafts, future=future, expired=expired),
        base_url=base_url,
        strict=strict,
        **more,
    )


SOURCES = ("content", "static", "templates")
"""Folders of a site that are read; what was written there would be read by the next build."""


def _output_folder(root: Path, output: Path | None) -> Path:
    """Where the website goes. Raises UsageError for a place among what it is made of."""
    if output is None:
        return root / "public"
    # Of `public/../old` nothing could be seen while there is no `public`.
    folder = output.resolve() if ".." in output.parts else output.absolute()
    for name in SOURCES:
        if is_inside(root / name, folder):
            raise UsageError(
                f"The output folder {folder} lies in {name}/, which the site is made of. "
                "Choose another folder with --output."
            )
    return folder
