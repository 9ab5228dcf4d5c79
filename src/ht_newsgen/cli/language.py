"""The language in which an editor is told what is wrong: the one asked for, else the computer's."""

from collections.abc import Mapping
from gettext import NullTranslations

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set counts (POSIX.1-2017, 8.2)."""


def words_of(language: str | None, environ: Mapping[str, str]) -> NullTranslations:
    """The words of a language, by its tag; without one, of that which the environment names."""
    # Imported here: a command that has nothing to tell needs no words.
    from ht_newsgen.i18n.messages import words_for_editors

    return words_for_editors(language or language_of(environ))


def language_of(environ: Mapping[str, str]) -> str:
    """A BCP 47 tag for what the environment says: `bs_BA.UTF-8` is `bs-BA`, `C` is English."""
    name = next((environ[key] for key in VARIABLES if environ.get(key)), "")
    tag = name.partition(".")[0].partition("@")[0].replace("_", "-")
    return "en" if tag in ("", "C", "POSIX") else tag
