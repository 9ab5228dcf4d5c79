"""What comes of items that are written rightly."""

from datetime import date, datetime

import msgspec
import pytest

from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.article import Item
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.media import Picture
from ht_newsgen.reading.article import Reading, parse_item
from ht_newsgen.reading.body import make_press
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import Case, cases, told
from tests.unit.reading.test_mistakes import path_and_text

PRESS = make_press()


def picture(src: str) -> Picture:
    return Picture(
        origin=f"content/{src}",
        digest="d1935700",
        name=f"media/{src}",
        width=640,
        height=480,
        kind=PictureKind.PHOTOGRAPH,
    )


def earned(case: Case) -> str:
    path, text = path_and_text(case.text.removesuffix("\n"))
    return shown(parse_item(text.encode(), path, CONFIG, picture, press=PRESS))


def shown(reading: Reading) -> str:
    """The problems, then each value that is not the default, then the HTML."""
    parts = [told(reading.problems)] if reading.problems else []
    if reading.item is not None:
        assert reading.item.body == reading.body.digest
        parts += [type(reading.item).__name__.lower(), *values(reading.item)]
    if reading.body.html:
        parts += ["", reading.body.html]
    return "\n".join(parts)


def values(item: Item) -> list[str]:
    found = []
    for field in msgspec.structs.fields(item):
        value = getattr(item, field.name)
        if field.name not in ("places", "path", "body") and value not in (field.default, {}):
            found.append(f"{field.name}: {plain(value)}")
    return found


def plain(value: object) -> str:
    match value:
        case Moment():
            return value.at.strftime("%Y-%m-%d") if value.day_only else value.at.isoformat()
        case datetime() | date():
            return value.isoformat()
        case msgspec.Struct():
            fields = msgspec.structs.fields(value)
            given = ((field, getattr(value, field.name)) for field in fields)
            inner = (f"{f.name}={plain(v)}" for f, v in given if v != f.default)
            return f"{type(value).__name__}({', '.join(inner)})"
        case tuple():
            return f"[{', '.join(map(plain, value))}]"
    return str(value)


@pytest.mark.parametrize("case", cases("items.txt"), ids=lambda case: case.name)
def test_an_item_is_read_as_it_is_meant(case: Case) -> None:
    """Each item of `items.txt` becomes what stands below it."""
    assert earned(case) == case.earned
