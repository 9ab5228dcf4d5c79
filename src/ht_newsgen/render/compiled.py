"""Templates, compiled, from one run to the next.

Jinja compiles templates to Python. For a page that takes longer than all the rest when one item
has changed, so the code is kept where Python keeps the code of this program, and is trusted as
much: in `__pycache__` beside this file. The settings for that folder apply (PYTHONPYCACHEPREFIX,
PYTHONDONTWRITEBYTECODE), and it may be deleted at any time. Code is never taken from the folders
of a site, not even that of its own templates: who can write there could make it run anything.
"""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ht_newsgen.kit.digest import digest

HERE = Path(cache_from_source(__file__)).parent
SEAL = len(digest(b""))
"""Bytes in front of the code."""


THEME, SITE = "theme", "site"
"""With what the name of a file of code begins."""
MOST = 200
"""Files of sites. A theme has as many templates as it has; of sites there may be any number."""


class TemplateCode(BytecodeCache):
    """The compiled templates of one language, kept in a folder; those of the theme lie in another.

    `program` stands for all that compiles them: a digest of the program and its libraries.
    Constants are worked out by then, so a language has code of its own. What is damaged or made
    by another program is not used; where nothing can be written, nothing is kept.
    """

    def __init__(self, theme: Path, language: str, program: str, kept: Path = HERE) -> None:
        self.theme = theme
        self.language = language
        self.program = program
        self.kept = kept

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The name of the file; empty for a template that lies in none."""
        if filename is None:
            return ""
        whose = THEME if Path(filename).is_relative_to(self.theme) else SITE
        return f"{whose}-{digest(f'{self.language} {filename}'.encode())}.code"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if there is code for it."""
        with suppress(OSError):
            data = (self.kept / bucket.key).read_bytes() if bucket.key else b""
            if data[:SEAL] == self._seal(data[SEAL:]):
                bucket.bytecode_from_string(data[SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds; several processes may do so at once."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        code = bucket.bytecode_to_string()
        file = self.kept / bucket.key
        unfinished = file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.kept.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(self._seal(code) + code)
            unfinished.replace(file)
        if bucket.key.startswith(SITE):
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        """Leave code of sites that were built of late; what is missed is compiled again."""
        with suppress(OSError):  # another process does the same
            of_sites = sorted(
                self.kept.glob(f"{SITE}-*.code"), key=lambda file: file.stat().st_mtime
            )
            for file in of_sites[:-MOST]:
                file.unlink()

    def _seal(self, code: bytes) -> bytes:
        return digest(self.program.encode() + code).encode()
