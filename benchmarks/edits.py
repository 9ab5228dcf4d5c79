"""What happens to a site between two builds, the same for every generator."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain

from benchmarks.corpus import LAST_DAY, make_item
from benchmarks.desk import Desk
from benchmarks.generators.generator import EDITION, item_file, write_item
from benchmarks.items import Item

KINDS = {
    "clean": "clean build",
    "nothing": "nothing changed",
    "body": "one body",
    "title": "one title",
    "new": "one new item",
    "delete": "one item deleted",
    "template": "the template of all pages",
    "checkout": "fresh checkout, cache restored",
    "restored": "fresh checkout, cache and output restored",
    "check": "check, nothing changed",
    "check-body": "check, one body",
}
"""All that is measured, in the order in which it is done, and what it is called in the tables."""
CHECKS = ("check", "check-body")
"""Those that look for mistakes instead of building; only ht-newsgen has them."""

RECENT = 10
"""How many items count as recent; few enough to be on the front page and in the feeds."""


class EditNotSeenError(Exception):
    """A build ended well, and its pages do not show what was edited."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to a site, and what readers must see afterwards."""

    apply: Callable[[Desk], None]
    shown: tuple[tuple[str, str], ...] = ()
    """Pages, and a text that each has to hold."""
    gone: tuple[tuple[str, str], ...] = ()
    """Pages, and a text that none may hold any more."""

    def check(self, desk: Desk) -> None:
        """Read the built pages; raises `EditNotSeenError`."""
        for wanted, pairs in ((True, self.shown), (False, self.gone)):
            for path, text in pairs:
                page = desk.output / path / "index.html"
                if (text in page.read_text(encoding="utf-8")) != wanted:
                    verb = "misses" if wanted else "still holds"
                    raise EditNotSeenError(f"{desk.generator.name}: {page} {verb} {text!r}")


class History:
    """The items of the corpus as the edits so far have left them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._edited: dict[int, Item] = {}
        self._deleted: set[int] = set()
        # One at a time, so that this process stays small (see `measure`).
        days = ((make_item(number).date, number) for number in range(count))
        self._newest = [number for _, number in heapq.nlargest(RECENT, days)]

    def edit(self, kind: str, turn: int) -> Edit:
        """The edit of this kind in this round; asked for once a round."""
        mark = f"{kind} {turn}"
        match kind:
            case "body" | "check-body":
                number = self._pick(turn, 0 if kind == "body" else 3)
                item = self._item(number)
                body = f"{item.body}\nA sentence was added: {mark}.\n"
                return self._change(number, replace(item, body=body), mark)
            case "title":
                number = self._pick(turn, 1)
                item = self._item(number)
                return self._change(number, replace(item, title=f"{item.title} ({mark})"), mark)
            case "new":
                number = self._count + turn
                item = make_item(number, day=LAST_DAY + timedelta(days=1 + turn))
                return self._change(number, item, f"/{item.permalink}", page="")
            case "delete":
                return self._delete(self._pick(turn, 2))
            case "template":
                return _template(mark)
        return Edit(_nothing)

    def _pick(self, turn: int, place: int) -> int:
        """A recent item in the odd rounds, one from anywhere in the archive in the even ones."""
        start = turn * 7919 + place * 104729
        anywhere = ((start + step) % self._count for step in range(self._count))
        archive = (number for number in anywhere if number not in self._newest)
        recent = self._newest[place:] if turn % 2 else []
        return next(n for n in chain(recent, archive) if n not in self._deleted)

    def _item(self, number: int) -> Item:
        return self._edited.get(number) or make_item(number)

    def _change(self, number: int, item: Item, text: str, page: str | None = None) -> Edit:
        self._edited[number] = item
        shown = ((item.permalink, item.slug), (item.permalink if page is None else page, text))
        return Edit(lambda desk: write_item(desk.generator, desk.site, item), shown=shown)

    def _delete(self, number: int) -> Edit:
        self._deleted.add(number)
        item = self._item(number)
        pages = ("", f"{item.section}/")
        return Edit(
            lambda desk: item_file(desk.site, item).unlink(),
            gone=tuple((page, f"/{item.permalink}") for page in pages),
        )


def _template(mark: str) -> Edit:
    def apply(desk: Desk) -> None:
        path = desk.site / desk.generator.template
        before, _, after = path.read_text(encoding="utf-8").partition(EDITION)
        path.write_text(f"{before}{EDITION}<p>{mark}</p>{after}", encoding="utf-8")

    return Edit(apply, shown=(("", mark), ("about/", mark), ("topics/prevention/", mark)))


def _nothing(_desk: Desk) -> None:
    """Leave everything as it is."""
