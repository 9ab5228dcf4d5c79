"""Templates: where they are found, and what they may use."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ht_newsgen.i18n.messages import translations
from ht_newsgen.model.locale import Locale
from ht_newsgen.render.filters import make_filters


def make_environment(folders: Sequence[Path], locale: Locale) -> Environment:
    """The templates of the folders, the first of which wins, with a language's words and formats.

    A template can reach its view, the filters, the messages and Jinja's own pure functions: no
    clock, no file, no network. An environment serves one build, so templates are read once.
    """
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    install = environment.install_gettext_translations  # type: ignore[attr-defined]
    install(translations(locale.tag), newstyle=True)
    environment.filters.update(make_filters(locale.tag))
    # What Jinja brings along that would differ from build to build.
    del environment.filters["random"]
    del environment.globals["lipsum"]
    return environment


def template_folders(environment: Environment) -> tuple[str, ...]:
    """Where an environment made here looks for templates."""
    loader = environment.loader
    return tuple(loader.searchpath) if isinstance(loader, FileSystemLoader) else ()
