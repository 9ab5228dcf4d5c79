"""Files of a newsroom made odd, by bytes and by lines.

Whoever decides is an argument: Hypothesis, a fuzzer that watches which code runs, or chance.
`pick(n)` answers with a whole number from 0 to n - 1.
"""

from collections.abc import Callable

Pick = Callable[[int], int]
Mutation = Callable[[bytes, bytes, Pick], bytes]
"""From a file, another file, and who decides."""

ODD_BYTES = (
    *(
        b"\x00",
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
    ),
    *(
        b"\xe2\x80\xae",
        b"\xcc\x81",
        b"\x1b[2J",
        b"\r",
        b"\t",
        b"\x07",
        b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
    ),
    *(
        b": ",
        b" #",
        b"- ",
        b"? ",
        b"| ",
        b"> ",
        b"&a ",
        b"*a ",
        b"!a ",
        b"!!python/name:os.system ",
    ),
    *(
        b'"',
        b"'",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b"%",
        b"@",
        b"`",
        b"\\",
        b"<<: ",
        b"---\n",
        b"...\n",
    ),
    *(b"<", b">", b"&amp;", b"<script>", b"<!--more-->", b"](", b"![", b"[^1]: ", b"***", b"```\n"),
    *(b"{{ x }}", b"{% raw %}", b"%s", b"%(x)s", b"$x", b"]]>", b"\n\n    ", b"1" * 40, b"a" * 300),
)
ODD_VALUES = (
    *(
        b"~",
        b"''",
        b"[]",
        b"{}",
        b"[[[]]]",
        b"{a: {b: c}}",
        b"true",
        b"no",
        b"-0",
        b"1e400",
        b".inf",
    ),
    *(b"0x1F", b"012", b"9" * 400, b"2018-02-30", b"03/04/2018", b"0000-00-00", b"9999-12-31"),
    *(b"2018-02-19 25:61", b"2018-02-19T10:00:00+99:99", b"1900-01-01", b"2200-12-31 23:59:59Z"),
    *(
        b"https://",
        b"http://[::1",
        b"https://example.org:99999/",
        b"javascript:alert(1)",
        b"//x.y/",
    ),
    *(
        b"/../../etc/passwd",
        b"/",
        b"#",
        b"?",
        b"a/../b",
        b"%00",
        b"con",
        b"en",
        b"xx-XX",
        b"sr-Latn",
    ),
    *(
        b"BA",
        b"XX",
        b"Spain",
        b"yes",
        b"excerpt",
        b"withdrawn",
        b"unverified",
        b"mailto:a@b",
        b"a@b",
    ),
    *(
        "ћирилица العربية 判決".encode(),
        "e\u0301\u200b\u202e".encode(),
        b"x" * 5000,
        b"|\n  a\n  b",
    ),
    *(b"\n  - a\n  - {b: c}", b"\n  name: x\n  url: https://example.org/", b"{provider: none}"),
    *(
        b"/{slug}/",
        b"/{section}/{year}/{nope}/",
        b"Europe/Sarajevo",
        b"Mars/Olympus",
        b"on",
        b"off",
    ),
)
KEYS = (
    b"title date updated standfirst source rights licence topics countries language "
    b"translation_of authors dateline image content_notes corrections slug aliases id draft "
    b"publish expires status weight silence safeguarding sign_up pick period preheader "
    b"base_url sections timezone feeds ai security checks organisation name url src alt credit "
    b"kind permalink phone verified_on "
).split()


def mutated(data: bytes, other: bytes, pick: Pick, most: int = 6) -> bytes:
    """The file after one mutation or several."""
    for _ in range(1 + pick(most)):
        data = MUTATIONS[pick(len(MUTATIONS))](data, other, pick)
    return data[:LARGEST]


LARGEST = 20_000
"""Bytes; larger ones are refused early, and would make every round a slow one."""


def _change_a_byte(data: bytes, _: bytes, pick: Pick) -> bytes:
    at = pick(len(data) + 1)
    return data[:at] + bytes([pick(256)]) + data[at + 1 :]


def _put_in(data: bytes, _: bytes, pick: Pick) -> bytes:
    at = pick(len(data) + 1)
    return data[:at] + ODD_BYTES[pick(len(ODD_BYTES))] + data[at:]


def _take_out(data: bytes, _: bytes, pick: Pick) -> bytes:
    at = pick(len(data) + 1)
    return data[:at] + data[at + 1 + pick(40) :]


def _cut(data: bytes, _: bytes, pick: Pick) -> bytes:
    return data[: pick(len(data) + 1)]


def _splice(data: bytes, other: bytes, pick: Pick) -> bytes:
    return data[: pick(len(data) + 1)] + other[pick(len(other) + 1) :]


def _drop_a_line(data: bytes, _: bytes, pick: Pick) -> bytes:
    lines = data.split(b"\n")
    del lines[pick(len(lines))]
    return b"\n".join(lines)


def _repeat_a_line(data: bytes, other: bytes, pick: Pick) -> bytes:
    lines, others = data.split(b"\n"), (data, other)[pick(2)].split(b"\n")
    lines.insert(pick(len(lines)), others[pick(len(others))])
    return b"\n".join(lines)


def _swap_lines(data: bytes, _: bytes, pick: Pick) -> bytes:
    lines = data.split(b"\n")
    one, two = pick(len(lines)), pick(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _indent(data: bytes, _: bytes, pick: Pick) -> bytes:
    lines = data.split(b"\n")
    at = pick(len(lines))
    lines[at] = (b"  ", b"\t", b"- ", b"# ", b"    ", b"> ")[pick(6)] + lines[at]
    return b"\n".join(lines)


def _change_a_value(data: bytes, _: bytes, pick: Pick) -> bytes:
    lines = data.split(b"\n")
    keyed = [number for number, line in enumerate(lines) if b":" in line]
    if not keyed:
        return data
    at = keyed[pick(len(keyed))]
    key, colon, _ = lines[at].partition(b":")
    lines[at] = key + colon + b" " + ODD_VALUES[pick(len(ODD_VALUES))]
    return b"\n".join(lines)


def _add_a_key(data: bytes, _: bytes, pick: Pick) -> bytes:
    lines = data.split(b"\n")
    line = KEYS[pick(len(KEYS))] + b": " + ODD_VALUES[pick(len(ODD_VALUES))]
    lines.insert(1 if pick(2) else pick(len(lines) + 1), line)
    return b"\n".join(lines)


def _rename_a_key(data: bytes, _: bytes, pick: Pick) -> bytes:
    lines = data.split(b"\n")
    keyed = [number for number, line in enumerate(lines) if b":" in line]
    if not keyed:
        return data
    at = keyed[pick(len(keyed))]
    lines[at] = KEYS[pick(len(KEYS))] + b":" + lines[at].partition(b":")[2]
    return b"\n".join(lines)


def _other_line_ends(data: bytes, _: bytes, pick: Pick) -> bytes:
    return data.replace(b"\n", (b"\r\n", b"\r")[pick(2)])


MUTATIONS: tuple[Mutation, ...] = (
    _change_a_byte,
    _put_in,
    _put_in,
    _take_out,
    _cut,
    _splice,
    _drop_a_line,
    _repeat_a_line,
    _swap_lines,
    _indent,
    _change_a_value,
    _change_a_value,
    _add_a_key,
    _add_a_key,
    _rename_a_key,
    _other_line_ends,
)
