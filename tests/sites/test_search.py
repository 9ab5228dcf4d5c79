"""The search index as a part of builds: made when it must be, and never wrong."""

from pathlib import Path
from shutil import copytree

import pytest

from ht_newsgen.build.indexing import folder_of
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.start import build
from ht_newsgen.pages import volumes
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.render.search_index import TERMS
from tests.support.searching import FILES
from tests.support.sites import NOW, ROOT, build_site, make_site, tree

HARBOUR = "content/flash/2016/harbour.md"
VALLEY = "content/stories/2018/valley.md"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once. In English it has volumes of 2016 and 2018, in other languages one each."""
    folder = tmp_path_factory.mktemp("searched")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(volumes, "FULL", 2)
        again(make_site(folder / "site", FILES))
    return folder / "site"


@pytest.fixture
def site(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy, to change."""
    monkeypatch.setattr(volumes, "FULL", 2)
    return copytree(first, tmp_path / "site")


def again(site: Path, **wishes: object) -> Result:
    """Build the site with its cache."""
    return build_site(site, site / "public", cache=True, **wishes)  # type: ignore[arg-type]


def no_indexer(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on there is no Pagefind."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")


def edit(site: Path, path: str, before: str, after: str) -> None:
    file = site / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def index(site: Path) -> dict[str, bytes]:
    """All files of the index."""
    return {path: data for path, data in tree(site / "public").items() if folder_of(path)}


def entries(result: Result) -> list[str]:
    """The volumes among what was written."""
    return [folder_of(path) for path in result.written if path.endswith(ENTRY)]


def test_the_index_of_each_language_lies_in_volumes(site: Path) -> None:
    """Each whole in a folder of its own."""
    assert sorted({folder_of(path) for path in index(site)}) == [
        "ar/search/index/2018/",
        "bs/search/index/2017/",
        "search/index/2016/",
        "search/index/2018/",
        "sr-Cyrl/search/index/2018/",
    ]


UNCHANGED = {
    "nothing": lambda _: None,
    "a stylesheet": lambda site: make_site(
        site, {**FILES, "static/assets/own.css": "a { color: red }"}
    ),
    "a template": lambda site: make_site(
        site,
        {**FILES, "templates/search.html": (ROOT / "templates/search.html").read_text("utf-8")},
    ),
    "an item that is not shown": lambda site: edit(
        site, "content/flash/2018/draft.md", "Xylophonic", "Marimba"
    ),
    "a text that is withheld": lambda site: edit(
        site, "content/flash/2018/unverified.md", "Zanzibarian", "Maltese"
    ),
    "what is not searched": lambda site: edit(site, HARBOUR, "title:", "aliases: [/old/]\ntitle:"),
    "the exit": lambda site: edit(
        site, "newsgen.yaml", "language: en", "exit_url: https://weather.example/\nlanguage: en"
    ),
}


@pytest.mark.parametrize("change", UNCHANGED.values(), ids=UNCHANGED)
def test_no_indexer_runs_when_nothing_that_is_searched_has_changed(
    site: Path, monkeypatch: pytest.MonkeyPatch, change: object
) -> None:
    """It would be missed: there is none."""
    before = index(site)
    no_indexer(monkeypatch)
    change(site)  # type: ignore[operator]
    result = again(site)

    assert result.published
    assert result.notes == ()
    assert index(site) == before


CHANGED = {
    "a text": (HARBOUR, "A new shelter", "A new house", ["search/index/2016/"]),
    "a title": (HARBOUR, "by the harbour", "by the port", ["search/index/2016/"]),
    "a topic": (HARBOUR, "[work]", "[law]", ["search/index/2016/"]),
    "rights": (VALLEY, "title:", "rights: unverified\ntitle:", ["search/index/2018/"]),
    "the newest": (
        VALLEY, "Told", "Said", ["search/index/2018/"],
    ),
    "a page": ("content/pages/about.md", "an example", "a sample", ["search/index/2018/"]),
    "another language": (
        "content/stories/2018/zrtve.md", "pomaže", "pomogao", ["bs/search/index/2017/"],
    ),
    "the name of a source": (
        "content/data/sources.yaml", "The Wire", "The Cable", ["search/index/2016/"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_only_the_volume_is_made_anew_in_which_something_changed(
    site: Path, change: tuple[str, str, str, list[str]]
) -> None:
    """An index of many years is not made for a word in one."""
    path, before, after, anew = change
    edit(site, path, before, after)

    assert entries(again(site)) == anew


def test_what_is_made_anew_is_what_a_clean_build_makes(site: Path, tmp_path: Path) -> None:
    """To the byte."""
    for path, before, after, _ in (CHANGED["a topic"], CHANGED["rights"], CHANGED["a page"]):
        edit(site, path, before, after)
    again(site)
    build_site(site, tmp_path / "clean")

    assert tree(site / "public") == tree(tmp_path / "clean")


def test_what_is_withdrawn_leaves_the_index(site: Path) -> None:
    """With its words, from every file."""
    size = len(index(site))
    edit(site, VALLEY, "title:", "status: withdrawn\ntitle:")
    again(site)

    assert len(index(site)) == size - 1


@pytest.mark.parametrize("pattern", ["fragment/*", "index/*", TERMS, "pagefind.js", ENTRY])
def test_a_file_of_the_index_that_is_missing_or_changed_is_made_again(
    site: Path, pattern: str
) -> None:
    """As every other file of the site."""
    before = index(site)
    folder = site / "public" / "search" / "index" / "2016"
    next(iter(folder.glob(pattern))).unlink()
    again(site)
    assert index(site) == before
    next(iter(folder.glob(pattern))).write_bytes(b"something else")
    again(site)

    assert index(site) == before


def test_without_an_indexer_the_site_is_published_and_says_so(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the old index is left, since it may say what must not be found any more."""
    no_indexer(monkeypatch)
    edit(site, VALLEY, "title:", "status: withdrawn\ntitle:")
    result = again(site)

    assert result.published
    (note,) = result.notes
    assert note.startswith("The search index could not be made: Pagefind, which makes it, is not")
    assert [path for path in index(site) if path.startswith("search/index/2018/")] == []
    assert [path for path in index(site) if path.startswith("search/index/2016/")] != []

    monkeypatch.undo()
    monkeypatch.setattr(volumes, "FULL", 2)
    assert entries(again(site)) == ["search/index/2018/"]


def test_search_off_takes_all_of_it_away(site: Path) -> None:
    """The page, the index, the box on each page, and the policy."""
    edit(site, "newsgen.yaml", "language: en", "search: off\nlanguage: en")
    again(site)
    files = tree(site / "public")

    assert [path for path in files if "search" in path and "assets" not in path] == []
    assert b"finder" not in files["index.html"]
    assert b"wasm" not in files["_headers"]


def test_a_dry_run_says_which_volumes_would_be_made(site: Path) -> None:
    """And makes none."""
    before = index(site)
    edit(site, HARBOUR, "A new shelter", "A new house")
    options = Options(
        root=site, output=site / "public", theme=ROOT, now=NOW, dry_run=True, explain=True
    )
    reasons = build(options).reasons

    assert reasons["search/index/2016/pagefind-entry.json"] == "what it shows has changed"
    assert index(site) == before
