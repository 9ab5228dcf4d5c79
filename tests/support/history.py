"""A site with a history of edits and builds, which every clean build must agree with."""

import shutil
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.start import build
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.site import Show
from tests.support import edits
from tests.support.sites import NOW, ROOT, forget, tree


class History:
    """Builds one site into two folders, with one cache, and builds it clean beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = edits.fresh_site(folder / "site")
        self.outputs = (folder / "public", folder / "elsewhere" / "public")
        self.options = Options(root=self.root, output=self.outputs[0], theme=ROOT, now=NOW)
        self.checks = 0
        self.built_clean: dict[str, tuple[Result, dict[str, bytes]]] = {}
        """By what was built; a history that comes back to where it was need not find out again."""

    def wish(
        self,
        *,
        drafts: bool = False,
        strict: bool = False,
        keep_going: bool = False,
        base_url: str = "",
    ) -> None:
        """Another preview, another severity, another address."""
        self.options = Options(
            root=self.root,
            output=self.options.output,
            theme=ROOT,
            now=self.options.now,
            show=Show(drafts=drafts, future=drafts),
            strict=strict,
            keep_going=keep_going,
            base_url=base_url,
        )

    def now(self, hours: int) -> None:
        """Another time: so many hours from the beginning."""
        self._set(now=NOW + timedelta(hours=hours))

    def into(self, number: int) -> None:
        """The other output folder."""
        self._set(output=self.outputs[number])

    def check(self) -> Result:
        """Build, and compare with a clean build; then nothing is left to do. The first result.

        That there is nothing is found out now and then, and known the other times.
        """
        before = tree(self.options.output)
        result = build(self.options)
        clean, made = self._clean()
        after = tree(self.options.output)
        assert result.problems == clean.problems
        assert result.left_out == clean.left_out
        assert (result.published, result.planned) == (clean.published, clean.planned)
        expected = made if clean.published else before
        assert differing(after, expected) == {}
        assert result.notes == ()
        if result.published:
            self.checks += 1
            if self.checks % 4 == 1:
                forget(self.root)
            again = build(self.options)
            assert (again.reasons, again.written, again.removed) == ({}, (), ())
            assert (again.problems, again.left_out) == (clean.problems, clean.left_out)
            assert (again.published, again.unchanged) == (True, clean.planned)
        return result

    def _clean(self) -> tuple[Result, dict[str, bytes]]:
        """The same, built from nothing, and every file that it has.

        By one process: for a site so small, that takes half of what several do, and it must make
        no difference.
        """
        options = replace(self.options, output=self.folder / "clean", cache=False, jobs=1)
        files = tree(self.root, without=".cache")
        sealed = {path: digest(data) for path, data in files.items()}
        made_of = digest(f"{options!r} {sealed!r}".encode())
        if made_of not in self.built_clean:
            shutil.rmtree(options.output, ignore_errors=True)
            self.built_clean[made_of] = build(options), tree(options.output)
        return self.built_clean[made_of]

    def _set(self, **changes: object) -> None:
        self.options = replace(self.options, **changes)


def differing(tree: dict[str, bytes], other: dict[str, bytes]) -> dict[str, object]:
    """What one tree has and the other has not, by path."""
    return {
        path: (tree.get(path), other.get(path))
        for path in tree.keys() | other.keys()
        if tree.get(path) != other.get(path)
    }
