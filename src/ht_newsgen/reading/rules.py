"""Every mistake that reading can find, one rule each."""

from msgspec import Struct

from ht_newsgen.kit.problems import Rule, Severity


class Family(Struct, frozen=True, kw_only=True):
    """The rules that hold wherever YAML is read: in front matter, configuration and registers."""

    yaml: Rule
    type: Rule
    value: Rule
    key: Rule
    missing: Rule


FRONT_MATTER = Family(
    yaml=Rule("front-matter/yaml", "Front matter is YAML, read strictly."),
    type=Rule("front-matter/type", "A value has the type that its key asks for."),
    value=Rule("front-matter/value", "A value makes sense: a date exists, a language is known."),
    key=Rule("front-matter/key", "Every key is one that the program knows."),
    missing=Rule("front-matter/missing", "What an item cannot do without is there."),
)
CONFIG = Family(
    yaml=Rule("config/yaml", "The configuration is YAML, read strictly."),
    type=Rule("config/type", "A setting has the type that its key asks for."),
    value=Rule("config/value", "A setting makes sense: a time zone exists, an address is one."),
    key=Rule("config/key", "Every setting is one that the program knows."),
    missing=Rule("config/missing", "`base_url` is there, and what each section needs."),
)
REGISTER = Family(
    yaml=Rule("register/yaml", "A register is YAML, read strictly."),
    type=Rule("register/type", "A value in a register has the type that its key asks for."),
    value=Rule("register/value", "A value in a register makes sense."),
    key=Rule("register/key", "Every key in a register is one that the program knows."),
    missing=Rule("register/missing", "What an entry of a register cannot do without is there."),
)

DELIMITERS = Rule(
    "front-matter/delimiters", "Front matter stands between two lines of three dashes."
)
TWICE = Rule("front-matter/twice", "A key is given once, under one of its names.")
IGNORED = Rule(
    "front-matter/ignored", "Keys of other programs have no effect here.", Severity.WARNING
)
TITLE_MARKUP = Rule(
    "front-matter/title-markup", "A title is plain text, shown as written.", Severity.WARNING
)
COMMENT = Rule("front-matter/comment", "A value with ` #` in it needs quotes.", Severity.WARNING)

EXCERPT_LENGTH = Rule(
    "rights/excerpt", "Somebody else's text is shown only as a very short extract."
)
LICENCE = Rule("rights/licence", "A text shown under a licence names it.")

SECTION = Rule("content/section", "An item lies in the folder of a declared section.")
INDEX = Rule("content/index", "A section's folder has one index file for each language.")
NOT_A_FILE = Rule("content/not-a-file", "What is named like an item is a file.")
UNREADABLE = Rule("content/unreadable", "Every item can be opened and read.")
LINK_OUTSIDE = Rule("content/link", "No symbolic link leads out of the site.")
FILE_NAME = Rule("content/file-name", "A file's name can be used on every system.")
STRAY = Rule(
    "content/stray", "Texts end in `.md`; other files there are pictures.", Severity.WARNING
)
SIZE = Rule("content/size", "No file is larger than what a person writes.")
ENCODING = Rule("content/encoding", "Every text is UTF-8.")
CHARACTERS = Rule("content/characters", "Texts hold no control characters.", Severity.WARNING)
EMPTY = Rule("content/empty", "An item has something in it.")

LINK_REPORT = Rule(
    "external/report", "The link report is as `check --external` wrote it.", Severity.WARNING
)

LIMITS = Rule("body/limits", "A text is no larger and no deeper than what people write.")
IMAGE = Rule("body/image", "A picture in a text is a file of the site.")
LINK = Rule("body/link", "A link in a text works wherever the text is shown.", Severity.WARNING)
HTML = Rule("body/html", "HTML in a text is put together as HTML asks for.", Severity.WARNING)
DUPLICATE_ID = Rule("body/duplicate-id", "No id is given twice in a text.")
REMOVED = Rule(
    "body/removed", "A text holds no elements that are taken out of it.", Severity.WARNING
)
PREHEADER_SHORTEST, PREHEADER_LONGEST = 40, 90
"""Characters: with fewer, programs fill up with the greeting; more are cut."""
PREHEADER = Rule(
    "edition/preheader",
    f"An edition has a preheader of {PREHEADER_SHORTEST} to {PREHEADER_LONGEST} characters.",
    Severity.WARNING,
)

RULES = (
    *(
        rule
        for family in (FRONT_MATTER, CONFIG, REGISTER)
        for rule in (family.yaml, family.type, family.value, family.key, family.missing)
    ),
    DELIMITERS,
    TWICE,
    IGNORED,
    TITLE_MARKUP,
    COMMENT,
    EXCERPT_LENGTH,
    LICENCE,
    SECTION,
    INDEX,
    NOT_A_FILE,
    UNREADABLE,
    LINK_OUTSIDE,
    FILE_NAME,
    STRAY,
    SIZE,
    ENCODING,
    CHARACTERS,
    EMPTY,
    LIMITS,
    IMAGE,
    LINK,
    HTML,
    DUPLICATE_ID,
    REMOVED,
    PREHEADER,
)
