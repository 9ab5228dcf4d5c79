"""Whether the times of a file tell that it is what it was.

They lie in a fresh checkout, and a file may be written twice within one tick of the clock; then its
bytes decide, by digest, as in git ("racy git", Documentation/technical/racy-git.txt).
"""

RACY_NS = 2_000_000_000
"""A file changed this shortly before it was read may have changed again within its time stamp."""


def is_settled(mtime_ns: int, ctime_ns: int, read_ns: int) -> bool:
    """Whether a file with these times, read then, must get others when it is written again."""
    return max(mtime_ns, ctime_ns) < settled_before(read_ns)


def settled_before(read_ns: int) -> int:
    """Files that were read then are settled if both of their times lie before this one."""
    return read_ns - RACY_NS
