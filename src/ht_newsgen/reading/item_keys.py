"""Every key of front matter: its type, its other names, and what is done with strangers.

The first names are ours; the others are those of Hugo, Zola, Jekyll and Pelican, so that items
can move here as they are.
"""

from msgspec import Struct

from ht_newsgen.kit.html import text_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Mend
from ht_newsgen.kit.sentences import UNSAID, say
from ht_newsgen.kit.text import one_line
from ht_newsgen.model.article import Citation, Correction, SignOff, Silence, Status
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.sign_up import SignUp
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.reading.addresses import read_aliases, read_countries, read_id, read_slug
from ht_newsgen.reading.credits import (
    NamedPicture,
    read_citation,
    read_corrections,
    read_image,
)
from ht_newsgen.reading.field_dates import read_moment
from ht_newsgen.reading.fields import (
    read_choice,
    read_flag,
    read_language,
    read_line,
    read_names,
    read_whole,
    read_word,
    read_words,
    written,
)
from ht_newsgen.reading.mappings import Entries, Key, Keys, read_entries
from ht_newsgen.reading.mends import instead_of
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.quoting import as_value, quoted
from ht_newsgen.reading.rules import COMMENT, IGNORED, TITLE_MARKUP, TWICE
from ht_newsgen.reading.sign_offs import read_sign_off
from ht_newsgen.reading.sign_up import read_sign_up
from ht_newsgen.reading.silences import read_silences
from ht_newsgen.reading.tree import Mapping, Node, Scalar, Sequence, is_empty, kind_of


class FrontMatter(Struct, frozen=True, kw_only=True):
    """Front matter as it is written; what is missing has its default or is None."""

    title: str = ""
    date: Moment | None = None
    updated: Moment | None = None
    standfirst: str = ""
    source: Citation | None = None
    rights: Rights | None = None
    licence: str = ""
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    language: str = ""
    translation_of: str = ""
    authors: tuple[str, ...] = ()
    dateline: str = ""
    image: NamedPicture | None = None
    content_notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    slug: str = ""
    aliases: tuple[str, ...] = ()
    id: str = ""
    draft: bool = False
    publish: Moment | None = None
    expires: Moment | None = None
    status: Status = Status.USABLE
    weight: int = 0
    silence: tuple[Silence, ...] = ()
    safeguarding: SignOff | None = None
    sign_up: SignUp | None = None


NO_FRONT_MATTER = (FrontMatter(), Entries({}, {}))


def read_title(node: Node, key: str, notes: Notes) -> str | None:
    """A headline: plain text on one line, with a warning for markup, which would show."""
    title = read_line(node, key, notes)
    if title is None:
        return None
    if "<" in title or "&" in title:
        plain = one_line(text_of(title))
        if plain and plain != title:
            notes.add(
                TITLE_MARKUP,
                node,
                say("`{key}` is shown as written, with its HTML", key=key),
                written(key, as_value(plain)),
                instead_of(node, as_value(plain)),
            )
    return title


ITEM_KEYS = Keys.of(
    Key("title", read_title),
    Key("date", read_moment),
    Key("updated", read_moment, ("lastmod", "modified")),
    Key("standfirst", read_line, ("summary", "description", "deck")),
    Key("source", read_citation),
    Key("rights", read_choice(Rights)),
    Key("licence", read_line, ("license",)),
    Key("topics", read_words, ("tags", "categories")),
    Key("countries", read_countries),
    Key("language", read_language, ("lang",)),
    Key("translation_of", read_word, ("translationKey", "translation_key")),
    Key("authors", read_names, ("author",)),
    Key("dateline", read_line),
    Key("image", read_image),
    Key("content_notes", read_words),
    Key("corrections", read_corrections),
    Key("slug", read_slug),
    Key("aliases", read_aliases, ("redirect_from",)),
    Key("id", read_id),
    Key("draft", read_flag),
    Key("publish", read_moment, ("publishDate", "publish_date")),
    Key("expires", read_moment, ("expiryDate", "expiry_date")),
    Key("status", read_choice(Status)),
    Key("weight", read_whole(-1000, 1000)),
    Key("silence", read_silences),
    Key("safeguarding", read_sign_off),
    Key("sign_up", read_sign_up),
)

