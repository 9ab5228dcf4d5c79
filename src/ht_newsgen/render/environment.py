"""Templates: where they are found, what they may use, and what is said when one is broken."""

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.i18n.messages import translations
from ht_newsgen.model.locale import Locale
from ht_newsgen.render import filters
from ht_newsgen.render.filters import make_filters

NOT_REPEATABLE = {"filters": ("random",), "globals": ("lipsum",)}
"""What Jinja brings along that would differ from build to build."""


def make_environment(folders: Sequence[Path], locale: Locale) -> Environment:
    """The templates of the folders, the first of which wins, with messages and filters of a language.

    A template can reach its view, the filters, the messages and Jinja's own pure functions: no
    clock, no file, no network. An environment serves one build, so that templates are read once.
    """
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    install = environment.install_gettext_translations  # type: ignore[attr-defined]
    install(translations(locale.tag), newstyle=True)
    environment.filters.update(make_filters(locale.tag))
    for name in NOT_REPEATABLE["filters"]:
        del environment.filters[name]
    for name in NOT_REPEATABLE["globals"]:
        del environment.globals[name]
    return environment


@contextmanager
def broken_templates_named(environment: Environment) -> Iterator[None]:
    """Raises `ThemeBroken`, with file and line, for whatever a template inside does wrong.

    What goes wrong in the program while a template waits for it stays the error it is.
    """
    try:
        yield
    except TemplateNotFound as fault:
        raise ThemeBroken(missing(fault, environment)) from fault
    except TemplateSyntaxError as fault:
        where = fault.filename or fault.name or "a template"
        raise ThemeBroken(sentence(where, fault.lineno, fault.message or "")) from fault
    except Exception as fault:
        place = place_in_theme(fault, environment)
        if place is None:
            raise
        reason = fault.message if isinstance(fault, TemplateError) else f"{fault!r}"
        raise ThemeBroken(sentence(*place, reason or "")) from fault


def missing(fault: TemplateNotFound, environment: Environment) -> str:
    """The sentence for a template that is not there, with where it was asked for."""
    loader = environment.loader
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else []
    place = place_in_theme(fault, environment)
    asked = f"{place[0]}, line {place[1]}, asks for" if place else "The theme has no"
    found = " which is not in " if place else "; looked in "
    return f"{asked} the template {fault.message}{',' if place else ''}{found}{', '.join(folders)}"


def sentence(file: str, line: int, reason: str) -> str:
    """`templates/article.html, line 12: 'view' has no attribute 'titel'`."""
    return f"{file}, line {line}: {reason}"


def place_in_theme(fault: BaseException, environment: Environment) -> tuple[str, int] | None:
    """File and line of the template that caused the fault; None when it was not a template.

    Jinja puts the lines of templates into the traceback. The innermost one is at fault unless it
    had called on the program, whose own lines then stand deeper; filters do not count as that,
    since they fail only on what they are given.
    """
    loader = environment.loader
    folders = tuple(loader.searchpath) if isinstance(loader, FileSystemLoader) else ()
    place = None
    for frame in traceback.extract_tb(fault.__traceback__):
        if frame.filename.startswith(folders):
            place = (frame.filename, frame.lineno or 0)
        elif place and not is_ours_to_blame_on_theme(frame.filename):
            place = None
    return place


def is_ours_to_blame_on_theme(filename: str) -> bool:
    """Whether code in this file fails only because of what a template gave it."""
    return (
        "jinja2" in Path(filename).parts
        or filename == filters.__file__
        or ("i18n" in Path(filename).parts or "babel" in Path(filename).parts)
    )
