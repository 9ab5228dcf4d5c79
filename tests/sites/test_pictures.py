"""Pictures of a whole site: what is published, and what it costs to publish it again."""

import shutil
from pathlib import Path

import pytest

from ht_newsgen.kit.images import FORMATS
from ht_newsgen.render import images, renditions, social_cards
from tests.support import edits
from tests.support.pictures import beside_pixels, loaded
from tests.support.sites import build_site, forget, make_site, tree

STORY = """---
title: A story with pictures
date: 2026-02-01
image: {src: one.jpg, alt: A bridge, credit: Somebody}
---

First ![two](two.png), then ![three](three.webp "A title") and ![four](/four.gif).
"""
SOURCES = {
    "content/resource-center/2026/one.jpg": loaded("JPEG", 6, (1300, 900)),
    "content/resource-center/2026/two.png": loaded("PNG", 8),
    "content/resource-center/2026/three.webp": loaded("WEBP", 3, (900, 30)),
    "content/media/four.gif": loaded("GIF"),
    "static/five.jpg": loaded("JPEG", 5),
    "static/assets/six.png": loaded("PNG", 2),
}
EXTENSIONS = (".avif", ".webp", ".jpg", ".png", ".gif")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a picture in each place where one can be."""
    root = make_site(tmp_path / "site", {"content/resource-center/2026/pictures.md": STORY})
    for name, data in SOURCES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def is_picture(path: str) -> bool:
    """Whether the output is a picture of an item, not a social card."""
    return path.startswith("media/") and not path.startswith("media/card.")


def encoding_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever encodes a picture or draws a card from now on fails; workers inherit it."""

    def refuse(*_: object) -> bytes:
        raise AssertionError("a picture was encoded")

    monkeypatch.setattr(renditions, "encoded", refuse)
    monkeypatch.setattr(renditions, "base_of", refuse)
    monkeypatch.setattr(social_cards, "draw_card", refuse)
    monkeypatch.setattr(images, "clean_picture", refuse)


def test_no_picture_of_a_site_carries_anything_but_pixels(root: Path) -> None:
    """Neither EXIF, XMP, IPTC, ICC nor a position, in any format; and no file names a camera."""
    build_site(root, root / "public")

    files = {path: data for path, data in tree(root / "public").items()
             if path.endswith(EXTENSIONS)}  # fmt: skip
    assert all(beside_pixels(data) for data in SOURCES.values()), "else this test says nothing"
    assert {path: beside_pixels(data) for path, data in files.items() if beside_pixels(data)} == {}
    assert [path for path, data in files.items() if b"SECRET" in data] == []
    assert {Path(path).suffix for path in files} >= {".avif", ".webp", ".jpg", ".png"}
    assert set(FORMATS) >= {"JPEG", "PNG", "WEBP", "GIF"}


def test_a_page_offers_every_file_and_there_is_no_other(root: Path) -> None:
    """What is in `srcset` is there, and what is there is in one."""
    build_site(root, root / "public")
    files = tree(root / "public")
    page = files["resource-center/2026/a-story-with-pictures/index.html"].decode()

    named = {part for part in page.replace(",", " ").replace('"', " ").split()
             if "/media/" in part and not part.startswith("https:")}  # fmt: skip
    there = {f"/{path}" for path in files if is_picture(path)}
    assert there == named


def test_only_the_first_picture_of_a_page_is_loaded_at_once(root: Path) -> None:
    """All have their size, so nothing moves when they come."""
    build_site(root, root / "public")
    page = (root / "public/resource-center/2026/a-story-with-pictures/index.html").read_text()

    tags = [line.partition(">")[0] for line in page.split("<img ")[1:]]
    assert ["lazy" if 'loading="lazy"' in tag else "at once" for tag in tags] == [
        "at once", "lazy", "lazy", "lazy"
    ]  # fmt: skip
    assert [tag.count("fetchpriority") for tag in tags] == [1, 0, 0, 0]
    assert all(' width="' in tag and ' height="' in tag for tag in tags)


