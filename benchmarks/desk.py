"""A site of one generator on disk: where it lies, how it is built, how its past is set aside."""

import itertools
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.generators.generator import Generator
from benchmarks.measure import Cost, measure


@dataclass(slots=True)
class Desk:
    """The work folder of one generator.

    Nothing is deleted while anything is measured: on an ext4 without a journal, creating files
    stays slow for minutes after many were deleted. What is old is renamed away instead.
    """

    generator: Generator
    folder: Path
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def site(self) -> Path:
        """The site's sources."""
        return self.folder / "site"

    @property
    def output(self) -> Path:
        """Where the built site goes."""
        return self.folder / "out"

    def build(self, *more: str) -> Cost:
        """Build, and measure it; raises `RunFailedError`."""
        return self._run([*self.generator.command(self.site, self.output), *more])

    def check(self) -> Cost:
        """Check, where the generator can, and measure it; raises `RunFailedError`."""
        assert self.generator.check is not None
        return self._run(self.generator.check(self.site))

    def _run(self, command: list[str]) -> Cost:
        return measure(command, self.site, self.folder / "log")

    def set_aside(self, path: Path) -> Path:
        """Rename something away, if it is there; returns where it is now."""
        aside = self.folder / "old" / str(next(self._numbers))
        aside.parent.mkdir(exist_ok=True)
        if path.exists():
            path.rename(aside)
        return aside

    def forget_builds(self) -> None:
        """As if nothing had ever been built."""
        self.set_aside(self.output)
        for cache in self.generator.caches:
            self.set_aside(self.site / cache)

    def check_out_anew(self) -> None:
        """A fresh copy of the sources, as git makes it, with the caches of the old one."""
        old = self.set_aside(self.site)
        caches = self.generator.caches
        shutil.copytree(
            old, self.site, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns(*caches)
        )
        for cache in caches:
            if (old / cache).exists():
                (old / cache).rename(self.site / cache)
