"""The link report: what `check --external` remembers, one link on each line."""

from datetime import date
from pathlib import Path

import pytest

from ht_newsgen.model.links import LinkRecord, LinkReport, LinkState
from ht_newsgen.reading.link_report import (
    LINK_REPORT_FILE,
    link_report_text,
    parse_link_report,
    read_link_report,
)

REPORT: LinkReport = {
    "https://b.example/": LinkRecord(checked=date(2026, 6, 1), status="200"),
    'https://a.example/ž?x=\\"': LinkRecord(
        checked=date(2026, 6, 2),
        status="404",
        state=LinkState.FAILING,
        failures=2,
        first_failed=date(2026, 6, 1),
    ),
}


def test_a_report_reads_back_as_it_was_written() -> None:
    """In the order of addresses, whatever the order in which they were learned."""
    text = link_report_text(REPORT)

    assert parse_link_report(text.encode()) == (REPORT, ())
    assert [line[:20] for line in text.splitlines()] == [
        "{",
        '"https://a.example/ž',
        '"https://b.example/"',
        "}",
    ]


def test_an_empty_report_is_one_too() -> None:
    """The last link of a site may go."""
    assert parse_link_report(link_report_text({}).encode()) == ({}, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"https://a.example/": {}}',
        '{"https://a.example/": {"checked": "yesterday", "status": "200"}}',
        '{"https://a.example/": {"checked": "2026-06-01", "status": "200", "state": "so so"}}',
        "\udcff",
    ],
)
def test_what_is_no_report_is_told_and_passed_over(text: str) -> None:
    """With what to do."""
    report, problems = parse_link_report(text.encode(errors="surrogateescape"))

    assert report == {}
    assert [(one.rule, one.place.path) for one in problems] == [
        ("external/report", LINK_REPORT_FILE)
    ]


def test_a_site_without_a_report_has_an_empty_one(tmp_path: Path) -> None:
    """It is not a mistake to have asked nobody yet."""
    assert read_link_report(tmp_path) == ({}, ())


def test_a_report_elsewhere_is_not_read(tmp_path: Path) -> None:
    """Nor a folder of its name."""
    (tmp_path / "secret.json").write_text(link_report_text(REPORT))
    file = tmp_path / "site" / LINK_REPORT_FILE
    file.parent.mkdir(parents=True)
    file.symlink_to(tmp_path / "secret.json")
    linked = read_link_report(tmp_path / "site")
    file.unlink()
    file.mkdir()

    assert [one.rule for one in linked[1]] == ["external/report"]
    assert [one.rule for one in read_link_report(tmp_path / "site")[1]] == ["external/report"]
