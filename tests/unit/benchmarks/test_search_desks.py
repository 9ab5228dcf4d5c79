"""The sites of the search benchmark are alike but for the search."""

from pathlib import Path

import pytest

from benchmarks.search import make_desk
from ht_newsgen.reading.config import read_config


@pytest.mark.parametrize(("switch", "searched"), [("on", True), ("off", False)])
def test_a_site_is_searched_where_it_is_switched_on(
    tmp_path: Path, switch: str, *, searched: bool
) -> None:
    """As the program understands its configuration, which has nothing wrong."""
    desk = make_desk(tmp_path, 3, switch)

    config, problems = read_config(desk.site)

    assert config is not None
    assert (config.search, problems) == (searched, ())
