"""What may be shown of a text, and whether it is kept to."""

from ht_newsgen.kit.html import text_of
from ht_newsgen.kit.sentences import say, say_counted
from ht_newsgen.model.article import Citation
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.reading.item_keys import FrontMatter
from ht_newsgen.reading.mappings import Entries
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import EXCERPT_LENGTH, LICENCE

NEED_A_LICENCE = (Rights.LICENSED, Rights.PUBLIC)


def rights_of(front: FrontMatter, entries: Entries, notes: Notes) -> Rights:
    """The rights as given; else `excerpt` for what has a source, `own` for what has none.

    Problems: `rights/licence` for a licence that is asked for and not named.
    """
    rights = front.rights or _default(front.source)
    if rights in NEED_A_LICENCE and "licence" not in entries.nodes:
        notes.add(
            LICENCE,
            entries.nodes.get("rights"),
            say("`rights` is {rights}, and no licence is named", rights=rights),
            say("Write licence: and its name, such as CC-BY-4.0, its address, or a sentence"),
        )
    return rights


def _default(source: Citation | None) -> Rights:
    return Rights.OWN if source is None else Rights.EXCERPT


def check_length(html: str, limit: int, entries: Entries, notes: Notes) -> None:
    """Problem `rights/excerpt` when an extract of somebody else's text is longer than allowed."""
    count = len(html)
    if count <= limit:
        return
    count = len(text_of(html))
    if count <= limit:
        return
    where = entries.nodes.get("rights") or entries.nodes.get("source")
    message = (
        say_counted(
            "`rights` is excerpt, and the text has {count} character; {limit} may be shown",
            "`rights` is excerpt, and the text has {count} characters; {limit} may be shown",
            count=count,
            limit=limit,
        )
        if "rights" in entries.nodes
        else say_counted(
            "`rights` is excerpt, since there is a source, and the text has {count} character;"
            " {limit} may be shown",
            "`rights` is excerpt, since there is a source, and the text has {count} characters;"
            " {limit} may be shown",
            count=count,
            limit=limit,
        )
    )
    notes.add(
        EXCERPT_LENGTH,
        where,
        message,
        say(
            "Shorten the text; or write rights: own if the words are your own, rights: licensed"
            " with a licence, or rights: unverified to withhold it"
        ),
    )
