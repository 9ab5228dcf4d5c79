"""A view that is kept comes back as what it was."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from ht_newsgen.build.fingerprints import Encoder, print_of
from ht_newsgen.build.kept_views import VIEWS, keep_views, page_again
from ht_newsgen.build.mentions import MANY_FRAMES, KeptView, Mentions, kept_view
from ht_newsgen.build.store import open_store
from ht_newsgen.build.swapping import known, with_texts
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.manifest import Output
from ht_newsgen.model.page import Page, PageKind

ONE, TWO, THREE = (digest(word) for word in (b"one", b"two", b"three"))


@pytest.fixture(scope="module")
def pages(planned: tuple[Page, ...]) -> tuple[Page, ...]:
    """Those that may show a text."""
    return tuple(page for page in planned if page.kind in VIEWS)


@pytest.fixture
def mentions(tmp_path: Path) -> Iterator[Mentions]:
    """An empty store's."""
    store = open_store(tmp_path / "x.sqlite", "key")
    yield store.mentions
    store.close()


def kept(encoded: bytes) -> KeptView:
    return kept_view(encoded, print_of(encoded))


def types(value: Any) -> object:
    """The types of a value and of all that it holds: a renderer asks for more than equality."""
    match value:
        case Struct():
            return type(value), [types(getattr(value, name)) for name in value.__struct_fields__]
        case tuple() | list():
            return type(value), [types(one) for one in value]
        case dict():
            return type(value), [(types(key), types(one)) for key, one in value.items()]
    return type(value)


def test_every_kind_of_view_comes_back_equal_and_of_equal_types(pages: tuple[Page, ...]) -> None:
    """With the frame around it."""
    assert {page.kind for page in pages} == set(VIEWS)
    encoder = Encoder()
    for page in pages:
        encoded = encoder.encoded(page)
        again = page_again(page.path, encoded, frame_of(encoder, encoded))
        assert again is not None
        assert again.view == page.view
        assert types(again.view) == types(page.view)


def frame_of(encoder: Encoder, encoded: bytes) -> bytes:
    return encoder.frames.get(encoded.split(b" ", 2)[1].decode(), b"")


def test_a_view_of_another_shape_is_none(pages: tuple[Page, ...]) -> None:
    """As a program of another time may have left it."""
    encoder = Encoder()
    encoded = encoder.encoded(pages[0])
    assert page_again("x", encoded[:-1] + b",[]]", frame_of(encoder, encoded)) is None


def test_every_text_that_a_view_shows_is_mentioned(pages: tuple[Page, ...]) -> None:
    """So that none of its pages is forgotten."""
    encoder = Encoder()
    for page in pages:
        body = getattr(page.view, "body", "")
        assert not body or body in kept(encoder.encoded(page)).texts


def test_no_page_of_another_kind_mentions_a_text(
    planned: tuple[Page, ...], pages: tuple[Page, ...]
) -> None:
    """Or it would stay as it was after its text has changed."""
    encoder = Encoder()
    texts = {text for page in pages for text in kept(encoder.encoded(page)).texts}
    others = [page for page in planned if page.kind not in VIEWS]
    shown = {
        text
        for page in others
        if page.kind not in (PageKind.PICTURE, PageKind.ASSET)
        for text in kept(encoder.encoded(page)).texts
    }
    assert others
    assert not texts & shown


def test_texts_are_swapped_all_at_once() -> None:
    """Two that change places do; what only looks like one stays."""
    view = f'article x ["{ONE}",{{"body":"{TWO}"}},"{THREE}","{ONE} "]'.encode()
    swapped = with_texts({ONE: TWO, TWO: ONE}, view)
    assert swapped == f'article x ["{TWO}",{{"body":"{ONE}"}},"{THREE}","{ONE} "]'.encode()


def test_views_are_found_by_the_texts_that_they_mention(mentions: Mentions) -> None:
    """And no more once they are forgotten."""
    frame = digest(b"frame")
    one, both = (
        kept(f"page {frame} {texts}".encode()) for texts in (f'"{ONE}"', f'"{ONE}","{TWO}"')
    )
    mentions.keep([one, both], {frame: b"frame"})
    assert dict(mentions.of(TWO)) == {both.print: both.view}
    assert dict(mentions.of(ONE)) == {one.print: one.view, both.print: both.view}
    assert (mentions.frame(frame), mentions.frame("none")) == (b"frame", b"")
    mentions.forget([both.print])
    assert (dict(mentions.of(TWO)), mentions.known()) == ({}, {one.print})
    mentions.keep([KeptView(print=both.print, view=b"page  []")], {})
    assert dict(mentions.of(TWO)) == {}


def test_frames_of_the_past_go_when_there_are_many(mentions: Mentions) -> None:
    """One that is around a view stays."""
    frames = {digest(bytes([number])): b"" for number in range(MANY_FRAMES + 1)}
    first = next(iter(frames))
    mentions.keep([kept(f'page {first} "{ONE}"'.encode())], {**frames, first: b"first"})
    mentions.forget(["none"])
    assert [mentions.frame(name) for name in frames if name != first] == [b""] * MANY_FRAMES
    assert mentions.frame(first) == b"first"


def test_the_views_of_all_pages_and_no_others_are_known(
    pages: tuple[Page, ...], mentions: Mentions
) -> None:
    """However many of them were known before."""
    encoder = Encoder()
    prints = {page.path: kept(encoder.encoded(page)).print for page in pages}
    outputs = {path: Output(fingerprint=f"{print_}-renderer") for path, print_ in prints.items()}
    mentions.keep([kept(encoder.encoded(pages[0])), kept(b"page  [1]")], encoder.frames)
    keep_views(mentions, pages, outputs)
    assert mentions.known() == set(prints.values())


def test_a_view_that_was_damaged_is_noticed() -> None:
    """As damage of the store, which then is made anew."""
    with pytest.raises(sqlite3.DatabaseError):
        known(b"page x [2]", kept(b"page x [1]").print)
