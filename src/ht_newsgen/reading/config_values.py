"""The values of `newsgen.yaml` that have a shape of their own."""

import re
from contextlib import suppress
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import UNSAID, say
from ht_newsgen.kit.text import nearest
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.taxonomy import Localised
from ht_newsgen.reading.fields import (
    read_flag,
    read_language,
    read_line,
    read_url,
    read_word,
    written,
    wrong_value,
)
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Mapping, Node, Scalar

PERMALINKS = {
    SectionKind.FLASH: "/{section}/{year}/{slug}/",
    SectionKind.STORY: "/{section}/{year}/{slug}/",
    SectionKind.PAGE: "/{slug}/",
    SectionKind.NEWSLETTER: "/{section}/{year}/{slug}/",
}
"""The pattern of a section that gives none."""

_FIELDS = frozenset(("section", "year", "month", "day", "slug", "id"))
_FIELD = regex(r"\{([^{}]*)\}")
_ZONE = regex(r"[A-Z][A-Za-z_+-]*(?:/[A-Z][A-Za-z0-9_+-]*){0,2}")
"""Not the other files that some systems keep among their time zones: `posixrules`, `right/UTC`."""
_SECTION_ID = regex(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_RESERVED = frozenset(("data", "media"))
_AUTHORITY = regex(r"[a-z0-9.-]+(?:@[a-z0-9.-]+)?(?:,[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)?")


def read_base_url(node: Node, key: str, notes: Notes) -> str | None:
    """`base_url:` http or https; a slash is added to its end."""
    text = read_url(node, key, notes)
    if text is None:
        return None
    parts = urlsplit(text)
    if parts.query or parts.fragment or "?" in text or "#" in text or parts.username:
        wrong_value(
            node,
            key,
            notes,
            say("a query, a fragment or a name has no place in it"),
            written(key, f"{parts.scheme}://{parts.hostname}{parts.path}"),
        )
        return None
    return text if text.endswith("/") else f"{text}/"


def read_switch(node: Node, key: str, notes: Notes) -> bool | None:
    """`on` or `off`, which YAML 1.2 leaves as texts; `true` and `false` are the same."""
    text = node.text.strip().lower() if isinstance(node, Scalar) else ""
    return text == "on" if text in ("on", "off") else read_flag(node, key, notes)


def read_exit(node: Node, key: str, notes: Notes) -> Localised | None:
    """`exit_url:` an address for all languages, or a mapping from languages to addresses."""
    if not isinstance(node, Mapping):
        url = read_url(node, key, notes)
        return None if url is None else {"": url}
    found = {
        read_language(label, key, notes): read_url(value, f"{key}.{label.text}", notes)
        for label, value in node.entries
    }
    return {tag: url for tag, url in found.items() if tag and url} or None


def read_timezone(node: Node, key: str, notes: Notes) -> str | None:
    """`timezone:` a name of the IANA time zone database."""
    name = read_word(node, key, notes)
    if name is None:
        return None
    if _ZONE.fullmatch(name):
        with suppress(KeyError, OSError, ValueError):
            return ZoneInfo(name).key
    # Slow, since it searches folders; but only a mistake needs it.
    cities = {zone.rpartition("/")[2]: zone for zone in sorted(available_timezones())}
    near = nearest(name, cities.values()) if "/" in name else ""
    full = near or cities.get(nearest(name, cities), "")
    wrong_value(
        node,
        key,
        notes,
        say("there is no time zone `{name}`", name=name[:60]),
        say("Did you mean `{meant}`?", meant=full)
        if full
        else say("Write a name such as Europe/Sarajevo"),
    )
    return None


def read_permalink(node: Node, key: str, notes: Notes) -> str | None:
    """`permalink:` a pattern that gives every item an address of its own."""
    pattern = read_word(node, key, notes)
    if pattern is None:
        return None
    names = _FIELD.findall(pattern)
    literal = _FIELD.sub("", pattern)
    wrong = sorted(set(names) - _FIELDS)
    reason = UNSAID
    if wrong:
        meant = nearest(wrong[0], _FIELDS)
        reason = (
            say(
                "there is no field {{{field}}}; {{{meant}}} is one",
                field=wrong[0],
                meant=meant,
            )
            if meant
            else say("there is no field {{{field}}}", field=wrong[0])
        )
    elif "{" in literal or "}" in literal:
        reason = say("a brace is never closed")
    elif not (pattern.startswith("/") and pattern.endswith("/")):
        reason = say("it does not begin and end with /")
    elif "//" in pattern or not re.fullmatch(r"[A-Za-z0-9/_.~-]*", literal):
        reason = say("it has more between its fields than letters, digits and single / - _ . ~")
    elif any(part in (".", "..") for part in pattern.split("/")):
        reason = say("`.` and `..` are no folders of a site")
    elif not {"slug", "id"} & set(names):
        reason = say("without {{slug}} or {{id}} all items would have the same address")
    if not reason:
        return pattern
    wrong_value(
        node,
        key,
        notes,
        say("`{pattern}` cannot be a permalink: {reason}", pattern=pattern[:80], reason=reason),
        say("Write it as: {line}", line=f'permalink: "{PERMALINKS[SectionKind.STORY]}"'),
    )
    return None


def read_contact(node: Node, key: str, notes: Notes) -> str | None:
    """`security.contact:` a URI of RFC 9116, section 2.5.3."""
    text = read_line(node, key, notes)
    if text is None:
        return None
    if text.startswith(("mailto:", "tel:")) and len(text.partition(":")[2]) > 2 and " " not in text:
        return text
    if text.startswith("https:") and is_http_url(text):
        return text
    meant = f"mailto:{text}" if re.fullmatch(r"[^\s:@]+@[^\s:@]+", text) else ""
    message = say("`{text}` is no mailto:, tel: or https: address (RFC 9116)", text=text[:80])
    wrong_value(node, key, notes, message, written(key, meant), mended=meant)
    return None


def read_section_id(node: Node, key: str, notes: Notes) -> str | None:
    """`id:` of a section, the name of its folder."""
    text = read_word(node, key, notes)
    if text is None or (_SECTION_ID.fullmatch(text) and text not in _RESERVED):
        return text
    message = say("`{text}` cannot be a section", text=text[:60])
    advice = say("Write the name of its folder: small letters, digits and -")
    wrong_value(node, key, notes, message, advice)
    return None


def read_email(node: Node, key: str, notes: Notes) -> str | None:
    """An e-mail address, as far as one can tell without writing to it."""
    text = read_line(node, key, notes)
    if text is None or re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", text):
        return text
    wrong_value(node, key, notes, say("`{text}` is no e-mail address", text=text[:80]), UNSAID)
    return None


def read_authority(node: Node, key: str, notes: Notes) -> str | None:
    """`feeds.authority:` the authority of a `tag:` URI (RFC 4151, section 2.1).

    Without its day, each entry's identity has a year of its own.
    """
    text = read_line(node, key, notes)
    if text is None or _AUTHORITY.fullmatch(text):
        return text
    wrong_value(
        node,
        key,
        notes,
        say("`{text}` is no authority of a tag: URI (RFC 4151)", text=text[:80]),
        say("Write a host that is yours, such as example.org, or with a day: example.org,2018"),
    )
    return None
