"""What the benchmark prints."""

from benchmarks.measure import Cost, Made
from benchmarks.report import Sample, Series, growth_tables, tables

SERIES = Series(
    items=1000,
    samples=[
        Sample(1, "clean", "ht-newsgen", Cost(wall=2.0, cpu=3.0, memory=50_000_000)),
        Sample(1, "clean", "hugo", Cost(wall=1.0, cpu=1.5, memory=200_000_000)),
        Sample(2, "clean", "ht-newsgen", Cost(wall=3.0, cpu=3.2, memory=60_000_000)),
        Sample(2, "clean", "hugo", Cost(wall=2.0, cpu=1.7, memory=210_000_000)),
        Sample(3, "clean", "ht-newsgen", Cost(wall=2.5, cpu=3.1, memory=70_000_000)),
    ],
    made={
        "ht-newsgen": Made(html=1200, files=1260, size=9_000_000),
        "hugo": Made(html=1200, files=1250, size=8_800_000),
    },
)

TABLES = """\
| Time from start to end, in seconds (1,000 items) | ht-newsgen | hugo |
| --- | ---: | ---: |
| clean build | 2.50 (2.00–3.00) | 1.50 (1.00–2.00) |

| Ratio of that to hugo's in the same round (1,000 items) | ht-newsgen | hugo |
| --- | ---: | ---: |
| clean build | 1.75 (1.50–2.00) | 1.00 (1.00–1.00) |

| CPU time, in seconds (1,000 items) | ht-newsgen | hugo |
| --- | ---: | ---: |
| clean build | 3.10 | 1.60 |

| Peak memory of the largest process, in MB (1,000 items) | ht-newsgen | hugo |
| --- | ---: | ---: |
| clean build | 60 | 205 |

| What a clean build made | HTML files | other files | MB |
| --- | ---: | ---: | ---: |
| ht-newsgen | 1,200 | 60 | 9.0 |
| hugo | 1,200 | 50 | 8.8 |
"""

GROWTH = """\
| Items | clean build, ht-newsgen (s) | clean build, hugo (s) |
| --- | ---: | ---: |
| 1,000 | 2.50 (2.00–3.00) | 1.50 (1.00–2.00) |

| Items | peak memory, ht-newsgen (MB) | peak memory, hugo (MB) |
| --- | ---: | ---: |
| 1,000 | 70 | 210 |
"""


def test_a_ratio_is_taken_within_a_round() -> None:
    """A machine that is slow for a while is slow for both; rounds without a pair do not count."""
    assert tables(SERIES) == TABLES


def test_growth_has_a_line_for_each_size() -> None:
    """With the most memory that any build of that size took."""
    assert growth_tables([SERIES]) == GROWTH


def test_nothing_measured_is_an_empty_table() -> None:
    """When the first build of all fails."""
    assert "| --- |\n" in tables(Series(items=10))
