"""What can be wrong between items, or between an item and what is declared."""

from ht_newsgen.kit.problems import Rule, Severity

UNKNOWN_TOPIC = Rule(
    "reference/topic", "Every topic is declared in `content/data/topics.yaml`.", Severity.WARNING
)
# An error, unlike the other references: nobody should meet a text without the note meant for it.
UNKNOWN_NOTE = Rule(
    "reference/content-note", "Every content note is declared in `content/data/content_notes.yaml`."
)
UNKNOWN_SOURCE = Rule(
    "reference/source",
    "A source that is named by id is declared in `content/data/sources.yaml`.",
    Severity.WARNING,
)
UNKNOWN_AUTHOR = Rule(
    "reference/author",
    "An author that is named by id is declared in `content/data/authors.yaml`.",
    Severity.WARNING,
)
UNKNOWN_TRANSLATION = Rule(
    "reference/translation",
    "`translation_of` is the id of another item, or a key that its translations share.",
    Severity.WARNING,
)
SAME_LANGUAGE = Rule(
    "translation/same-language", "An item has at most one translation into each language."
)
DUPLICATE_ID = Rule("identity/duplicate", "No two items have the same `id`.")
PERMALINK_TAKEN = Rule(
    "route/permalink", "No two items live at the same address; upper and lower case are the same."
)
PERMALINK_FIELD = Rule(
    "route/pattern", "An item has all that the permalink pattern of its section asks for."
)
PERMALINK_SHAPE = Rule("route/shape", "A permalink can be a path on any file system.")
ALIAS_TAKEN = Rule("route/alias", "An alias is no other item's address or alias.")
ALIAS_SHAPE = Rule("route/alias-shape", "An alias is a path that a static site can answer.")
ALIAS_NEEDLESS = Rule(
    "route/alias-needless", "An alias is not the item's own address.", Severity.WARNING
)
NO_PRIVACY_PAGE = Rule(
    "newsletter/privacy", "A newsletter that asks for an address leads to a page about privacy."
)
EDITION_ITEM = Rule(
    "edition/item", "An edition names items by the ids of published ones.", Severity.WARNING
)
EDITION_SECTION = Rule(
    "edition/section", "An edition picks from sections that there are.", Severity.WARNING
)
EDITION_EMPTY = Rule("edition/empty", "An edition carries something.", Severity.WARNING)
HELPLINE_UNCHECKED = Rule(
    "helpline/unchecked",
    "Somebody checks every telephone number of a helpline twice a year.",
    Severity.WARNING,
)
HELPLINE_OUTDATED = Rule(
    "helpline/outdated", "Every telephone number of a helpline was checked within a year."
)
HELPLINE_DATE = Rule("helpline/date", "A helpline was checked on a day that has been.")

RULES = (
    HELPLINE_UNCHECKED,
    HELPLINE_OUTDATED,
    HELPLINE_DATE,
    UNKNOWN_TOPIC,
    UNKNOWN_NOTE,
    UNKNOWN_SOURCE,
    UNKNOWN_AUTHOR,
    UNKNOWN_TRANSLATION,
    SAME_LANGUAGE,
    DUPLICATE_ID,
    PERMALINK_TAKEN,
    PERMALINK_FIELD,
    PERMALINK_SHAPE,
    ALIAS_TAKEN,
    ALIAS_SHAPE,
    ALIAS_NEEDLESS,
    NO_PRIVACY_PAGE,
    EDITION_ITEM,
    EDITION_SECTION,
    EDITION_EMPTY,
)
