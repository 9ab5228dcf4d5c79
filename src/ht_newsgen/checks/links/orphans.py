"""Pages that nobody finds: no text links to them, and no page of the theme does.

An article is in the lists of its section and of its month, so it cannot be lost. A standing page
can: the foot of every page leads to those of most sections, though not to one in a language that
the site does not have, nor to the front text of a section that is in no navigation. An edition of
the newsletter is listed on the newsletter's front, if there is one.
"""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.links.web import Web
from ht_newsgen.kit.sentences import say


def orphans(web: Web) -> Iterator[Finding]:
    """Standing pages and editions to which no way leads."""
    found = reachable(web)
    for permalink, place in sorted(web.shelved.items()):
        if permalink not in found:
            yield Finding(
                say("no page leads to `/{path}`, so nobody finds it", path=permalink),
                say(
                    "Link to it from another text: [{name}](/{path})",
                    name=permalink.rstrip("/").rpartition("/")[2],
                    path=permalink,
                ),
                place,
            )


def reachable(web: Web) -> set[str]:
    """The permalinks of all items to which a way leads from a front page or an article."""
    texts: dict[str, list[str]] = {}
    for one in web.followed:
        texts.setdefault(web.homes.get(one.file, ""), []).append(one.way.path)
    waiting = [*web.fronts, *(home for home in web.homes.values() if home not in web.shelved)]
    found: set[str] = set()
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += (*web.theme.get(here, ()), *texts.get(here, ()))
    return found
