"""The parts of an item's addresses: its slug, its permanent id, its old paths, its countries."""

import re
from unicodedata import category, normalize

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import UNSAID, say
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.reading.fields import (
    read_line,
    read_list,
    read_text,
    read_word,
    written,
    wrong_value,
)
from ht_newsgen.reading.languages import (
    canonical_country,
    country_called,
    nearest_country,
)
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node

LONGEST_SEGMENT = 120
"""Bytes of UTF-8, so that `SLUG/index.html` fits every file system."""
LONGEST_ID = 200
LONGEST_ALIAS = 500

_PLAIN_SLUG = regex(rf"[a-z0-9-]{{1,{LONGEST_SEGMENT}}}")
"""Most slugs; nothing in them is to be looked at letter by letter."""
_ID = regex(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*://")


def read_slug(node: Node, key: str, notes: Notes) -> str | None:
    """`slug:` one segment of a path (RFC 3986, section 3.3), letters of all scripts allowed."""
    word = read_word(node, key, notes)
    if word is None or _PLAIN_SLUG.fullmatch(word):
        return word
    word = normalize("NFC", word)
    if word in (".", ".."):
        wrong_value(
            node, key, notes, say("`{word}` means a folder", word=word), say("Write a word")
        )
        return None
    if not all(char in "-_.~" or category(char)[0] in "LNM" for char in word):
        meant = slugify(word)
        wrong_value(
            node,
            key,
            notes,
            say("`{word}` has more in it than letters, digits and - _ . ~", word=word[:80]),
            written(key, meant) or say("Write a word"),
            mended=meant,
        )
        return None
    if len(word.encode()) > LONGEST_SEGMENT:
        wrong_value(
            node,
            key,
            notes,
            say("it is longer than {most} bytes", most=LONGEST_SEGMENT),
            say("Keep the first few words"),
        )
        return None
    return word


def read_id(node: Node, key: str, notes: Notes) -> str | None:
    """`id:` letters of ASCII, digits and - _ . ~; the `tag:` URIs of feeds are made from it."""
    word = read_word(node, key, notes)
    if word is None:
        return None
    if _ID.fullmatch(word) and len(word) <= LONGEST_ID:
        return word
    meant = slugify(word)
    message = say("`{word}` has more in it than letters, digits and - _ . ~", word=word[:80])
    if len(word) > LONGEST_ID:
        message = say("it is longer than {most} characters", most=LONGEST_ID)
    wrong_value(node, key, notes, message, written(key, meant), mended=meant)
    return None


def _read_alias(node: Node, key: str, notes: Notes) -> str | None:
    text = read_text(node, key, notes, say("an old path such as /old/path/"))
    if text is None:
        return None
    reason = UNSAID
    if _SCHEME.match(text) or text.startswith("//"):
        reason = say("it names a host; only paths of this site can lead on")
    elif "?" in text or "#" in text:
        reason = say("it has a query or a fragment, which no file can have")
    elif "\\" in text or any(char.isspace() or not char.isprintable() for char in text):
        reason = say("it has spaces or backslashes in it")
    elif any(part in (".", "..") for part in text.split("/")):
        reason = say("it has `.` or `..` in it")
    elif any(len(part.encode()) > 2 * LONGEST_SEGMENT for part in text.split("/")):
        reason = say("a part of it is too long for a file name")
    path = "/" + re.sub("/{2,}", "/", text).lstrip("/")
    if not reason and len(path) > LONGEST_ALIAS:
        reason = say("it is longer than {most} characters", most=LONGEST_ALIAS)
    if not reason and path == "/":
        reason = say("it is the front page")
    if reason:
        wrong_value(
            node,
            key,
            notes,
            say("`{text}` cannot be an old path: {reason}", text=text[:80], reason=reason),
            say("Write the path alone, as /old/path/"),
        )
        return None
    return normalize("NFC", path)


def read_aliases(node: Node, key: str, notes: Notes) -> tuple[str, ...]:
    """`aliases:` old paths, each beginning with `/`, each once."""
    return tuple(dict.fromkeys(read_list(_read_alias)(node, key, notes)))


def read_country(node: Node, key: str, notes: Notes) -> str | None:
    """A code of ISO 3166-1 alpha-2, in upper case."""
    text = read_line(node, key, notes)
    if text is None:
        return None
    code = canonical_country(text)
    if not code:
        meant = nearest_country(text)
        advice = (
            say("Did you mean `{meant}`?", meant=meant)
            if meant
            else say("Write two letters, such as BA or ES")
        )
        message = say("`{text}` is no country code (ISO 3166-1)", text=text[:40])
        wrong_value(node, key, notes, message, advice, mended=country_called(text))
    return code or None


def read_countries(node: Node, key: str, notes: Notes) -> tuple[str, ...]:
    """`countries:` codes of ISO 3166-1 alpha-2 in upper case, each once."""
    return tuple(dict.fromkeys(read_list(read_country)(node, key, notes)))
