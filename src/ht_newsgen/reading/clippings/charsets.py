"""The bytes of a page as text, whatever its server says of them."""

import codecs
import re

from ht_newsgen.kit.patterns import regex

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED_WITHIN = 4096
"""Bytes; HTML asks for the first 1,024, which many pages miss."""
WINDOWS_FOR = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
"""What these names stand for on the web (WHATWG Encoding, section 4.2)."""
CENTRAL_EUROPEAN = frozenset("bs cs hr hu pl ro sh sk sl sq sr".split())

_IN_HEADER = regex(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_IN_PAGE = regex(
    rb"<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE
)
_LANGUAGE = regex(rb"<html[^>]*?\slang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)


def decode_page(data: bytes, content_type: str = "") -> str:
    """The text of a page; what cannot be read becomes U+FFFD.

    A page that is UTF-8 beyond doubt is read so, whatever is said of it: that is wrong more often
    than text of another encoding looks like UTF-8 by chance.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page that was cut off may end in the middle of a character.
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data.decode("utf-8", errors="ignore")
    declared = _declared(data, content_type)
    if declared == "utf-8":
        found = _LANGUAGE.search(data, 0, DECLARED_WITHIN)
        central = found is not None and found[1].decode().lower() in CENTRAL_EUROPEAN
        stray = data.decode("utf-8", errors="replace").count("\ufffd")
        # A few broken characters in a page of UTF-8, or a page of another encoding.
        broken = stray > 0.5 * sum(byte >= 0x80 for byte in data)
        declared = ("cp1250" if central else "cp1252") if broken else "utf-8"
    return data.decode(declared, errors="replace")


def _declared(data: bytes, content_type: str) -> str:
    """The encoding that the server names, else that of the page, as Python calls it."""
    header = _IN_HEADER.search(content_type)
    inside = _IN_PAGE.search(data, 0, DECLARED_WITHIN)
    names = [header[1]] if header else []
    names += [inside[1].decode("ascii", errors="replace")] if inside else []
    for name in names:
        try:
            found = codecs.lookup(name).name
        except (LookupError, ValueError):
            continue
        if not found.startswith(("utf-16", "utf-32", "utf-7")):  # it was read as ASCII just now
            return WINDOWS_FOR.get(found, found)
    return "utf-8"
