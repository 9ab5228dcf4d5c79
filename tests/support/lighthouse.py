"""Lighthouse over pages, one after the other, in one Chromium; what it says as values.

Its defaults judge: a phone of the middle class on a slow connection. The time such a phone takes
is *simulated* from what was loaded and what was done, so no slow line is waited for. It counts as
`SLOWDOWN` times slower than this machine, which is right for a quick one with nothing else to do.
Where that gives less than 100, the page is judged again by how quick the machine was then: each
run measures it. What it does meanwhile makes the work longer and never shorter: of several runs the
best is the one nearest to the truth, and a page that is slow by itself is slow in all of them.
"""

import json
import subprocess
import tempfile
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.support import browser, chromium, tools

SPEED = "performance"
CATEGORIES = (SPEED, "accessibility", "best-practices", "seo")
RUNS = 8
SLOWDOWN = 4.0
"""How much slower than this machine Lighthouse takes the phone to be."""
PHONE = 700
"""The phone on the scale by which Lighthouse measures machines (`environment.benchmarkIndex`).

Chromium's developer tools take 264 for a cheap phone and 1,000 for one of the middle class; the
machines on which one develops have about 3,000.
"""
AGAIN = 2
"""How often it is asked once more when it says that something of its own went wrong."""
PATIENCE = 180
"""Seconds after which a run counts as hanging."""
SCRIPT = Path(__file__).with_suffix(".mjs")


@dataclass(frozen=True, slots=True)
class Report:
    """What was said of one page."""

    scores: dict[str, int]
    """From 0 to 100, by category."""
    faults: tuple[str, ...]
    """What took points away, as `id: title (details)`."""


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """What was said of one page in one category."""

    score: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """A running Lighthouse with its browser."""

    process: subprocess.Popen[str]
    complaints: IO[str]

    def judge(
        self,
        url: str,
        *,
        without: Collection[str] = (),
        runs: int = RUNS,
        slowdown: float = SLOWDOWN,
    ) -> Report:
        """The report of one page: its speed is that of the first run with 100, else the best.

        What the other categories say is the same in every run, so they are asked once.
        `without` names audits that are left out; `slowdown` is that of the first run. Raises
        `RuntimeError` when it could not judge.
        """
        verdicts, index = self._run(url, CATEGORIES, without, slowdown)
        for _ in range(runs - 1):
            if verdicts[SPEED].score == 100:
                break
            again, index = self._run(url, (SPEED,), without, slowdown_on(index))
            verdicts[SPEED] = max(verdicts[SPEED], again[SPEED])
        return Report(
            scores={name: verdict.score for name, verdict in verdicts.items()},
            faults=tuple(sorted({fault for one in verdicts.values() for fault in one.faults})),
        )

    def _run(
        self, url: str, categories: Collection[str], without: Collection[str], slowdown: float
    ) -> tuple[dict[str, Verdict], float]:
        """What is said by category, and how quick the machine was meanwhile."""
        wish = {
            "url": url,
            "throttlingMethod": "simulate",
            "throttling": {"cpuSlowdownMultiplier": slowdown},
            "onlyCategories": list(categories),
            "skipAudits": list(without),
            "disableFullPageScreenshot": True,  # for people who read the report; no audit asks it
        }
        result = self._answer(wish)
        for _ in range(AGAIN):
            if "runtimeError" not in result:
                break
            result = self._answer(wish)
        return _verdicts(result, categories), result["environment"]["benchmarkIndex"]

    def _answer(self, wish: dict[str, object]) -> dict[str, Any]:
        """What Lighthouse found."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        watch = threading.Timer(PATIENCE, self.process.terminate)
        watch.start()
        self.process.stdin.write(json.dumps(wish) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        watch.cancel()
        if not answer:
            self.complaints.seek(0)
            raise RuntimeError(f"Lighthouse did not run:\n{self.complaints.read()}")
        found: dict[str, Any] = json.loads(answer)
        return found


def slowdown_on(index: float) -> float:
    """How much slower the phone is than a machine of this index; never more than by default."""
    return min(SLOWDOWN, max(1.0, index / PHONE))


@contextmanager
def judging() -> Iterator[Judge]:
    """A Lighthouse that has been started once for all pages; to be the body of a fixture."""
    executable = chromium.find()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
        process = subprocess.Popen(
            [
                str(tools.node()),
                str(SCRIPT),
                str(tools.lighthouse()),
                str(executable),
                "--headless=new",
                *browser.settings(),
            ],
            env=chromium.environment(executable),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
        )
        with process:  # which closes its input, so it ends its browser and itself
            yield Judge(process, complaints)


def _verdicts(result: dict[str, Any], categories: Collection[str]) -> dict[str, Verdict]:
    if "runtimeError" in result:
        raise RuntimeError(f"Lighthouse could not judge: {result['runtimeError']['message']}")
    return {name: _verdict(result["categories"][name], result["audits"]) for name in categories}


def _verdict(category: dict[str, Any], audits: dict[str, Any]) -> Verdict:
    weighty = {ref["id"] for ref in category["auditRefs"] if ref["weight"] and ref["id"] in audits}
    return Verdict(
        score=round(100 * category["score"]),
        faults=tuple(
            f"{name}: {audit['title']} ({audit.get('displayValue') or audit.get('explanation')})"
            for name, audit in ((name, audits[name]) for name in sorted(weighty))
            if audit["score"] is not None and audit["score"] < 0.9
        ),
    )
