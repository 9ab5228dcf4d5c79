"""A check: everything a build decides, and what the rules say of it; nothing is written.

    scan → read_item → assemble → plan → look at the site, its texts, their links, the outputs

Which rules there are is not known in this room: they come as an argument, as functions. What they
found in one text or one output depends on nothing but that, so it is kept in the store, and the
next check looks only at what has changed; where that is nothing, it is not even begun (`start.py`).
An output is taken from the output folder if the last build made it of the same, and else rendered
here.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.check_memory import next_correction, remember_check
from ht_newsgen.build.checked_outputs import in_outputs
from ht_newsgen.build.checked_pictures import in_pictures
from ht_newsgen.build.checked_texts import in_texts
from ht_newsgen.build.checks import Checks
from ht_newsgen.build.configured import configured
from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.newsroom import read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.own_theme import all_sheets, own_templates
from ht_newsgen.build.publishing import makers
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import Sight
from ht_newsgen.build.static_files import static_files
from ht_newsgen.build.tools import make_tools
from ht_newsgen.build.versions import reading_key
from ht_newsgen.graph.horizon import next_change
from ht_newsgen.kit.problems import has_errors
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.reading.link_report import read_link_report

if TYPE_CHECKING:
    from ht_newsgen.render.dispatch import Tools


def check_whole(options: Options, checks: Checks, sight: Sight) -> Result:
    """All problems of a build, and what the rules find.

    While the content has errors, no link and no output is looked at: what follows from an item
    that is missing would drown what is wrong with it. Raises what `start.build` raises.
    """
    result, notes = carried_through(lambda these: attempt(these, checks, sight), options)
    return replace(result, notes=(*notes, *result.notes))


def attempt(options: Options, checks: Checks, sight: Sight) -> Result:
    """One whole check; raises what `carried_through` knows how to do without."""
    config, problems = configured(options)
    if config is None:
        return Result(problems=problems, published=False)
    asked, options = options, replace(options, base_url=config.base_url)
    with opened_store(options, reading_key(config)) as (store, note):
        newsroom = read_newsroom(options, config, store, sight)
        site = newsroom.site
        assets = static_files(options, store.path)
        planned, collisions = find_collisions(plan(site, assets, defer=True))
        links, unreadable = read_link_report(options.root)
        told = {*problems, *newsroom.problems, *collisions}
        seen = in_texts(newsroom, links, checks, options, store)
        found = [*unreadable, *checks.of_site(site), *seen.problems]
        found += in_pictures(checks, options, store)
        sheets, own = all_sheets(options)
        found += checks.of_sheets(sheets, own) if own else ()

        def tools() -> "Tools":
            return make_tools(config, site.locales, store, assets, options)

        complete = not has_errors(tuple(told))
        if complete:
            found += checks.of_links(site, planned, seen.references, own_templates(options))
            found += in_outputs(planned, makers(tools, store).renderer, checks, options, store)
        told.update(checks.settled(found, site, complete))
        result = Result(
            problems=tuple(sorted(told)),
            published=False,
            planned=len(planned),
            left_out=site.left_out,
            notes=(note,) if note else (),
        )
        until = next_change(newsroom.items, now=options.now)
        until = min(until, next_correction(newsroom.items, options.now, until))
        remember_check(asked, sight, result, timezone=config.timezone, until=until)
        return result
