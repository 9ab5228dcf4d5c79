"""What came of a build."""

from msgspec import Struct

from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.site import LeftOut


class Result(Struct, frozen=True, kw_only=True):
    """The answer to a build; paths are relative to the output folder."""

    problems: tuple[Problem, ...]
    """Sorted, each once."""
    published: bool
    """False when problems kept the site from being written, or nothing was to be written."""
    planned: int = 0
    """How many files the site has."""
    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reasons: dict[str, str] = {}
    """Why each rendered file was rendered (`build --explain`)."""
    notes: tuple[str, ...] = ()
    """Sentences about the cache, when something is odd with it."""
    seconds: float = 0.0
