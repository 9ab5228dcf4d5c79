"""The corpus of the benchmarks: what is measured must be the same thing next year."""

from collections import Counter
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from benchmarks import registers
from benchmarks.corpus import FIRST_DAY, LAST_DAY, PHRASES, make_corpus, make_item
from benchmarks.generators.generator import ROOT, write_site
from benchmarks.generators.ours import CLOCK, OURS
from benchmarks.items import FLASH, PAGES, STORY
from ht_newsgen.build.options import Options
from ht_newsgen.build.start import build
from ht_newsgen.kit.digest import digest

A_THOUSAND = tuple(islice(make_corpus(1000), 1000))


def test_the_corpus_never_changes() -> None:
    """Figures of different days can be compared only while the texts are the same to the byte."""
    texts = "\n".join(
        part
        for item in A_THOUSAND
        for part in (item.permalink, item.title, item.standfirst, item.body, *item.topics)
    )
    assert digest(texts.encode()) == "b99458fdfb8f6fdb784d526d7a41b2a4"


def test_a_larger_corpus_begins_with_the_smaller_one() -> None:
    """An item depends on its number alone."""
    assert tuple(islice(make_corpus(1200), 1000)) == A_THOUSAND


def test_most_items_are_short_and_a_few_are_long() -> None:
    """Sixty notes, thirty-eight stories and two long documents in a hundred."""
    sections = Counter(item.section for item in A_THOUSAND)
    long = [item for item in A_THOUSAND if item.body.count("\n## ") >= 8]

    assert 560 < sections[FLASH] < 640
    assert sections[FLASH] + sections[STORY] == 1000
    assert 8 < len(long) < 35


def test_every_language_and_every_form_of_text_occurs() -> None:
    """What is never written is never measured."""
    languages = {item.language for item in A_THOUSAND}
    forms = {"## ": 0, "- ": 0, "1. ": 0, "> ": 0, "|---": 0, "[^1]: ": 0, "**": 0}
    for item in A_THOUSAND:
        for form in forms:
            forms[form] += any(line.startswith(form) for line in item.body.splitlines())

    assert languages == set(PHRASES)
    assert [form for form, times in forms.items() if not times] == []
    assert any("](https://" in item.body for item in A_THOUSAND)


def test_no_two_items_have_one_address() -> None:
    """Otherwise a site would refuse to be built."""
    permalinks = Counter(item.permalink for item in make_corpus(1000))
    assert [permalink for permalink, times in permalinks.items() if times > 1] == []


def test_items_refer_only_to_what_is_declared() -> None:
    """Topics, countries, sources and authors are in the registers."""
    for item in A_THOUSAND:
        assert set(item.topics) <= set(registers.TOPICS)
        assert set(item.countries) <= set(registers.COUNTRIES)
        assert set(item.authors) <= set(registers.AUTHORS)
        assert item.source in {"", *registers.SOURCES}
        assert FIRST_DAY <= item.date <= LAST_DAY


def test_a_day_that_is_given_changes_nothing_but_the_day() -> None:
    """How the benchmark adds the newest item of all."""
    item, dated = make_item(7), make_item(7, day=date(2026, 1, 2))

    assert dated.permalink == item.permalink.replace(str(item.date.year), "2026")
    assert (dated.title, dated.body) == (item.title, item.body)


def test_a_site_of_the_corpus_has_no_problem(tmp_path: Path) -> None:
    """Not even a warning: the benchmark shall not measure how mistakes are told."""
    write_site(OURS, tmp_path / "site", make_corpus(40))
    options = Options(
        root=tmp_path / "site",
        output=tmp_path / "out",
        theme=ROOT,
        now=datetime.fromisoformat(CLOCK),
        dry_run=True,
    )
    result = build(options)

    assert result.problems == ()
    assert result.planned > 40 + len(registers.PAGES)
    assert PAGES not in {item.section for item in A_THOUSAND}
