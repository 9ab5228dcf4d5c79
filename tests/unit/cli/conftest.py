"""A site to stand in, and hands that build nothing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.verifying import Difference
from ht_newsgen.cli.app import run
from ht_newsgen.cli.hands import Hands

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
NEWSGEN_YAML = """\
base_url: https://newsroom.example/
sections:
  - {id: flash, title: News flash, kind: flash}
  - {id: pages, title: About this site, kind: page, permalink: "/{slug}/"}
"""


class Bench:
    """Runs commands in a site, with a build that answers what it is told to."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.result: Result | BaseException = Result(problems=(), published=True)
        self.asked: list[Options] = []
        self.differences: tuple[Difference, ...] = ()
        self.environ: dict[str, str] = {}
        self.is_terminal = False

    def build(self, options: Options, *, waiting: Callable[[], None]) -> Result:
        self.asked.append(options)
        waiting()
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result

    def check(self, options: Options) -> Result:
        return self.build(options, waiting=lambda: None)

    def verify(
        self, options: Options, result: Result, *, waiting: Callable[[], None]
    ) -> tuple[Difference, ...]:
        del options, waiting
        assert result is self.result
        return self.differences

    def __call__(self, *words: str, **others: Any) -> tuple[int, str, str]:
        """Exit code, standard output, standard error; `others` are further hands."""
        hands = Hands(
            build=self.build,
            check=self.check,
            verify=self.verify,
            now=lambda: NOON,
            environ=self.environ,
            is_terminal=lambda: self.is_terminal,
            **others,
        )
        code = run(words, hands)
        out, err = self.capsys.readouterr()
        return code, out, err


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with two sections and a topic, which is where one stands."""
    tmp_path.joinpath("newsgen.yaml").write_text(NEWSGEN_YAML)
    data = tmp_path / "content" / "data"
    data.mkdir(parents=True)
    data.joinpath("topics.yaml").write_text("police: {title: Police}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bench(capsys: pytest.CaptureFixture[str]) -> Bench:
    return Bench(capsys)
