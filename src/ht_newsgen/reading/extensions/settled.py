"""What Python-Markdown asks itself again and again, answered once all extensions are there."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markdown import Markdown
from markdown.util import Registry

NAMES = 256
"""Of elements, remembered; HTML has some hundred and forty, and people may write any others."""


class Settled(Registry[Any]):
    """The same processors. Stock registries make a new list of them at every look."""

    def __init__(self, registry: Registry[Any]) -> None:
        super().__init__()
        vars(self).update(vars(registry))
        self._in_order = tuple(registry)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._in_order)

    def register(self, item: Any, name: str, priority: float) -> None:  # noqa: ARG002 - refused
        """Refuse: what comes now would not be asked."""
        raise TypeError(f"{name} is registered too late")


def settle(markdown: Markdown) -> None:
    """To be done last: no extension can be added afterwards."""
    markdown.preprocessors = Settled(markdown.preprocessors)
    markdown.treeprocessors = Settled(markdown.treeprocessors)
    markdown.postprocessors = Settled(markdown.postprocessors)
    markdown.parser.blockprocessors = Settled(markdown.parser.blockprocessors)
    is_block_level = lru_cache(NAMES)(markdown.is_block_level)
    vars(markdown)["is_block_level"] = is_block_level
