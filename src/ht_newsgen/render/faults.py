"""What is said when a template is broken: file, line, and what is wrong."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

import ht_newsgen
from ht_newsgen.errors import ThemeBroken
from ht_newsgen.render.environment import template_folders

PROGRAM = Path(ht_newsgen.__file__).parent
SERVANTS = (
    *(
        PROGRAM / "render" / f"{name}.py"
        for name in ("environment", "escaping", "filters", "once", "words")
    ),
    PROGRAM / "i18n",
)
"""Parts of the program that fail only on what a template gives them."""


@contextmanager
def broken_templates_named(environment: Environment) -> Iterator[None]:
    """Raises `ThemeBroken`, with file and line, for whatever a template inside does wrong.

    What goes wrong in the program while a template waits for it stays the error it is.
    """
    try:
        yield
    except TemplateSyntaxError as fault:
        file = fault.filename or fault.name or "a template"
        raise ThemeBroken(f"{file}, line {fault.lineno}: {fault.message}") from fault
    except Exception as fault:
        place = place_in_theme(fault, template_folders(environment))
        if not place and not isinstance(fault, TemplateError):
            raise
        where = f"{place}: " if place else ""
        raise ThemeBroken(where + reason(fault, environment)) from fault


def reason(fault: Exception, environment: Environment) -> str:
    """What is wrong, without where."""
    if isinstance(fault, TemplateNotFound):
        folders = " or ".join(template_folders(environment))
        return f"there is no template {fault.name} in {folders}"
    if isinstance(fault, TemplateError):
        return fault.message or type(fault).__name__
    return f"{type(fault).__name__}: {fault}"


def place_in_theme(fault: BaseException, folders: tuple[str, ...]) -> str:
    """File and line of the template at fault; empty when it was not a template.

    Jinja puts the lines of templates into the traceback. The innermost of them is at fault unless
    it had called on the program, whose own lines then stand deeper.
    """
    place = ""
    for frame in traceback.extract_tb(fault.__traceback__):
        file = Path(frame.filename)
        if any(file.is_relative_to(folder) for folder in folders):
            place = f"{file}, line {frame.lineno}"
        elif file.is_relative_to(PROGRAM) and not any(file.is_relative_to(one) for one in SERVANTS):
            place = ""
    return place
