"""Which files of a site are items."""

import os
from pathlib import Path

from ht_newsgen.reading.article import LARGEST, read_item
from ht_newsgen.reading.scan import scan
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import told


def site(folder: Path, *paths: str) -> Path:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("---\ntitle: Raids\ndate: 2018-02-19\n---\n", "utf-8")
    return folder


def found(root: Path) -> tuple[list[str], str]:
    files, problems = scan(root)
    places = "\n".join(f"{problem.place.path} " for problem in problems)
    return [file.path for file in files], f"{places}{told(problems)}" if problems else ""


def test_items_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Whatever the order of the file system; registers, pictures and leftovers are no items."""
    root = site(
        tmp_path,
        "content/stories/b.md",
        "content/flash/2018/z.MD",
        "content/flash/2018/a.markdown",
        "content/flash/é.md",
        "content/flash/index.md",
        "content/pages/about.md",
        "content/data/notes.md",
        "content/media/notes.md",
        "content/flash/photo.jpg",
        "content/flash/.hidden.md",
        "content/flash/.#a.md",
        "content/flash/#a.md#",
        "content/flash/a.md~",
        "content/flash/a.md.bak",
        "content/.git/a.md",
        "content/flash/_draft.md",
        "notes.md",
    )
    assert found(root) == (
        [
            "content/flash/2018/a.markdown",
            "content/flash/2018/z.MD",
            "content/flash/_draft.md",
            "content/flash/index.md",
            "content/flash/é.md",
            "content/pages/about.md",
            "content/stories/b.md",
        ],
        "",
    )


def test_a_file_comes_with_its_size_and_times(tmp_path: Path) -> None:
    """What tells whether it may have changed."""
    root = site(tmp_path, "content/flash/a.md")
    os.utime(root / "content/flash/a.md", ns=(5, 7))
    files, problems = scan(root)
    assert ([(file.path, file.size, file.mtime_ns) for file in files], problems) == (
        [("content/flash/a.md", 38, 7)],
        (),
    )


def test_a_site_without_content_has_no_items(tmp_path: Path) -> None:
    """It is being begun."""
    assert scan(tmp_path) == ((), ())


def test_a_folder_with_the_name_of_an_item_is_told(tmp_path: Path) -> None:
    """Rule content/not-a-file; what lies in it is not read."""
    root = site(tmp_path, "content/flash/a.md/b.md")
    assert found(root) == (
        [],
        (
            "content/flash/a.md 0:0 content/not-a-file: this is a folder with the name of an item\n"
            "    Rename it; an item in a folder of its own is called index.md"
        ),
    )


def test_what_is_neither_file_nor_folder_is_told(tmp_path: Path) -> None:
    """Rule content/not-a-file: reading a pipe would wait for ever."""
    root = site(tmp_path, "content/flash/a.md")
    os.mkfifo(root / "content/flash/b.md")
    assert found(root) == (
        ["content/flash/a.md"],
        (
            "content/flash/b.md 0:0 content/not-a-file: "
            "this has the name of an item and is not a file\n    Remove it"
        ),
    )


def test_texts_of_other_kinds_are_told(tmp_path: Path) -> None:
    """Rule content/stray: somebody may wait for them to appear."""
    root = site(tmp_path, "content/flash/a.docx", "content/flash/b.txt")
    files, problems = scan(root)
    assert (files, [(problem.rule, problem.place.path) for problem in problems]) == (
        (),
        [("content/stray", "content/flash/a.docx"), ("content/stray", "content/flash/b.txt")],
    )


def test_links_inside_the_site_are_followed(tmp_path: Path) -> None:
    """To files and to folders."""
    root = site(tmp_path, "content/flash/a.md")
    (root / "content/flash/b.md").symlink_to("a.md")
    (root / "content/stories").symlink_to("flash")
    assert found(root) == (
        [
            "content/flash/a.md",
            "content/flash/b.md",
            "content/stories/a.md",
            "content/stories/b.md",
        ],
        "",
    )


def test_links_out_of_the_site_are_not_followed(tmp_path: Path) -> None:
    """Rule content/link, for files and for folders."""
    site(tmp_path / "outside", "a.md")
    root = site(tmp_path / "site", "content/flash/a.md")
    (root / "content/flash/b.md").symlink_to(tmp_path / "outside" / "a.md")
    (root / "content/stories").symlink_to(tmp_path / "outside")
    files, problems = scan(root)
    assert [file.path for file in files] == ["content/flash/a.md"]
    assert [(problem.rule, problem.place.path) for problem in problems] == [
        ("content/link", "content/flash/b.md"),
        ("content/link", "content/stories"),
    ]


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    """Rule content/link: a folder that holds itself has no end."""
    root = site(tmp_path, "content/flash/a.md")
    (root / "content/flash/again").symlink_to("..")
    assert found(root) == (
        ["content/flash/a.md"],
        "content/flash/again 0:0 content/link: this link leads in a circle\n    Remove it",
    )


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    """Rule content/unreadable; following it would never end."""
    root = site(tmp_path, "content/flash/a.md")
    (root / "content/flash/b.md").symlink_to("b.md")
    files, problems = scan(root)
    assert ([file.path for file in files], [problem.rule for problem in problems]) == (
        ["content/flash/a.md"],
        ["content/unreadable"],
    )


def test_a_file_in_place_of_all_items_is_told(tmp_path: Path) -> None:
    """Rule content/not-a-file; no folder at all is an empty site."""
    assert found(tmp_path) == ([], "")
    (tmp_path / "content").write_text("x")
    message = "this is no folder; the folder of all items is expected"
    advice = "Rename it, and make a folder of this name"
    assert found(tmp_path) == (
        [],
        f"content 0:0 content/not-a-file: {message}\n    {advice}",
    )


def test_links_to_nowhere_are_told(tmp_path: Path) -> None:
    """Rule content/unreadable."""
    root = site(tmp_path, "content/flash/a.md")
    (root / "content/flash/b.md").symlink_to("gone.md")
    files, problems = scan(root)
    assert ([file.path for file in files], [problem.rule for problem in problems]) == (
        ["content/flash/a.md"],
        ["content/unreadable"],
    )


def test_names_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    """Rule content/file-name; the rest is read."""
    root = site(tmp_path, "content/flash/a.md")
    (root / "content/flash" / os.fsdecode(b"ra\xffids.md")).write_text("x")
    files, problems = scan(root)
    assert ([file.path for file in files], [problem.rule for problem in problems]) == (
        ["content/flash/a.md"],
        ["content/file-name"],
    )
    assert problems[0].place.path == "content/flash/ra\N{REPLACEMENT CHARACTER}ids.md"


def test_folders_may_be_as_deep_as_the_system_lets_them(tmp_path: Path) -> None:
    """No recursion."""
    deep = "content/flash/" + "a/" * 800 + "b.md"
    assert found(site(tmp_path, deep)) == ([deep], "")


def test_an_item_that_is_gone_since_the_scan_is_told(tmp_path: Path) -> None:
    """Rule content/unreadable, with the reason of the system."""
    reading = read_item(tmp_path, "content/flash/a.md", CONFIG)
    assert told(reading.problems) == (
        "0:0 content/unreadable: this file cannot be read: No such file or directory\n"
        "    Look at its permissions"
    )


def test_an_item_that_has_become_a_link_out_of_the_site_is_not_read(tmp_path: Path) -> None:
    """Rule content/link holds when the file is opened, not only when it was found."""
    site(tmp_path / "outside", "a.md")
    root = site(tmp_path / "site", "content/flash/b.md")
    (root / "content/flash/a.md").symlink_to(tmp_path / "outside" / "a.md")
    reading = read_item(root, "content/flash/a.md", CONFIG)
    assert (reading.item, [problem.rule for problem in reading.problems]) == (
        None,
        ["content/link"],
    )


def test_an_item_larger_than_anybody_writes_is_not_read(tmp_path: Path) -> None:
    """Rule content/size."""
    root = site(tmp_path, "content/flash/a.md")
    (root / "content/flash/a.md").write_bytes(b"x" * (LARGEST + 1))
    reading = read_item(root, "content/flash/a.md", CONFIG)
    assert (reading.item, [problem.rule for problem in reading.problems]) == (
        None,
        ["content/size"],
    )
