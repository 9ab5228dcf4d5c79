"""What is declared, offered to a person: a list with numbers, and what an answer picks from it."""

from collections.abc import Iterator, Mapping

from ht_newsgen.kit.text import nearest

SHOWN = 30
"""Offers in a list; of a longer one, people remember what they want."""

Offers = Mapping[str, str]
"""Names by id, in the order in which they are declared."""


def listed(offers: Offers) -> Iterator[str]:
    """The lines of the list."""
    width = len(str(min(len(offers), SHOWN)))
    for number, (id_, name) in enumerate(offers.items(), start=1):
        if number > SHOWN:
            yield f"{'':{width}}  and {len(offers) - SHOWN} more"
            return
        yield f"{number:>{width}}  {name}" + (f" ({id_})" if id_ != name else "")


def pick(answer: str, offers: Offers) -> str:
    """The id that is meant: by its number, itself, its name, or a beginning that no other has."""
    word = answer.strip().casefold()
    if not word:
        return ""
    if word.isascii() and word.isdecimal():
        at = int(word[:6]) - 1
        return list(offers)[at] if 0 <= at < len(offers) else ""
    names = {id_: name.casefold() for id_, name in offers.items()}
    exactly = [id_ for id_ in offers if word in (id_, names[id_])]
    begins = [id_ for id_ in offers if id_.startswith(word) or names[id_].startswith(word)]
    found = exactly or begins
    return found[0] if len(found) == 1 else ""


def guess(answer: str, offers: Offers) -> str:
    """The id that was probably meant by an answer which picks none."""
    by_word = {name: id_ for id_, name in offers.items()} | {id_: id_ for id_ in offers}
    near = nearest(answer, by_word)
    return by_word[near] if near else ""
