"""One of everything, and the whole site that comes of it, as files to be read."""

from pathlib import Path

import pytest

from ht_newsgen.build.result import Result
from ht_newsgen.model.site import Reason, Show
from tests.support.sites import build_site, tree

TINY = Path(__file__).parent / "tiny"
EXPECTED = TINY / "expected"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The site, and what the build said."""
    output = tmp_path_factory.mktemp("public")
    return output, build_site(TINY / "site", output)


def readable(files: dict[str, bytes]) -> dict[str, str]:
    """Texts whole; of a picture only that it is there, since its encoder may differ.

    The search index is Pagefind's, and is looked into by tests of its own.
    """
    return {
        path: "a picture" if path.startswith("media/") or path.endswith(".png") else data.decode()
        for path, data in files.items()
        if not path.startswith("assets/") and "search/index/" not in path
    }


def test_the_whole_tree_is_as_expected(built: tuple[Path, Result], update: bool) -> None:
    """Every file to the byte, but the theme's own stylesheet."""
    actual = readable(tree(built[0]))
    if update:
        for file in EXPECTED.rglob("*"):
            if file.is_file():
                file.unlink()
        for path, text in actual.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_text(text, "utf-8", newline="")
    expected = {
        file.relative_to(EXPECTED).as_posix(): file.read_bytes().decode()
        for file in sorted(EXPECTED.rglob("*"))
        if file.is_file()
    }
    assert actual == expected


def test_what_is_left_out_says_why_and_when(built: tuple[Path, Result]) -> None:
    """An editor who misses an item finds it here."""
    why = [
        (
            left.item.slug,
            left.reason.value,
            left.moment.at.date().isoformat() if left.moment else "",
        )
        for left in built[1].left_out
    ]
    assert why == [
        ("a-draft", "draft", ""),
        ("yesterday", "expired", "2026-02-01"),
        ("tomorrow", "future", "2026-06-02"),
        ("withdrawn", "withdrawn", ""),
    ]


@pytest.mark.parametrize(
    "secret",
    ["A name that must not be shown", "Nor this.", "this end of it is nowhere", "A draft",
     "Tomorrow", "Not any more.", "Nobody writes about this", "alert(", "onclick"],
)  # fmt: skip
def test_what_must_not_be_published_is_nowhere(built: tuple[Path, Result], secret: str) -> None:
    """Not in a page, a feed, a sitemap or a redirect."""
    holding = [path for path, text in readable(tree(built[0])).items() if secret in text]
    assert holding == []


def test_a_preview_shows_and_marks_what_is_not_public(tmp_path: Path) -> None:
    """Drafts, coming and expired items are shown in a preview; withdrawn ones never are."""
    show = Show(drafts=True, future=True, expired=True)

    result = build_site(TINY / "site", tmp_path, show=show)

    files = readable(tree(tmp_path))
    assert [left.reason for left in result.left_out] == [Reason.WITHDRAWN]
    assert "A draft" in files["flash/2026/a-draft/index.html"]
    assert "noindex" in files["flash/2026/a-draft/index.html"]
    assert "Tomorrow" in files["flash/index.html"]
    assert "Yesterday" in files["archive/2026/01/index.html"]


def test_a_site_at_the_root_of_its_host_differs_in_addresses_only(tmp_path: Path) -> None:
    """`--base-url` moves every address, in pages, feeds and files for servers."""
    build_site(TINY / "site", tmp_path, base_url="https://other.example/")

    files = readable(tree(tmp_path))

    assert [path for path, text in files.items() if "example.org/newsroom" in text] == []
    assert files.keys() == readable(tree(EXPECTED)).keys()
