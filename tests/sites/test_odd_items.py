"""Thousands of items of other makes: each is built or named, and nothing breaks."""

from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.pipeline import load
from ht_newsgen.kit.problems import Severity
from tests.support.odd_items import odd_items
from tests.support.sites import NOW, ROOT, build_site, make_site

COUNT = 2_000


def test_every_odd_item_is_built_or_named(tmp_path: Path) -> None:
    """With --keep-going, what is not published is named with an error or left out for a reason."""
    files: dict[str, str | bytes] = {}
    for number, (name, data) in enumerate(odd_items(COUNT)):
        files[f"content/{('flash', 'resource-center')[number % 2]}/{name}"] = data
    root = make_site(tmp_path / "site", files)

    result = build_site(root, tmp_path / "public", keep_going=True)

    options = Options(root=root, output=tmp_path, theme=ROOT, now=NOW, cache=False)
    site, _ = load(options)
    assert site is not None
    shown = {item.path for item in site.articles}
    left_out = {left.item.path for left in result.left_out}
    named = {found.place.path for found in result.problems if found.severity is Severity.ERROR}
    items = {path for path in files if path.endswith(".md")}
    assert result.published
    assert items - shown - left_out - named == set()
    assert len(shown) > COUNT // 3
    for path in shown:
        permalink = site.routes.permalinks[path]
        assert not permalink or (tmp_path / "public" / permalink / "index.html").is_file()
