"""Where in its file a value of an item stands."""

from ht_newsgen.kit.problems import Place
from ht_newsgen.model.article import Item


def place_of(item: Item, *keys: str) -> Place:
    """The place of the first of these front-matter keys that the item has, else its file."""
    for key in keys:
        if key in item.places:
            line, column = item.places[key]
            return Place(item.path, line, column)
    return Place(item.path)


def named(place: Place) -> str:
    """A place as it is named inside a message: `content/flash/a.md:3`."""
    return f"`{place.path}:{place.line}`" if place.line else f"`{place.path}`"
