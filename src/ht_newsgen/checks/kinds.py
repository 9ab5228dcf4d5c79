"""The six kinds of checks, by what they look at; each is a rule and one function.

A function gives findings: what is wrong and where. Its rule says how much that weighs, the
configuration may say otherwise, and one item may be excused (`checks/settling.py`); so no function
knows of any of this. What a function is given is all that its findings may depend on, for they are
kept until that changes.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from ht_newsgen.checks.links.web import Web
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.output import Output
from ht_newsgen.kit.problems import Mend, Place, Rule
from ht_newsgen.kit.sentences import UNSAID, Sentence
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Site


class Finding(Struct, frozen=True):
    """One thing that breaks a rule."""

    message: Sentence
    """What is and what should be, in one sentence, without a full stop."""
    help: Sentence = UNSAID
    place: Place = Place("")
    """Without a path: in the manuscript or the output at hand, at this line."""
    mends: tuple[Mend, ...] = ()
    """Of the file at that place, if there is exactly one right answer."""


class SiteCheck(Struct, frozen=True):
    """Looks at all items together: what no item can tell alone."""

    rule: Rule
    find: Callable[[Site], Iterable[Finding]]


class TextCheck(Struct, frozen=True):
    """Looks at the file of one item."""

    rule: Rule
    find: Callable[[Manuscript], Iterable[Finding]]


class LinkCheck(Struct, frozen=True):
    """Looks at who links where in all texts; the web is woven anew each time, which is quick."""

    rule: Rule
    find: Callable[[Web], Iterable[Finding]]


class PictureFile(Struct, frozen=True):
    """A picture of the site as somebody has put it there."""

    path: str
    """Relative to the site's folder."""
    data: bytes


class PictureCheck(Struct, frozen=True):
    """Looks at the file of a picture, shown or not."""

    rule: Rule
    find: Callable[[PictureFile], Iterable[Finding]]


class Sheets(Struct, frozen=True, kw_only=True):
    """The stylesheets of a site that has some of its own."""

    texts: Mapping[str, str]
    """By their paths, the theme's among them, in the order in which they count."""
    own: frozenset[str]
    """Those in the folder of the site."""


class SheetCheck(Struct, frozen=True):
    """Looks at what a site has changed in the look of the theme."""

    rule: Rule
    find: Callable[[Sheets], Iterable[Finding]]


class OutputCheck(Struct, frozen=True):
    """Looks at one written file, of certain kinds."""

    rule: Rule
    kinds: frozenset[PageKind]
    find: Callable[[Output], Iterable[Finding]]
