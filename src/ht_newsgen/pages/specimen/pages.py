"""The specimen as pages of a site: in its frame and its theme, leading nowhere but to itself."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import Deferred, joined_key
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import NO_INDEX
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.components import SPECIMEN
from ht_newsgen.pages.specimen.examples import VIEWS
from ht_newsgen.pages.views.parts import Frame, Head, Link

HOME = "_specimen/"
LEFT_OUT = frozenset((PageKind.REDIRECT, PageKind.SEARCH, PageKind.SPECIMEN))
"""What leads on at once, what needs an index (the site has its own), and the specimen itself."""
FORM = "https://lists.example.org/"
"""Where the made-up forms would send what is typed into them."""


def specimen_pages(desk: Desk) -> Iterator[Page]:
    """`/_specimen/` and an example of every kind of page below it, in no index and no list."""
    shown = sorted(name for name, (kind, _) in VIEWS.items() if kind not in LEFT_OUT)
    pages = tuple(Link(href=desk.href(_path(name)), text=name) for name in shown)
    yield _page(desk, "", PageKind.SPECIMEN, SPECIMEN, pages=pages, language=_foreign(desk))
    for name in shown:
        yield _page(desk, name, *VIEWS[name])


def _page(desk: Desk, name: str, kind: PageKind, example: Struct, **settled: object) -> Page:
    def make() -> Struct:
        view: Struct = _moved(example, partial(_at_home, desk), desk.frame)
        return replace(view, **settled)

    key = joined_key(desk.key, (f"specimen/{name}",)) if desk.key else ""
    return Page(
        path=output_path(_path(name)), kind=kind, view=Deferred(key, make) if key else make()
    )


def _path(name: str) -> str:
    return f"{HOME}{name}/" if name else HOME


def _foreign(desk: Desk) -> str:
    return "" if desk.locale.tag.partition("-")[0] == "en" else "en"


def _moved(value: Any, change: Callable[[str], str], frame: Frame) -> Any:
    """The same value with the site's frame, a head for no index, and other addresses."""
    if isinstance(value, Frame):
        home = f"{frame.home.removesuffix(frame.locale.prefix)}{value.locale.prefix}"
        return replace(frame, locale=value.locale, home=home)
    if isinstance(value, Head):
        return Head(title=value.title, description=value.description, robots=NO_INDEX)
    if isinstance(value, Struct):
        names = [field.name for field in fields(value)]
        return replace(value, **{n: _moved(getattr(value, n), change, frame) for n in names})
    if isinstance(value, tuple):
        return tuple(_moved(one, change, frame) for one in value)
    return change(value) if isinstance(value, str) else value


def _at_home(desk: Desk, text: str) -> str:
    """What would lead to a made-up page leads to the specimen; pictures are the site's icon."""
    if made.ICON in text:
        return text.replace(made.ICON, desk.frame.icon or desk.href(HOME))
    if text.startswith((made.BASE, made.SITE, FORM)):
        return desk.href(HOME)
    return text
