"""When an item is shown, and why not."""

import pytest

from ht_newsgen.graph.visibility import left_out, preview_flag, preview_flags
from ht_newsgen.model.article import Item, Status
from ht_newsgen.model.site import LeftOut, Reason, Show
from tests.factories import NOW, article, at, day, days_ago, standing_page

READERS = Show()
TODAY = days_ago(0)
TOMORROW = days_ago(-1)


@pytest.mark.parametrize(
    "item",
    [
        article(date=TODAY),
        article(date=at(2018, 3, 1, 12)),
        article(publish=at(2018, 3, 1, 12)),
        article(expires=TOMORROW),
        standing_page(),
    ],
    ids=["dated today", "this minute", "published this minute", "expires tomorrow", "a page"],
)
def test_what_is_due_is_shown(item: Item) -> None:
    """A bare day begins at midnight: nothing of today waits until tomorrow."""
    assert left_out(item, now=NOW, show=READERS) is None


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (article(draft=True), Reason.DRAFT),
        (article(date=TOMORROW), Reason.FUTURE),
        (article(date=at(2018, 3, 1, 12, 1)), Reason.FUTURE),
        (article(publish=TOMORROW), Reason.FUTURE),
        (article(expires=at(2018, 3, 1, 12)), Reason.EXPIRED),
        (article(status=Status.WITHDRAWN), Reason.WITHDRAWN),
        (standing_page(publish=TOMORROW), Reason.FUTURE),
    ],
)
def test_what_is_not_shown_has_a_reason(item: Item, reason: Reason) -> None:
    """The report says which."""
    found = left_out(item, now=NOW, show=READERS)

    assert found is not None
    assert found.reason is reason


def test_an_announced_item_says_when_it_appears() -> None:
    """The later of `publish` and `date` counts."""
    item = article(date=day(2018, 3, 5), publish=day(2018, 3, 3))

    assert left_out(item, now=NOW, show=READERS) == LeftOut(
        item=item, reason=Reason.FUTURE, moment=day(2018, 3, 5)
    )


def test_an_expired_item_says_since_when() -> None:
    """So that an editor sees whether that was meant."""
    item = article(expires=days_ago(2))

    assert left_out(item, now=NOW, show=READERS) == LeftOut(
        item=item, reason=Reason.EXPIRED, moment=days_ago(2)
    )


@pytest.mark.parametrize(
    ("item", "show"),
    [
        (article(draft=True), Show(drafts=True)),
        (article(date=TOMORROW), Show(future=True)),
        (article(expires=TODAY), Show(expired=True)),
        (article(draft=True, date=TOMORROW), Show(drafts=True, future=True)),
    ],
)
def test_a_preview_shows_what_it_is_asked_for(item: Item, show: Show) -> None:
    """Each flag lifts one reason."""
    assert left_out(item, now=NOW, show=show) is None


def test_a_preview_flag_lifts_no_other_reason() -> None:
    """A draft that is also announced needs both flags."""
    item = article(draft=True, date=TOMORROW)

    assert left_out(item, now=NOW, show=Show(drafts=True)) == LeftOut(
        item=item, reason=Reason.FUTURE, moment=TOMORROW
    )


def test_no_preview_shows_a_withdrawn_item() -> None:
    """Whatever was withdrawn is not on anybody's screen again."""
    item = article(status=Status.WITHDRAWN, draft=True)
    everything = Show(drafts=True, future=True, expired=True)

    assert left_out(item, now=NOW, show=everything) == LeftOut(item=item, reason=Reason.WITHDRAWN)


@pytest.mark.parametrize(
    ("item", "flag"),
    [
        (article(), ""),
        (article(draft=True, date=TOMORROW), "draft"),
        (article(date=TOMORROW), "future"),
        (standing_page(), ""),
    ],
)
def test_a_preview_marks_what_readers_do_not_see(item: Item, flag: str) -> None:
    """Nobody shall take a preview for the site."""
    assert preview_flag(item, now=NOW) == flag


@pytest.mark.parametrize("show", [Show(drafts=True), Show(future=True), Show(editions=True)])
def test_whatever_a_preview_shows_beyond_the_site_is_flagged(show: Show) -> None:
    """By path; what readers see is not among them, and without a preview there is nothing else."""
    shown = [
        article(path="content/flash/a.md"),
        article(path="content/flash/b.md", draft=True),
        article(path="content/flash/c.md", date=TOMORROW),
    ]
    assert preview_flags(shown, now=NOW, show=show) == {
        "content/flash/b.md": "draft",
        "content/flash/c.md": "future",
    }
    assert preview_flags(shown[:1], now=NOW, show=Show(expired=True)) == {}
