"""Regular expressions that are compiled when they are first used.

A file may need its patterns seldom, but it is loaded at every start, and to compile a pattern
takes longer than to load most files: together they were a sixth of what a small build took.
"""

import re
from typing import AnyStr, cast


class _Later:
    """A pattern that is not compiled yet. Each thing it is asked for is found there afterwards."""

    def __init__(self, written: str | bytes, flags: int) -> None:
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, found)
        return found


def regex(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, for patterns of a whole module."""
    return cast("re.Pattern[AnyStr]", _Later(written, flags))
