"""Native modules that were built on a newer system than this one.

The GNU C library numbers its functions by the version that brought them, and a module says which
of these numbers it asks for. One that this machine does not have keeps the whole module from
loading, even where all functions of it are such as the module can do without (weak symbols), which
is how Rust's standard library asks for new ones. The format knows a mark for that, VER_FLG_WEAK of
the Linux Standard Base (Symbol Versioning), which linkers do not set; here it is set.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

NEEDED_VERSIONS = 0x6FFFFFFE  # SHT_GNU_verneed
OPTIONAL = 0x2  # VER_FLG_WEAK
SECTION = struct.Struct("<IIQQQQIIQQ")  # Elf64_Shdr
NEED = struct.Struct("<HHIII")  # Elf64_Verneed
NUMBER = struct.Struct("<IHHII")  # Elf64_Vernaux


@dataclass(frozen=True, slots=True)
class Wanted:
    """A version that a module asks for."""

    name: str
    """`GLIBC_2.39`."""
    flags: int
    at: int
    """Where its flags are in the file."""


def without_newer(module: bytes, own: str) -> bytes:
    """The module, to which all versions after `own`, such as `2.36`, are optional.

    A function of them that it cannot do without still ends it, with the function's name.
    """
    changed = bytearray(module)
    for wanted in wanted_versions(module):
        if _numbers(wanted.name) > _numbers(own):
            struct.pack_into("<H", changed, wanted.at, wanted.flags | OPTIONAL)
    return bytes(changed)


def wanted_versions(module: bytes) -> Iterator[Wanted]:
    """All of the GNU C library's that an ELF file of 64 bits asks for."""
    (table,) = struct.unpack_from("<Q", module, 0x28)
    (count,) = struct.unpack_from("<H", module, 0x3C)
    sections = [SECTION.unpack_from(module, table + n * SECTION.size) for n in range(count)]
    for _, kind, _, _, start, _, names, files, _, _ in sections:
        if kind == NEEDED_VERSIONS:
            yield from _wanted(module, start, files, sections[names][4])


def _wanted(module: bytes, need: int, files: int, names: int) -> Iterator[Wanted]:
    for _ in range(files):
        _, versions, _, first, following = NEED.unpack_from(module, need)
        number = need + first
        for _ in range(versions):
            _, flags, _, name, step = NUMBER.unpack_from(module, number)
            text = module[names + name : module.index(0, names + name)].decode("ascii")
            if text.startswith("GLIBC_2"):
                yield Wanted(text, flags, number + 4)
            number += step
        need += following


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
