"""`sign_up:` in the front text of a newsletter: a provider and its settings, by a table."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct

from ht_newsgen.kit.sentences import UNSAID, Sentence, say
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.sign_up import (
    Brevo,
    Buttondown,
    ByHand,
    Keila,
    Listmonk,
    Mailchimp,
    Mailman,
    PhpList,
    SignUp,
)
from ht_newsgen.reading.config_values import read_email
from ht_newsgen.reading.fields import read_url, read_whole, read_word, wrong_value
from ht_newsgen.reading.mappings import Key, Keys, Reader, read_entries
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.shaped import Like, Shaped
from ht_newsgen.reading.tree import Mapping, Node, kind_of

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_LARGEST = 1_000_000


def word_like(pattern: str, what: Sentence) -> Reader:
    """A reader of a word that the pattern matches as a whole; `what` says what is expected."""

    def read(node: Node, key: str, notes: Notes) -> str | None:
        word = read_word(node, key, notes)
        if word is None or re.fullmatch(pattern, word):
            return word
        wrong_value(
            node,
            key,
            notes,
            say("`{word}` is not {what}", word=word[:80], what=what),
            say("Copy it from the provider"),
        )
        return None

    return Shaped(read, Like(pattern))


def read_folder(node: Node, key: str, notes: Notes) -> str | None:
    """The address of an installation, with a `/` at its end; no query."""
    url = read_secure(node, key, notes)
    if url is None:
        return None
    if "?" in url or "#" in url:
        advice = say("Write only {address}", address=url.partition("?")[0].partition("#")[0])
        wrong_value(node, key, notes, say("a query has no place in it"), advice)
        return None
    return url if url.endswith("/") else f"{url}/"


def read_secure(node: Node, key: str, notes: Notes) -> str | None:
    """An https address; an e-mail address must not be sent in the open. This machine may do so."""
    url = read_url(node, key, notes)
    if url is None:
        return None
    url = url.replace("&amp;", "&")  # as it stands in the HTML that providers give away
    parts = urlsplit(url)
    if parts.username is not None or any(sign in url for sign in ";,'*"):
        wrong_value(node, key, notes, say("a name or one of ; , ' * has no place in it"), UNSAID)
        return None
    if parts.scheme == "https" or parts.hostname in ("127.0.0.1", "localhost"):
        return url
    wrong_value(
        node,
        key,
        notes,
        say("over http: everybody on the way could read the addresses of your subscribers"),
        say("Write it as: {line}", line=f"url: https{url.removeprefix('http')}"),
    )
    return None


def action_like(pattern: str, example: str) -> Reader:
    """A reader of the `action` of a provider's own form."""

    def read(node: Node, key: str, notes: Notes) -> str | None:
        url = read_secure(node, key, notes)
        if url is None:
            return None
        if re.fullmatch(pattern, url):
            return url
        message = say("`{url}` is not the address of such a form", url=url[:120])
        advice = say(
            'Copy what stands in action="…" of the provider\'s form, such as {example}',
            example=example,
        )
        wrong_value(node, key, notes, message, advice)
        return None

    return Shaped(read, Like(pattern))


class Settings(Struct, frozen=True):
    """What one provider needs to be told; every setting must be given, unless it is optional."""

    keys: Keys
    make: Callable[[dict[str, Any]], SignUp]
    optional: frozenset[str] = frozenset()


def _mailchimp(values: dict[str, Any]) -> Mailchimp:
    asked = parse_qs(urlsplit(values["url"]).query)
    return Mailchimp(url=values["url"], user=asked["u"][0], audience=asked["id"][0])


