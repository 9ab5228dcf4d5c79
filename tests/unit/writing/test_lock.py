"""Two builds, one output folder."""

import threading
from pathlib import Path

from ht_newsgen.writing.lock import only_build


def test_the_second_build_says_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    """Neither breaks the other: they come one after the other."""
    order: list[str] = []
    told = threading.Event()

    def second() -> None:
        with only_build(tmp_path, waiting=told.set):
            order.append("second")

    with only_build(tmp_path, waiting=lambda: order.append("never")):
        thread = threading.Thread(target=second)
        thread.start()
        assert told.wait(timeout=10)
        order.append("first")
    thread.join(timeout=10)

    assert order == ["first", "second"]
