"""Measurements as Markdown tables for docs/performance.md, and as JSON."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from statistics import median

from benchmarks.edits import KINDS
from benchmarks.measure import Cost, Made

MEASURE_OF_ALL = "hugo"
"""The peer that the others are compared with."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One build."""

    turn: int
    kind: str
    generator: str
    cost: Cost


@dataclass(slots=True)
class Series:
    """All builds of sites of one size."""

    items: int
    samples: list[Sample] = field(default_factory=list)
    made: dict[str, Made] = field(default_factory=dict)

    def costs(self, kind: str, generator: str) -> dict[int, Cost]:
        """By round."""
        of_these = (s for s in self.samples if (s.kind, s.generator) == (kind, generator))
        return {sample.turn: sample.cost for sample in of_these}

    def kinds(self) -> list[str]:
        """Those that were measured, in their order."""
        measured = {sample.kind for sample in self.samples}
        return [kind for kind in KINDS if kind in measured]


def tables(series: Series) -> str:
    """Times, ratios, work, memory and what was made; medians, with least and most in brackets."""
    parts = [
        ("Time from start to end, in seconds", lambda s, k, g: spread(wall(s, k, g))),
        (f"Ratio of that to {MEASURE_OF_ALL}'s in the same round", ratio_cell),
        ("CPU time, in seconds", lambda s, k, g: middle(c.cpu for c in s.costs(k, g).values())),
        (
            "Peak memory of the largest process, in MB",
            lambda s, k, g: middle((c.memory / 1e6 for c in s.costs(k, g).values()), "{:.0f}"),
        ),
    ]
    text = [table(series, title, cell) for title, cell in parts]
    return "\n".join((*text, made_table(series)))


Cell = Callable[[Series, str, str], str]


def table(series: Series, title: str, cell: Cell) -> str:
    """A line for each kind of edit, a column for each generator."""
    generators = list(series.made)
    head = [f"{title} ({series.items:,} items)", *generators]
    rows = [[KINDS[k], *(cell(series, k, g) for g in generators)] for k in series.kinds()]
    return markdown(head, rows)


def made_table(series: Series) -> str:
    """That all have made the same."""
    rows = [
        [name, f"{made.html:,}", f"{made.files - made.html:,}", f"{made.size / 1e6:.1f}"]
        for name, made in series.made.items()
    ]
    return markdown(["What a clean build made", "HTML files", "other files", "MB"], rows)


def growth_tables(several: list[Series]) -> str:
    """A line for each size, a column for each kind of build and generator; and memory."""
    pairs = [(kind, name) for kind in several[0].kinds() for name in several[0].made]
    head = ["Items", *(f"{KINDS[kind]}, {name} (s)" for kind, name in pairs)]
    rows = [[f"{s.items:,}", *(spread(wall(s, *pair)) for pair in pairs)] for s in several]
    peak_head = ["Items", *(f"peak memory, {name} (MB)" for name in several[0].made)]
    peaks = [[f"{s.items:,}", *(f"{peak(s, name) / 1e6:.0f}" for name in s.made)] for s in several]
    return "\n".join((markdown(head, rows), markdown(peak_head, peaks)))


def as_json(several: list[Series]) -> list[object]:
    """Every single measurement."""
    return [asdict(series) for series in several]


def wall(series: Series, kind: str, generator: str) -> list[float]:
    """Seconds of each round."""
    return [cost.wall for cost in series.costs(kind, generator).values()]


def peak(series: Series, generator: str) -> int:
    """The most memory that any build took, in bytes."""
    return max(s.cost.memory for s in series.samples if s.generator == generator)


def ratio_cell(series: Series, kind: str, generator: str) -> str:
    """Each round against the other generator's build of the same round."""
    others = series.costs(kind, MEASURE_OF_ALL)
    own = series.costs(kind, generator)
    return spread([own[turn].wall / others[turn].wall for turn in own if turn in others])


def spread(numbers: Sequence[float], form: str = "{:.2f}") -> str:
    """`2.66 (2.60–2.71)`."""
    if not numbers:
        return "–"
    middle, least, most = map(form.format, (median(numbers), min(numbers), max(numbers)))
    return f"{middle} ({least}–{most})"


def middle(numbers: Iterable[float], form: str = "{:.2f}") -> str:
    """The median alone."""
    values = list(numbers)
    return form.format(median(values)) if values else "–"


def markdown(head: list[str], rows: list[list[str]]) -> str:
    """A table; the first column is text, the others are numbers."""
    rule = ["---", *("---:" for _ in head[1:])]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *rows))
