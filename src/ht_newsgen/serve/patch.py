"""One page set anew, at once, while the rest of the site is still as it was.

Whoever saves a text looks at the page of that text. So that page is made from the new text and
the old site, in a few milliseconds however large the site is; the whole follows when the keyboard
rests (`loop.py`) and puts right what this leaves: the item's place in lists, feeds, navigation.
"""

from collections.abc import Collection
from pathlib import Path

from msgspec.structs import replace

from ht_newsgen.build.record import decoded
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.articles import article_view
from ht_newsgen.pages.desk import desk_of
from ht_newsgen.pages.standing import standing_page_view
from ht_newsgen.serve.means import Means
from ht_newsgen.serve.proof import MadeUp, Proof

OWN = frozenset(
    (
        "title", "standfirst", "excerpt", "body", "updated", "corrections", "dateline",
        "places", "digest",
    )
)  # fmt: skip
"""What an item may change without being listed, addressed or joined with others differently."""

FEW = 5
"""Items; more at once is a switch of branches, not somebody writing."""


def patched(means: Means, proof: Proof, touched: Collection[Path]) -> Proof | None:
    """The proof with the items in these files set anew; None when that takes the whole site."""
    if proof.stopped or proof.made_up is None or len(touched) > FEW:
        return None
    for path in touched:
        after = _with_item(means, proof, path)
        if after is None:
            return None
        proof = after
    return proof


def _with_item(means: Means, proof: Proof, file: Path) -> Proof | None:
    assert proof.made_up is not None
    path = file.relative_to(means.options.root).as_posix() if _is_below(means, file) else ""
    before = proof.copy.records.get(path) if proof.copy else None
    settled = proof.made_up.settled.get(path)
    if before is None or before.item is None or settled is None or not file.is_file():
        return None
    permalink = proof.made_up.site.routes.permalinks.get(path)
    page = proof.pages.get(output_path(permalink)) if permalink else None
    if page is None or page.claimant is None or page.claimant.path != path:
        return None

    assert proof.copy is not None
    just_read = means.read(proof.copy.files[path], proof.copy.config)
    means.recent[just_read.kept.body] = just_read.html
    reading = decoded(just_read.kept.record)
    problems = _problems_with(proof.problems, path, before.problems, reading.problems)
    if reading.item is None:
        # Gone from the site for now; whoever asks for its page is told why (`answers.py`).
        rest = {name: one for name, one in proof.pages.items() if name != page.path}
        return replace(proof, pages=rest, problems=problems)
    changed = _changes(before.item, reading.item)
    if not changed.keys() <= OWN:
        return None
    anew = _set_anew(proof.made_up, page, replace(settled, **changed))
    if anew is None:
        return None
    return replace(proof, pages={**proof.pages, page.path: anew}, problems=problems)


def _is_below(means: Means, file: Path) -> bool:
    return file.is_relative_to(means.options.root)


def _problems_with(
    known: tuple[Problem, ...],
    path: str,
    before: tuple[Problem, ...],
    now: tuple[Problem, ...],
) -> tuple[Problem, ...]:
    """The site's problems; of this file those that are found between items stay for the whole.

    An item that cannot be shown is in nobody's way any more, so there only its own are left.
    """
    alone = has_errors(now)
    others = {
        found for found in known if found.place.path != path or not (alone or found in before)
    }
    return tuple(sorted(others | set(now)))


def _changes(before: Item, now: Item) -> dict[str, object]:
    """The fields that differ, with what they are now; all of them if the kind differs."""
    if type(before) is not type(now):
        return {"kind": type(now)}
    return {
        name: getattr(now, name)
        for name in now.__struct_fields__
        if getattr(now, name) != getattr(before, name)
    }


def _set_anew(made_up: MadeUp, page: Page, item: Item) -> Page | None:
    desk = desk_of(made_up.desks, item.language)
    if isinstance(item, Article) and page.kind is PageKind.ARTICLE:
        return replace(page, view=article_view(desk, item))
    if isinstance(item, StandingPage) and page.kind is PageKind.PAGE:
        return replace(page, view=standing_page_view(desk, item))
    return None
