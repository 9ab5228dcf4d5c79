"""A small site, and proofs of it without a server."""

from pathlib import Path

import pytest

from ht_newsgen.build.options import Options
from ht_newsgen.model.site import Show
from ht_newsgen.serve.answers import Answer, answering
from ht_newsgen.serve.compose import compose
from ht_newsgen.serve.means import Means
from ht_newsgen.serve.patch import patched
from ht_newsgen.serve.proof import Proof
from ht_newsgen.serve.texts import Reader
from tests.support.sites import NOW, ROOT, make_site

ORIGIN = "http://127.0.0.1:1313"
CONFIGURATION = """\
base_url: https://example.org/newsroom/
title: The newsroom
sections:
  - {id: flash, title: Flash, kind: flash, front_page: 5}
  - {id: pages, title: Pages, kind: page, permalink: "/{slug}/"}
"""
FILES = {
    "newsgen.yaml": CONFIGURATION,
    "content/data/topics.yaml": "borders: {title: Borders}\n",
    "content/flash/farm.md": "---\ntitle: The farm\ndate: 2026-01-05\n---\n\nNine people.\n",
    "content/flash/raids.md": "---\ntitle: Raids\ndate: 2026-02-05\n---\n\nTwo countries.\n",
    "content/pages/about.md": "---\ntitle: About\n---\n\nWho we are.\n",
}
FARM = "/newsroom/flash/2026/the-farm/"


class Desk:
    """A site on the disk, and the newest proof of it."""

    def __init__(self, root: Path, show: Show) -> None:
        self.root = root
        options = Options(root=root, output=root / "public", theme=ROOT, now=NOW, show=show)
        self.bugs: list[Exception] = []
        self.means = Means(
            options=options,
            origin=ORIGIN,
            now=lambda: NOW,
            read=Reader(options),
            recent={},
            bug=self.bug,
        )
        self.answering = answering(root, self.bug)
        self.proof = compose(self.means, Proof(base_url=f"{ORIGIN}/"), ())

    def bug(self, error: Exception) -> str:
        self.bugs.append(error)
        return f"a bug: {error}"

    def save(self, path: str, text: str | None) -> Path:
        """Write a file, or delete it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
        return file

    def change(self, path: str, old: str, new: str) -> Path:
        """Write a file anew with other words in it."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        return self.save(path, text.replace(old, new))

    def compose(self, *touched: Path) -> Proof:
        """The whole site anew."""
        self.proof = compose(self.means, self.proof, touched)
        return self.proof

    def patched(self, *touched: Path) -> Proof | None:
        """What is set anew at once."""
        return patched(self.means, self.proof, touched)

    def answer(self, path: str, proof: Proof | None = None) -> Answer:
        return self.answering(proof or self.proof, path)

    def shown(self, path: str, proof: Proof | None = None) -> str:
        """The page at a path."""
        return self.answer(path, proof).data.decode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The small site, with drafts."""
    site = make_site(tmp_path / "site", {**FILES})
    return Desk(site, Show(drafts=True, future=True))