PROVIDERS: dict[str, Settings] = {
    "listmonk": Settings(
        Keys.of(
            Key("url", read_folder),
            Key("list", word_like(_UUID, say("the UUID of a list")), ("uuid",)),
        ),
        lambda values: Listmonk(**values),
    ),
    "mailchimp": Settings(
        Keys.of(
            Key(
                "url",
                action_like(
                    r"https://[a-z0-9-]+\.us[0-9]+\.list-manage\.com/subscribe/post"
                    r"\?u=[0-9a-f]+&id=[0-9a-f]+(&f_id=[0-9a-f]+)?",
                    "https://example.us1.list-manage.com/subscribe/post?u=0123456789&id=abcdef",
                ),
            )
        ),
        _mailchimp,
    ),
    "brevo": Settings(
        Keys.of(
            Key(
                "url",
                action_like(
                    r"https://[0-9a-z]+\.sibforms\.com/serve/[A-Za-z0-9_=-]+",
                    "https://0123abcd.sibforms.com/serve/MUIFA…",
                ),
            )
        ),
        lambda values: Brevo(**values),
    ),
    "buttondown": Settings(
        Keys.of(Key("user", word_like(r"[A-Za-z0-9_.-]+", say("the name of a newsletter")))),
        lambda values: Buttondown(**values),
    ),
    "phplist": Settings(
        Keys.of(
            Key("url", read_folder),
            Key("page", read_whole(1, _LARGEST)),
            Key("list", read_whole(1, _LARGEST)),
        ),
        lambda values: PhpList(**values),
    ),
    "keila": Settings(
        Keys.of(
            Key("url", read_folder), Key("form", word_like(r"[A-Za-z0-9_-]+", say("a form's id")))
        ),
        lambda values: Keila(**values),
    ),
    "mailman3": Settings(
        Keys.of(Key("list", read_email)), lambda values: Mailman(list=values["list"])
    ),
    "none": Settings(
        Keys.of(Key("email", read_email)),
        lambda values: ByHand(**values),
        frozenset(("email",)),
    ),
}
"""Every provider by the word for it, with its settings."""


def read_sign_up(node: Node, key: str, notes: Notes) -> SignUp | None:
    """`sign_up:` a mapping with `provider` and that provider's settings.

    Problems: the family's `type`, `key`, `value` and `missing`.
    """
    if not isinstance(node, Mapping):
        message = say(
            "{what} is {found}; {expected} is expected",
            what=say("`{key}`", key=key),
            found=kind_of(node),
            expected=say("a provider with its settings"),
        )
        notes.add(notes.rules.type, node, message, say("Write below it: provider: listmonk"))
        return None
    named = [value for label, value in node.entries if label.text == "provider"]
    if not named:
        advice = say(
            "Write below it: provider: and one of {providers}", providers=", ".join(PROVIDERS)
        )
        notes.add(notes.rules.missing, node, say("`{key}.provider` is missing", key=key), advice)
        return None
    settings = _settings_of(named[0], f"{key}.provider", notes)
    if settings is None:
        return None
    keys = Keys.of(Key("provider", read_word), *dict.fromkeys(settings.keys.by_name.values()))
    entries = read_entries(node.entries, keys, key, notes)
    needed = [name for name in settings.keys.names if name not in settings.optional]
    for name in needed:
        if name not in entries.nodes:
            notes.add(
                notes.rules.missing,
                node,
                say("`{key}.{name}` is missing", key=key, name=name),
                say(
                    "Write {name}: below {key}: (see the table of providers in the editor's guide)",
                    name=name,
                    key=key,
                ),
            )
    values = {name: value for name, value in entries.values.items() if name != "provider"}
    return settings.make(values) if values.keys() >= set(needed) else None


def _settings_of(node: Node, key: str, notes: Notes) -> Settings | None:
    word = read_word(node, key, notes)
    if word is None:
        return None
    if word.lower() in PROVIDERS:
        return PROVIDERS[word.lower()]
    meant = nearest(word, PROVIDERS)
    message = say("`{word}` is none of {providers}", word=word[:40], providers=", ".join(PROVIDERS))
    wrong_value(
        node, key, notes, message, say("Did you mean `{meant}`?", meant=meant) if meant else UNSAID
    )
    return None