OF_OTHER_PROGRAMS = {
    "_build": UNSAID,
    "abbrlink": say("Use `slug`, and `aliases` for old paths"),
    "build": UNSAID,
    "canonical": say("Use `source` with `name` and `url`"),
    "canonical_url": say("Use `source` with `name` and `url`"),
    "canonicalUrl": say("Use `source` with `name` and `url`"),
    "cascade": UNSAID,
    "categorie": say("Use `topics`"),
    "category": say("Use `topics`"),
    "classes": UNSAID,
    "comment": say("There are no comments here"),
    "comments": say("There are no comments here"),
    "copyright": say("Use `licence`"),
    "cover": say("Use `image` with `src`, `alt` and `credit`"),
    "cover-img": say("Use `image` with `src`, `alt` and `credit`"),
    "css": UNSAID,
    "date_gmt": say("Use `date`, with an offset"),
    "excerpt": say("Use `standfirst`, or <!--more--> in the text"),
    "excerpt_separator": say("Write <!--more--> in the text where the excerpt ends"),
    "extends": say("What a page looks like follows from its section"),
    "extra": say("Take its keys out, and keep those that are known here"),
    "featured": say("Use `weight` to pin an item"),
    "guid": say("Use `id`"),
    "header": UNSAID,
    "headless": UNSAID,
    "heroImage": say("Use `image` with `src`, `alt` and `credit`"),
    "hidden": say("Use `draft: true` to keep an item back"),
    "image_alt": say("Use `image` with `src`, `alt` and `credit`"),
    "images": say("Use `image` with `src`, `alt` and `credit`"),
    "in_search_index": UNSAID,
    "isCJKLanguage": UNSAID,
    "js": UNSAID,
    "keywords": say("Use `topics`"),
    "last_modified_at": say("Use `updated`"),
    "layout": say("What a page looks like follows from its section"),
    "link": say("Use `source` with `name` and `url`"),
    "linkTitle": UNSAID,
    "linktitle": UNSAID,
    "markup": UNSAID,
    "math": UNSAID,
    "mathjax": UNSAID,
    "menu": UNSAID,
    "nav_order": UNSAID,
    "outputs": UNSAID,
    "page_template": say("What a page looks like follows from its section"),
    "params": say("Take its keys out, and keep those that are known here"),
    "path": say("Use `slug`, and `aliases` for old paths"),
    "permalink": say("Use `slug`, and `aliases` for old paths"),
    "pin": say("Use `weight` to pin an item"),
    "ping_status": UNSAID,
    "published": say("Use `draft: true` to keep an item back"),
    "resources": UNSAID,
    "save_as": say("Use `slug`, and `aliases` for old paths"),
    "series": say("Use `topics`"),
    "share-img": say("Use `image` with `src`, `alt` and `credit`"),
    "sidebar": UNSAID,
    "sidebar_label": UNSAID,
    "sidebar_position": UNSAID,
    "sitemap": UNSAID,
    "sticky": say("Use `weight` to pin an item"),
    "subtitle": say("Use `standfirst`"),
    "tagline": say("Use `standfirst`"),
    "taxonomies": say("Use `topics`"),
    "template": say("What a page looks like follows from its section"),
    "thumbnail": say("Use `image` with `src`, `alt` and `credit`"),
    "thumbnail-img": say("Use `image` with `src`, `alt` and `credit`"),
    "toc": UNSAID,
    "type": say("What an item is follows from its section"),
    "url": say("Use `slug`, and `aliases` for old paths"),
}
"""Keys without effect here, each with what to use instead; anything else unknown is an error."""

OF_ARTICLES_ONLY = frozenset(
    ("source", "rights", "licence", "topics", "countries", "dateline", "content_notes")
)


def read_front_matter(
    node: Node, notes: Notes, keys: Keys = ITEM_KEYS, make: type[FrontMatter] = FrontMatter
) -> tuple[FrontMatter, Entries] | None:
    """Front matter by the table of keys; what cannot be read has its default, and a problem.

    None, with a problem, when there are no keys and values at all.
    """
    if is_empty(node):
        return make(), Entries({}, {})
    if not isinstance(node, Mapping):
        message = say("front matter is {node}; keys and values are expected", node=kind_of(node))
        notes.add(notes.rules.type, node, message, say("Write a key, a colon, a space, the value"))
        return None
    known = []
    for label, value in node.entries:
        if label.text not in keys.by_name and _is_strangers(label, value, notes):
            continue
        known.append((label, value))
    entries = read_entries(known, keys, "", notes, TWICE)
    return make(**entries.values), entries


def _is_strangers(label: Scalar, value: Node, notes: Notes) -> bool:
    """Whether a key is one of another program; says so in a warning."""
    advice = OF_OTHER_PROGRAMS.get(label.text)
    if advice is None:
        return False
    if label.text == "published" and isinstance(value, Scalar) and value.text == "false":
        notes.add(
            notes.rules.key,
            label,
            say("`published: false` is of another program"),
            say("Write it as: draft: true"),
            (*instead_of(label, "draft"), *instead_of(value, "true")),
        )
    else:
        notes.add(
            IGNORED,
            label,
            say("`{text}` has no effect here", text=label.text),
            advice or say("Remove it"),
        )
    return True


_TEXTS = ("title", "standfirst", "dateline")
_CUT_OFF = regex(r" +#(?=\S)")


def note_cut_off(front: str, first_line: int, entries: Entries, notes: Notes) -> None:
    """Problem `front-matter/comment` for `title: Agenda #1`, of which YAML reads `Agenda`.

    A comment in earnest has a space after its `#`, and is left alone.
    """
    if " #" not in front:
        return
    lines = front.split("\n")
    for name in _TEXTS:
        node = entries.nodes.get(name)
        if not isinstance(node, Scalar) or node.quoted:
            continue
        line = lines[node.line - first_line]
        if _CUT_OFF.match(line, node.column - 1 + len(node.text)):
            text = line[node.column - 1 :].strip()
            message = say("`{name}` ends before the #, which begins a comment", name=name)
            mends = (Mend(node.line, node.column, text, quoted(text)),)
            notes.add(COMMENT, node, message, written(name, quoted(text)), mends)


def places_of(entries: Entries) -> dict[str, tuple[int, int]]:
    """Line and column of every value, by canonical key: `topics`, `topics.0`, `source.url`."""
    places: dict[str, tuple[int, int]] = {}
    for name, node in entries.nodes.items():
        _place(name, node, places)
    return places


def _place(name: str, node: Node, places: dict[str, tuple[int, int]]) -> None:
    places[name] = (node.line, node.column)
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            _place(f"{name}.{number}", item, places)
    elif isinstance(node, Mapping):
        for label, value in node.entries:
            _place(f"{name}.{label.text}", value, places)
