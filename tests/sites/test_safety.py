"""What no site may do, whatever its editors and its templates say."""

from pathlib import Path

import pytest

from ht_newsgen.errors import ThemeBroken
from tests.support.sites import build_site, make_site, tree

CONFIG = """\
base_url: https://example.org/
sections:
  - {id: flash, title: Flash, kind: flash, trusted_html: true}
"""
ITEM = "---\ntitle: Raids\ndate: 2026-03-05\n---\n\n"


@pytest.mark.parametrize(
    "html",
    [
        '<input type="image" src="https://tracker.example/1.gif" alt="">',
        '<iframe src="//video.example/embed"></iframe>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        "<video poster='https://cdn.example/p.jpg'></video>",
        '<div style="background: url(https://cdn.example/b.png)">x</div>',
    ],
)
def test_a_page_that_would_load_something_from_elsewhere_is_not_published(
    tmp_path: Path, html: str
) -> None:
    """Rule `privacy/off-site-request`; not even in a section whose HTML is trusted."""
    good = make_site(tmp_path / "site", {"newsgen.yaml": CONFIG, "content/flash/1.md": ITEM + "A."})
    build_site(good, tmp_path / "public")
    before = tree(tmp_path / "public")
    make_site(good, {"newsgen.yaml": CONFIG, "content/flash/1.md": ITEM + html})

    result = build_site(good, tmp_path / "public")

    assert not result.published
    assert {(found.rule, found.place.path) for found in result.problems} == {
        ("privacy/off-site-request", "content/flash/1.md")
    }
    assert tree(tmp_path / "public") == before


def test_links_that_a_reader_follows_by_choice_are_no_requests(tmp_path: Path) -> None:
    """They carry no referrer."""
    site = make_site(
        tmp_path / "site",
        {"newsgen.yaml": CONFIG, "content/flash/1.md": ITEM + "[Report](https://example.com/)."},
    )
    result = build_site(site, tmp_path / "public")

    assert result.problems == ()
    page = tree(tmp_path / "public")["flash/2026/raids/index.html"].decode()
    assert '<a href="https://example.com/" rel="noopener noreferrer external">' in page


def test_a_script_that_names_another_host_stops_the_build(tmp_path: Path) -> None:
    """A site may bring scripts of its own; none of them may tell others who reads."""
    site = make_site(
        tmp_path / "site",
        {
            "content/flash/1.md": ITEM + "A.",
            "static/assets/count.js": 'fetch("https://count.example/visit");',
        },
    )

    result = build_site(site, tmp_path / "public")

    assert not result.published
    assert [(found.rule, found.place.path) for found in result.problems] == [
        ("privacy/off-site-request", "static/assets/count.js")
    ]


def test_nothing_outside_the_site_is_read_through_a_link(tmp_path: Path) -> None:
    """A symbolic link in content/ that leads out is a problem, and its text stays where it is."""
    (tmp_path / "secret.md").write_text(ITEM + "The secret.")
    site = make_site(tmp_path / "site", {"content/flash/1.md": ITEM + "A."})
    (site / "content" / "flash" / "2.md").symlink_to(tmp_path / "secret.md")

    result = build_site(site, tmp_path / "public", keep_going=True)

    assert [(found.rule, found.place.path) for found in result.problems] == [
        ("content/link", "content/flash/2.md")
    ]
    assert not any(b"The secret." in data for data in tree(tmp_path / "public").values())


def test_a_failed_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    """Without --keep-going nothing is published; with it, what is good is."""
    site = make_site(tmp_path / "site", {"content/flash/1.md": ITEM + "A."})
    build_site(site, tmp_path / "public")
    before = tree(tmp_path / "public")
    make_site(
        site,
        {
            "content/flash/2.md": ITEM.replace("Raids", "More: raids") + "B.",
            "content/flash/3.md": ITEM.replace("Raids", "Good news") + "C.",
        },
    )

    stopped = build_site(site, tmp_path / "public")
    assert (stopped.published, tree(tmp_path / "public")) == (False, before)

    going_on = build_site(site, tmp_path / "public", keep_going=True)
    assert going_on.problems == stopped.problems != ()
    assert "flash/2026/good-news/index.html" in going_on.written
    assert "flash/2026/raids/index.html" in tree(tmp_path / "public")


def test_a_broken_template_leaves_the_last_good_site(tmp_path: Path) -> None:
    """And names its file and line, so that whoever wrote it finds the mistake."""
    site = make_site(tmp_path / "site", {"content/flash/1.md": ITEM + "A."})
    build_site(site, tmp_path / "public")
    before = tree(tmp_path / "public")
    make_site(
        site,
        {
            "content/flash/1.md": ITEM + "B.",
            "templates/article.html": "<p>\n{{ view.headline }}</p>",
        },
    )

    with pytest.raises(ThemeBroken, match=r"article\.html.*2"):
        build_site(site, tmp_path / "public")

    assert tree(tmp_path / "public") == before


def test_a_form_that_would_be_sent_elsewhere_is_not_published(tmp_path: Path) -> None:
    """Rule `privacy/off-site-form`: the newsletter's own form is the only one that leaves."""
    form = '<form action="https://elsewhere.example/post"><button>Go</button></form>'
    site = make_site(tmp_path / "site", {"newsgen.yaml": CONFIG, "content/flash/1.md": ITEM + form})

    result = build_site(site, tmp_path / "public")

    assert not result.published
    assert {(found.rule, found.place.path) for found in result.problems} == {
        ("privacy/off-site-form", "content/flash/1.md")
    }
