"""What several tests of this room look at."""

import pytest

from ht_newsgen.build.configured import configured
from ht_newsgen.build.newsroom import read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.store import open_store
from ht_newsgen.model.page import Page
from ht_newsgen.pages.plan import plan
from ht_newsgen.render.assets import read_assets
from tests.support.edits import TINY
from tests.support.sites import NOW, ROOT


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """The plan of a site that has one of everything."""
    options = Options(root=TINY, output=TINY / "public", theme=ROOT, now=NOW)
    config, _ = configured(options)
    assert config is not None
    store = open_store(tmp_path_factory.mktemp("store") / "x.sqlite", "key")
    site = read_newsroom(options, config, store).site
    store.close()
    return plan(site, read_assets([ROOT / "static"]))
