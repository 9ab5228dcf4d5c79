"""Templates: where they are found, and what they may use."""

from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template

from ht_newsgen.i18n.messages import translations
from ht_newsgen.model.locale import Locale
from ht_newsgen.render.calling import Calls, calls_at_once
from ht_newsgen.render.escaping import writes_plain_text
from ht_newsgen.render.filters import make_filters
from ht_newsgen.render.once import make_once
from ht_newsgen.render.words import make_gettext, make_ngettext


def make_environment(
    folders: Sequence[Path], locale: Locale, code: BytecodeCache | None = None
) -> Environment:
    """The templates of the folders, the first of which wins, with a language's words and formats.

    A template can reach its view, the filters, the messages and Jinja's own pure functions: no
    clock, no file, no network. An environment serves one build, so templates are read once.
    `code` is where compiled templates are kept from run to run, see `compiled.py`.
    """
    environment = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=code,
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = translations(locale.tag)
    environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    environment.globals["_"] = environment.globals["gettext"] = make_gettext(catalogue, locale.tag)
    environment.globals["ngettext"] = make_ngettext(catalogue, locale.tag)
    environment.globals["once"] = make_once()
    environment.filters.update(make_filters(locale.tag))
    # What Jinja brings along that would differ from build to build.
    del environment.filters["random"]
    del environment.globals["lipsum"]
    return environment


class _Environment(Environment):
    """One in which an import costs next to nothing; a page takes about ten.

    Its templates have no globals of their own: Jinja lays those over the environment's, and
    compares both at each import. And since no template changes during a build, one that was found
    is found again by its name alone, with no question to the loader, the cache and its lock.
    """

    code_generator_class = Calls

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - its name in Jinja
    ) -> Template:
        if globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._found:
            found = super().get_template(name, parent)
            self._found[name] = calls_at_once(writes_plain_text(found))
        return self._found[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def template_folders(environment: Environment) -> tuple[str, ...]:
    """Where an environment made here looks for templates."""
    loader = environment.loader
    return tuple(loader.searchpath) if isinstance(loader, FileSystemLoader) else ()
