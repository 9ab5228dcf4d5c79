"""Modules that were built on a newer system."""

import struct

from benchmarks.older_libc import (
    NEED,
    NEEDED_VERSIONS,
    NUMBER,
    OPTIONAL,
    SECTION,
    wanted_versions,
    without_newer,
)

NAMES = b"\0libc.so.6\0GLIBC_2.4\0GLIBC_2.36\0GLIBC_2.39\0"
VERSIONS = ("GLIBC_2.4", "GLIBC_2.36", "GLIBC_2.39")


def module() -> bytes:
    """As little of an ELF file as a dynamic loader would read for its versions."""
    needs = NEED.pack(1, len(VERSIONS), 1, NEED.size, 0)
    for version in VERSIONS:
        step = NUMBER.size if version != VERSIONS[-1] else 0
        needs += NUMBER.pack(0, 0, 2, NAMES.index(version.encode()), step)
    names_at, needs_at = 64, 64 + len(NAMES)
    sections = (
        SECTION.pack(0, 3, 0, 0, names_at, len(NAMES), 0, 0, 1, 0),
        SECTION.pack(0, NEEDED_VERSIONS, 0, 0, needs_at, len(needs), 0, 1, 8, 0),
    )
    head = bytearray(64)
    struct.pack_into("<Q", head, 0x28, needs_at + len(needs))
    struct.pack_into("<H", head, 0x3C, len(sections))
    return bytes(head) + NAMES + needs + b"".join(sections)


def flags(of: bytes) -> dict[str, int]:
    """By version."""
    return {wanted.name: wanted.flags for wanted in wanted_versions(of)}


def test_what_this_system_has_stays_demanded() -> None:
    """Versions are compared as numbers: 2.4 came long before 2.36."""
    expected = {"GLIBC_2.4": 0, "GLIBC_2.36": 0, "GLIBC_2.39": OPTIONAL}
    assert flags(without_newer(module(), "2.36")) == expected


def test_a_system_that_is_new_enough_gets_the_module_as_it_is() -> None:
    """To the byte."""
    assert without_newer(module(), "2.39") == module()