def test_a_feed_shows_the_plain_picture(root: Path) -> None:
    """One file that everything understands, by its whole address, without marks of ours."""
    build_site(root, root / "public")
    feed = (root / "public/feed.json").read_text()

    assert "data-kind" not in feed
    assert "<picture" not in feed
    assert 'src=\\"https://example.org/media/two.' in feed


def test_nothing_changed_means_that_no_picture_is_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even looked at: size and time of the file tell that it is the same."""
    monkeypatch.setattr("ht_newsgen.build.settled.RACY_NS", 0)  # the clock is fine enough here
    build_site(root, root / "public", cache=True)
    forget(root)
    read_bytes = Path.read_bytes

    def watched(file: Path) -> bytes:
        assert not (file.suffix in EXTENSIONS and "content" in file.parts), file
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", watched)
    encoding_forbidden(monkeypatch)
    assert build_site(root, root / "public", cache=True).written == ()


def test_a_fresh_checkout_with_its_cache_encodes_no_picture(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a machine that publishes: new times, no output yet, the cache of the last run."""
    build_site(root, root / "public", cache=True)
    before = tree(root / "public")
    shutil.rmtree(root / "public")
    fresh = root.with_name("fresh")
    shutil.copytree(root, fresh, copy_function=shutil.copyfile)

    encoding_forbidden(monkeypatch)
    build_site(fresh, fresh / "public", cache=True)

    assert tree(fresh / "public") == before


def test_a_template_that_changes_encodes_no_picture(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does the configuration, or the program: only the source and the recipe count."""
    build_site(root, root / "public", cache=True)
    encoding_forbidden(monkeypatch)
    config = root / "newsgen.yaml"
    config.write_text(config.read_text() + "excerpt_limit: 190\npage_size: 3\n")
    edits.override(root, "article.html", "another template")

    result = build_site(root, root / "public", cache=True)

    assert len(result.written) > 0
    monkeypatch.undo()
    monkeypatch.setattr("ht_newsgen.build.tools.program_digest", lambda: "another program")
    encoding_forbidden(monkeypatch)
    build_site(root, root / "public", cache=True)


def test_a_picture_that_is_gone_is_gone_everywhere(root: Path) -> None:
    """From the site, and from what is kept for the next build."""
    build_site(root, root / "public", cache=True)
    kept = root / ".cache" / "pictures"
    assert len(list(kept.iterdir())) > 12
    (root / "content/resource-center/2026/pictures.md").unlink()

    build_site(root, root / "public", cache=True)

    left = [path for path in tree(root / "public") if path.startswith("media/")]
    assert [path for path in left if is_picture(path)] == []
    assert len(list(kept.iterdir())) == len(left)


def test_the_number_of_workers_makes_no_difference(root: Path) -> None:
    """A few pictures are worth a second one, and come out as with one."""
    build_site(root, root / "one", jobs=1)
    build_site(root, root / "two", jobs=2)

    assert "media/four" in " ".join(tree(root / "one"))

    assert tree(root / "one") == tree(root / "two")


@pytest.mark.parametrize("cards", ["items", "sections", "none"])
def test_cards_follow_the_words_on_them(root: Path, cards: str) -> None:
    """After an edit of a headline and of a section's name, a rebuild is what a clean build is."""
    config, item = root / "newsgen.yaml", root / "content/resource-center/2026/plain.md"
    config.write_text(config.read_text() + f"social_cards: {cards}\n")
    item.write_text("---\ntitle: A headline\ndate: 2026-02-02\n---\n\nText.\n")
    build_site(root, root / "public", cache=True)
    before = {path for path in tree(root / "public") if path.startswith("media/card.")}

    item.write_text(item.read_text().replace("A headline", "Another headline"))
    build_site(root, root / "public", cache=True)
    retitled = {path for path in tree(root / "public") if path.startswith("media/card.")}
    config.write_text(config.read_text() + "title: Another site\n")
    build_site(root, root / "public", cache=True)
    build_site(root, root / "clean")

    assert len(before ^ retitled) == (2 if cards == "items" else 0)
    assert tree(root / "public") == tree(root / "clean")
