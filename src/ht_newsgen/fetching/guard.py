"""Whom one may ask: hosts of the public internet alone.

An address in an item is text that somebody else may have written. Followed blindly, it would let
its writer knock at doors behind the newsroom's own (server-side request forgery), so the addresses
that a name stands for are looked at before anything is sent, and it is those that are asked.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa")
"""Names below which no public host is (RFC 6761, 6762 and 8375, and `internal`, which ICANN has set
aside); `intranet` and `lan` are what people use all the same."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""An IPv4 address is inside of these (RFC 6052)."""


def is_public(address: str) -> bool:
    """Whether this is the address of a host that anybody can ask, in digits (RFC 6890)."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inside(parsed)
    if inner is not None:
        return inner.is_global and not inner.is_multicast
    return parsed.is_global and not parsed.is_multicast


def is_private_host(host: str) -> bool:
    """Whether the host of an address cannot be a public one, by its name alone."""
    host = host.rstrip(".").lower()
    try:
        ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return "." not in host or any(host.endswith(f".{name}") for name in LOCAL_NAMES)
    return not is_public(host.strip("[]"))


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that stands inside one of IPv6."""
    if isinstance(address, IPv4Address):
        return None
    if address in _TRANSLATED:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour
