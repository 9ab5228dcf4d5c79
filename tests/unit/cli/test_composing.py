"""The text of a new item."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.cli.composing import NewItem, compose, scalar


def test_an_item_has_its_keys_in_the_order_of_the_manual() -> None:
    """What was not given is not there; what needs quotes has them."""
    item = NewItem(
        id="flash-2026-raids",
        title="Raids: two countries",
        slug="raids",
        date="2026-01-05",
        draft=True,
        standfirst="Twelve people are free.",
        language="bs",
        source_name="Europol",
        source_url="https://www.europol.europa.eu/x?y=1#z",
        rights="licensed",
        licence="CC-BY-4.0",
        topics=("police", "no"),
        countries=("BA", "NO"),
    )

    assert compose(item) == (
        "---\n"
        "id: flash-2026-raids\n"
        'title: "Raids: two countries"\n'
        "slug: raids\n"
        "date: 2026-01-05\n"
        "draft: true\n"
        "standfirst: Twelve people are free.\n"
        "language: bs\n"
        "source:\n"
        "  name: Europol\n"
        "  url: https://www.europol.europa.eu/x?y=1#z\n"
        "rights: licensed\n"
        "licence: CC-BY-4.0\n"
        'topics: [police, "no"]\n'
        'countries: [BA, "NO"]\n'
        "---\n"
        "\n"
    )


def test_a_standing_page_needs_little() -> None:
    """No date, no source, no rights."""
    assert compose(NewItem(id="pages-work", title="Work", slug="work")) == (
        "---\nid: pages-work\ntitle: Work\nslug: work\n---\n\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Raids in two countries", "Raids in two countries"),
        ("Žrtve čekaju", "Žrtve čekaju"),
        ('EU\'s "plan", revised', 'EU\'s "plan", revised'),
        ("Raids: a second day", '"Raids: a second day"'),
        ("Raids:", '"Raids:"'),
        ("Issue #5 and #metoo", '"Issue #5 and #metoo"'),
        ("C#", "C#"),
        ("12 arrests", '"12 arrests"'),
        ("2026", '"2026"'),
        ("2018-02-22", '"2018-02-22"'),
        ("No", '"No"'),
        ("null", '"null"'),
        ("- dash", '"- dash"'),
        ('"Quoted"', '"\\"Quoted\\""'),
        ("back\\slash", "back\\slash"),
        ("\\back", '"\\\\back"'),
        ("a\u202eb", '"a\\u202eb"'),
        ("🕊", '"🕊"'),
        ("\U000e0041", '"\\U000e0041"'),
    ],
)
def test_a_text_is_quoted_only_if_it_must_be(text: str, written: str) -> None:
    """Front matter is for people; quotes stand where YAML would read something else."""
    assert scalar(text) == written


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_text_reads_back_as_itself(text: str) -> None:
    """By YAML 1.1, the most forgetful reader there is, as a value, in a list and in a mapping."""
    written = compose(NewItem(id=text, title=text, slug="x", source_name=text, topics=(text, "x")))

    front = yaml.safe_load(written.removeprefix("---\n").removesuffix("---\n\n"))

    assert front == {
        "id": text,
        "title": text,
        "slug": "x",
        "source": {"name": text},
        "topics": [text, "x"],
    }
