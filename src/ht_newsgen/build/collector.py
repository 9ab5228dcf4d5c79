"""Python's garbage collector, which has nothing to do here."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Values here hold no circles, and looking for some among 100,000 articles takes seconds.

    Nor do modules that are loaded meanwhile; there it is a twelfth of what a small build takes.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
