"""What a check asks of the rules, as functions: which rules there are is not known in this room."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkReport
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.references import References
from ht_newsgen.model.site import Site


class Checks(Struct, frozen=True, kw_only=True):
    """All that `check` asks of the rules (`checks/run.py` has these functions)."""

    of_site: Callable[[Site], Iterable[Problem]]
    of_text: Callable[
        [Item, bytes, str, Config, LinkReport], tuple[tuple[Problem, ...], References]
    ]
    """Given an item, the bytes of its file, the HTML of its text, the configuration, and what the
    link report tells of addresses in the file."""
    of_links: Callable[
        [Site, Sequence[Page], Mapping[str, References], Mapping[str, str]], Iterable[Problem]
    ]
    """Given the plan, the references of all texts, and the templates of the site by their paths."""
    of_picture: Callable[[str, bytes], Iterable[Problem]]
    """Given the path of a picture and its bytes."""
    of_sheets: Callable[[Mapping[str, str], frozenset[str]], Iterable[Problem]]
    """Given all stylesheets by their paths, and which of them are the site's own."""
    of_output: Callable[[Page, bytes, str], Iterable[Problem]]
    """Given a page, the bytes of its file, and the `base_url`; places are lines of that file."""
    kinds: frozenset[PageKind]
    """Of the outputs that any rule looks at; others need not be rendered."""
    settled: Callable[[Iterable[Problem], Site, bool], tuple[Problem, ...]]
    """What remains of the problems after the site's own decisions; the last argument tells
    whether everything was looked at."""
