"""Who renders what."""

from collections.abc import Iterator
from itertools import chain

from ht_newsgen.build.dirty import Dirty
from ht_newsgen.build.portions import needed_first, portions, spread
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import Deferred
from ht_newsgen.pages.views.machine import AssetView, RenditionView

ASSET = AssetView(name="a.txt", digest="1")


def dirty(path: str, kind: PageKind, view: RenditionView | AssetView | Deferred) -> Dirty:
    """A page to be rendered."""
    return Dirty(page=Page(path=path, kind=kind, view=view), fingerprint=None, reason="it is new")


def dated(path: str, day: int) -> Dirty:
    """One that shows articles of a day."""
    return dirty(path, PageKind.LISTING, Deferred("key", lambda: ASSET, day=day))


def pictures(origin: str) -> Iterator[Dirty]:
    """Two sizes of a picture in two formats."""
    for form in ("AVIF", "WEBP"):
        for width in (320, 640):
            view = RenditionView(
                origin=origin,
                digest="2",
                kind=PictureKind.PHOTOGRAPH,
                format=form,
                width=width,
                height=width,
            )
            yield dirty(f"{origin}.{width}.{form}", PageKind.PICTURE, view)


def test_pages_of_about_the_same_day_are_neighbours() -> None:
    """Whatever they are called, since they show the same cards."""
    pages = [dated("a", 30), dated("b", 10), dated("c", 31), dated("d", 11), dated("e", 30)]

    assert portions(pages) == [(1,), (3,), (0,), (4,), (2,)]


def test_a_picture_in_one_format_is_one_portion() -> None:
    """So it is decoded once for each format."""
    assert portions(list(pictures("a.jpg"))) == [(0, 1), (2, 3)]


def test_pictures_and_pages_without_a_day_stand_between_the_others() -> None:
    """No worker has more of them than another; and everything is there once."""
    pages = [
        *pictures("a.jpg"),
        dirty("feed", PageKind.RSS, ASSET),
        *(dated(f"{day}", day) for day in range(1, 9)),
    ]

    given = portions(pages)

    assert [given.index(one) for one in ((0, 1), (4,), (2, 3))] == [2, 5, 8]
    assert sorted(chain.from_iterable(given)) == list(range(len(pages)))


def test_what_is_spread_keeps_its_order() -> None:
    """Each group by itself."""
    assert spread([(1,), (2,)], [], [(3,), (4,), (5,), (6,)]) == [
        (3,),
        (1,),
        (4,),
        (5,),
        (2,),
        (6,),
    ]


def test_what_pages_need_comes_before_them() -> None:
    """A page that is published must find its stylesheet."""
    names = [
        dirty("a.html", PageKind.ARTICLE, ASSET),
        dirty("z.css", PageKind.ASSET, ASSET),
        dirty("y.avif", PageKind.PICTURE, ASSET),
    ]

    assert [one.page.path for one in sorted(names, key=needed_first)] == [
        "y.avif",
        "z.css",
        "a.html",
    ]
