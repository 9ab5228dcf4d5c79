"""A site with its texts and templates, lent to a room that makes something else of it.

The texts lie in the store, which is open only as long as somebody holds it; so the room's work is
given as a function, and done while it is.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.configured import configured
from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.newsroom import read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.tools import body_reader, templates_in
from ht_newsgen.build.versions import reading_key
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment

Answer = TypeVar("Answer")
Work = Callable[[Site, Callable[[str], str], "Mapping[str, Environment]"], Answer]
"""Given the site, a text by its digest, and the templates by language."""


def lend(options: Options, work: "Work[Answer]") -> tuple[Answer | None, tuple[Problem, ...]]:
    """What the work makes of the site, and what is wrong with the site's files.

    None when there is no site, for want of a configuration that can be used.
    """
    config, problems = configured(options)
    if config is None:
        return None, problems

    def attempt(options: Options) -> tuple[Answer, tuple[Problem, ...]]:
        with opened_store(options, reading_key(config)) as (store, _):
            newsroom = read_newsroom(options, config, store)
            site = newsroom.site
            environments = {locale.tag: templates_in(locale, options) for locale in site.locales}
            return work(site, body_reader(store), environments), newsroom.problems

    (answer, found), _ = carried_through(attempt, replace(options, dry_run=True))
    return answer, tuple(sorted({*problems, *found}))
