"""`ht-newsgen new`: one more item, complete and valid, in the right place."""

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ht_newsgen.cli.composing import compose
from ht_newsgen.cli.drafting import draft_item, path_of, tidy
from ht_newsgen.kit.problems import has_errors
from ht_newsgen.model.article import Article
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.config import parse_config
from ht_newsgen.reading.media import picture_lookup
from tests.unit.cli.conftest import NEWSGEN_YAML, NOON, Bench

FULL = (
    "new", "flash", "Raids: two countries", "--date", "2018-02-22", "--standfirst", "Twelve free.",
    "--topic", "police", "--country", "ba", "--country", "HR", "--language", "bs", "--draft",
    "--source-name", "Europol", "--source-url", "https://www.europol.europa.eu/x",
    "--rights", "licensed", "--licence", "CC-BY-4.0", "--slug", "raids",
)  # fmt: skip


def test_a_title_is_enough(bench: Bench, site: Path) -> None:
    """The path is all that standard output holds, so that an editor can be given it."""
    path = "content/flash/2026/raids-in-two-countries.md"

    assert bench("new", "flash", "Raids in two countries") == (0, f"{path}\n", "")
    assert site.joinpath(path).read_bytes() == (
        b"---\n"
        b"id: flash-2026-raids-in-two-countries\n"
        b"title: Raids in two countries\n"
        b"slug: raids-in-two-countries\n"
        b"date: 2026-01-05\n"
        b"rights: own\n"
        b"---\n"
        b"\n"
    )


def test_every_option_reaches_the_item(bench: Bench, site: Path) -> None:
    """And the item reads back as what was asked for."""
    code, out, err = bench(*FULL)

    assert (code, out, err) == (0, "content/flash/2018/raids.md\n", "")
    text = site.joinpath("content/flash/2018/raids.md").read_text()
    assert text == (
        "---\n"
        "id: flash-2018-raids\n"
        'title: "Raids: two countries"\n'
        "slug: raids\n"
        "date: 2018-02-22\n"
        "draft: true\n"
        "standfirst: Twelve free.\n"
        "language: bs\n"
        "source:\n"
        "  name: Europol\n"
        "  url: https://www.europol.europa.eu/x\n"
        "rights: licensed\n"
        "licence: CC-BY-4.0\n"
        "topics: [police]\n"
        "countries: [BA, HR]\n"
        "---\n"
        "\n"
    )


def test_a_standing_page_lies_in_its_section_s_folder(bench: Bench, site: Path) -> None:
    """Without a year, since it has no date."""
    assert bench("new", "pages", "--title", "Our work")[:2] == (0, "content/pages/our-work.md\n")
    assert site.joinpath("content/pages/our-work.md").exists()


def test_nothing_is_ever_overwritten(bench: Bench, site: Path) -> None:
    """The second one is told which way out there is."""
    bench("new", "pages", "Work")
    file = site / "content" / "pages" / "work.md"
    file.write_text("mine")

    assert bench("new", "pages", "Work") == (
        2,
        "",
        "ht-newsgen: content/pages/work.md is there already; give another name with --slug.\n",
    )
    assert file.read_text() == "mine"


def test_without_a_title_and_a_terminal_it_says_what_is_missing(bench: Bench, site: Path) -> None:
    """A script cannot answer questions."""
    told = (
        "ht-newsgen: A title is missing; give one after the section: "
        'ht-newsgen new flash "Raids in two countries"\n'
    )

    assert bench("new", "flash") == (2, "", told)
    assert not site.joinpath("content", "flash").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["flahs", "Raids"], "There is no section 'flahs' in newsgen.yaml. Did you mean 'flash'?"),
        (["flash", "Raids", "--title", "Raids"], "The title is given twice"),
        (["flash", "Raids", "--topic", "polcie"], "Did you mean 'police'?"),
        (["flash", "Raids", "--source-url", "example.org"], "front-matter/value"),
        (["flash", "Raids", "--country", "XQ"], "front-matter/value"),
        (["flash", "Raids", "--rights", "licensed"], "rights/licence"),
        (["flash", "Raids", "--language", "klingon"], "front-matter/value"),
    ],
)
def test_what_would_not_be_valid_is_not_written(
    bench: Bench, site: Path, words: list[str], told: str
) -> None:
    """The item is read before it is written, as the build would read it."""
    code, out, err = bench("new", *words)

    assert (code, out) == (2, "")
    assert told in err
    assert not site.joinpath("content", "flash").exists()


def test_a_section_s_folder_that_leads_elsewhere_is_not_written_to(
    bench: Bench, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing is written outside the site."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    site.joinpath("content", "pages").symlink_to(elsewhere)

    code, _, err = bench("new", "pages", "Work")

    assert (code, list(elsewhere.iterdir())) == (2, [])
    assert "leads out of the site" in err


@given(st.text(min_size=1, max_size=120), st.text(max_size=120))
@example("Raids: a second day # of many", "'{{ raids }}' & \"more\" \\")
@example("no", "---")
@example("\u202eRaids\u2028\x85\ufeff", "...")
def test_any_title_reads_back_as_itself(title: str, standfirst: str) -> None:
    """Whatever is typed, the file holds it, and the build reads it."""
    config, _ = parse_config(NEWSGEN_YAML.encode())
    assert config is not None
    section = config.sections[0]
    assume(tidy(title))
    item = draft_item(config, section, (), NOON, title=title, standfirst=standfirst)

    path = path_of(section, item)
    reading = parse_item(compose(item).encode(), path, config, picture_lookup(Path(), path))

    assert not has_errors(reading.problems)
    assert isinstance(reading.item, Article)
    assert (reading.item.title, reading.item.slug, reading.item.id, reading.item.standfirst) == (
        item.title,
        item.slug,
        item.id,
        item.standfirst,
    )
