"""What somebody probably meant by an address at which nothing is."""

from collections.abc import Iterable
from itertools import islice

from ht_newsgen.checks.links.addresses import Addresses, last_part
from ht_newsgen.kit.text import nearest

COMPARED = 400
"""Names: comparing one with ten thousand would take longer than the rest of the check."""
BEGINNING = 2


def meant_path(path: str, addresses: Addresses) -> str:
    """The permalink that was probably meant; "" if none is near.

    A page of the same name elsewhere comes first, then one of nearly the same name.
    """
    name = last_part(path)
    same = addresses.by_name.get(name, ())
    if same and name:
        return nearest(path, same) or min(same, key=lambda one: (len(one), one))
    near = nearest(name, islice(_alike(name, addresses.by_name), COMPARED))
    if near:
        return min(addresses.by_name[near], key=lambda one: (parent(one) != parent(path), one))
    files = (one for one in sorted(addresses.outputs) if not one.endswith(".html"))
    return nearest(path, (one for one in files if one[:BEGINNING] == path[:BEGINNING]))


def meant_anchor(anchor: str, known: Iterable[str]) -> str:
    """The id that was probably meant."""
    return nearest(anchor, known)


def parent(path: str) -> str:
    """`flash/2018` of `flash/2018/raids/`."""
    return path.rstrip("/").rpartition("/")[0]


def _alike(name: str, names: Iterable[str]) -> Iterable[str]:
    """Names that begin or end like this one, those of about its length first."""
    alike = [
        one
        for one in names
        if one[:BEGINNING] == name[:BEGINNING] or one[-BEGINNING:] == name[-BEGINNING:]
    ]
    return sorted(alike, key=lambda one: (abs(len(one) - len(name)), one))
