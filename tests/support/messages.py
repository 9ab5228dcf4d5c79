"""The catalogues: what is asked of translators, and whether they have given it.

`python3 build.py messages` runs this file. It gathers every sentence that templates and views say
to readers into `theme.pot`, and all that is said to editors into `problems.pot`; brings each `.po`
file up to date with it, makes Serbian in Cyrillic from Serbian in Latin letters, compiles, and says
what is missing. With `--check` it writes nothing.
"""

import io
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract
from msgspec import Struct

from ht_newsgen.cli.rules import RULES
from ht_newsgen.i18n.compiling import compile_catalogue
from ht_newsgen.i18n.messages import PROBLEMS, THEME
from tests.support.cyrillic import in_cyrillic

ROOT = Path(__file__).parents[2]
SPEAKING = (
    "templates",
    "src/ht_newsgen/pages",
    "src/ht_newsgen/render",
    "src/ht_newsgen/newsletter",
)
"""Where what readers see is written. Problems are for editors and no part of these catalogues."""
METHODS: dict[str, Any] = {".html": babel_extract, ".txt": babel_extract, ".py": "python"}
LANGUAGES = ("bs", "hr", "ro", "sq", "sr-Cyrl", "sr-Latn")
FROM_LATIN = {"sr-Cyrl": "sr-Latn"}
"""Catalogues that are another one in another script."""

PLACEHOLDER = re.compile(r"%\([a-z_]+\)s|%%")
FIELD = re.compile(r"\{\{|\}\}|\{[a-z_]+\}")
"""A value of a sentence, or a brace that stands for itself (`str.format`)."""
SENTENCES: dict[str, Any] = {"say": None, "say_counted": (1, 2)}
"""How sentences are made that are said to editors (`kit/sentences.py`)."""
ENDS = (":", ".", "…", "?", "!", ",")
CHANGES_BY_ITSELF = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team'
    r"|Project-Id-Version|Report-Msgid-Bugs-To):.*\n",
    re.MULTILINE,
)
"""Fields of a header that would make each extraction another one."""

Key = tuple[str, str]
"""Context and English text (of one), which name a message."""


@cache
def messages_of(root: Path = ROOT) -> Catalog:
    """Every message of the theme and the views, with the files that say it."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for folder in SPEAKING:
        for file in sorted((root / folder).rglob("*")):
            method = METHODS.get(file.suffix)
            if method is None:
                continue
            place = file.relative_to(root).as_posix()
            with file.open("rb") as opened:
                for _, texts, _, context in extract(method, opened, options={"silent": "false"}):
                    found.add(texts, locations=[(place, 0)], context=context)
    return found


@cache
def sentences_of(root: Path = ROOT) -> Catalog:
    """Every sentence that is said to editors, and what each rule asks for."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for file in sorted((root / "src").rglob("*.py")):
        place = file.relative_to(root).as_posix()
        with file.open("rb") as opened:
            for _, texts, _, _ in extract("python", opened, keywords=SENTENCES):
                found.add(texts, locations=[(place, 0)])
    for rule in RULES:
        found.add(rule.summary, locations=[("src/ht_newsgen/cli/rules.py", 0)])
    found.add("1,000", locations=[("src/ht_newsgen/kit/sentences.py", 0)])
    return found


def merged(template: Catalog, old: Catalog, tag: str) -> Catalog:
    """The messages of the template with the translations that the old catalogue has for them."""
    new = Catalog(locale=tag.replace("-", "_"), charset="utf-8", fuzzy=False)
    known = {key_of(message): message for message in old if message.id}
    for message in template:
        if message.id:
            have = known.get(key_of(message))
            same_shape = have is not None and have.pluralizable == message.pluralizable
            new.add(
                message.id,
                have.string if have is not None and same_shape else empty(message, new.num_plurals),
                locations=message.locations,
                flags=have.flags & {"fuzzy"} if have is not None else (),
                user_comments=have.user_comments if have is not None else (),
                context=message.context,
            )
    return new


def in_other_script(latin: Catalog, tag: str) -> Catalog:
    """The same catalogue, letter by letter in Cyrillic."""
    new = Catalog(locale=tag.replace("-", "_"), charset="utf-8", fuzzy=False)
    for message in latin:
        if message.id:
            forms = [in_cyrillic(form) for form in strings(message)]
            string = tuple(forms) if message.pluralizable else forms[0]
            new.add(message.id, string, locations=message.locations, context=message.context)
    return new


def faults(
    template: Catalog, catalogue: Catalog, placeholder: re.Pattern[str] = PLACEHOLDER
) -> Iterator[str]:
    """What keeps a catalogue from being complete: one line each."""
    have = {key_of(message): message for message in catalogue if message.id}
    wanted = {key_of(message): message for message in template if message.id}
    yield from (f"not used any more: {text}" for _, text in sorted(have.keys() - wanted.keys()))
    for key, asked in sorted(wanted.items()):
        given = have.get(key)
        if given is None or not all(strings(given)):
            yield f"not translated: {key[1]}"
        elif given.fuzzy:
            yield f"marked fuzzy: {key[1]}"
        else:
            yield from _differences(asked, given, catalogue.num_plurals, placeholder)


def _differences(
    asked: Message, given: Message, plurals: int, placeholder: re.Pattern[str]
) -> Iterator[str]:
    forms = strings(given)
    if len(forms) != (plurals if asked.pluralizable else 1):
        yield f"has {len(forms)} forms instead of {plurals}: {forms[0]}"
    wanted = sorted(placeholder.findall(english(asked)[-1]))
    for form in forms:
        if sorted(placeholder.findall(form)) != wanted:
            yield f"other placeholders than {', '.join(wanted) or 'none'}: {form}"
        if placeholder is PLACEHOLDER and placeholder.sub("", form).count("%"):
            yield f"a % that is none of a placeholder: {form}"
        if placeholder is FIELD and set("{}") & set(placeholder.sub("", form)):
            yield f"a brace that is none of a placeholder: {form}"
        if not form.endswith(ending(english(asked)[0])) or form != form.strip():
            yield f"does not end like “{english(asked)[0]}”: {form}"


def ending(text: str) -> str:
    """The punctuation at the end of a sentence, or nothing."""
    return text[-1] if text.endswith(ENDS) else ""


def key_of(message: Message) -> Key:
    """The context and the English text by which a message is known."""
    return message.context or "", english(message)[0]


def english(message: Message) -> tuple[str, ...]:
    """The English of a message: one text, or of one and of many."""
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def strings(message: Message) -> tuple[str, ...]:
    """The translation of a message: one text, or one for each plural form."""
    string = message.string
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def empty(message: Message, plurals: int) -> str | tuple[str, ...]:
    """No translation, in as many forms as one would have."""
    return ("",) * plurals if message.pluralizable else ""


def read(file: Path) -> Catalog:
    """A catalogue as it stands in its file; an empty one if there is none."""
    return read_po(io.BytesIO(file.read_bytes())) if file.is_file() else Catalog()


def written(catalogue: Catalog) -> bytes:
    """The `.po` file of a catalogue: sorted, without line numbers and dates, so it is stable."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    text = file.getvalue().decode()
    return CHANGES_BY_ITSELF.sub("", text[text.index("msgid") :]).encode()


class Domain(Struct, frozen=True, kw_only=True):
    """Catalogues that lie together, and whose messages are gathered together."""

    name: str
    folder: Path
    gather: Callable[[], Catalog]
    languages: tuple[str, ...]
    placeholder: re.Pattern[str]


OF_THEME = Domain(
    name="theme",
    folder=THEME,
    gather=messages_of,
    languages=LANGUAGES,
    placeholder=PLACEHOLDER,
)
OF_PROBLEMS = Domain(
    name="problems",
    folder=PROBLEMS,
    gather=sentences_of,
    languages=("bs",),
    placeholder=FIELD,
)
DOMAINS = (OF_THEME, OF_PROBLEMS)


def made(domain: Domain = OF_THEME) -> Mapping[str, bytes]:
    """Every file of the folder of catalogues, by name, as it should be now."""
    template = domain.gather()
    files = {f"{domain.name}.pot": written(template)}
    catalogues: dict[str, Catalog] = {}
    for tag in sorted(domain.languages, key=lambda tag: tag in FROM_LATIN):
        if tag in FROM_LATIN:
            catalogues[tag] = in_other_script(catalogues[FROM_LATIN[tag]], tag)
        else:
            catalogues[tag] = merged(template, read(domain.folder / f"{tag}.po"), tag)
        files[f"{tag}.po"] = written(catalogues[tag])
        files[f"{tag}.mo"] = compile_catalogue(files[f"{tag}.po"])
    return files


def main(words: list[str]) -> int:
    """Bring the catalogues up to date, then say what translators have to do; 1 if there is any."""
    wrong = sum(brought_up_to_date(domain, write="--check" not in words) for domain in DOMAINS)
    return 1 if wrong else 0


def brought_up_to_date(domain: Domain, *, write: bool) -> int:
    """How many faults are left, after saying what they are."""
    files = made(domain)
    for name, data in files.items() if write else ():
        file = domain.folder / name
        if not file.is_file() or file.read_bytes() != data:
            file.write_bytes(data)
    template = domain.gather()
    tags: dict[str, list[str]] = {}
    for tag in domain.languages:
        catalogue = read_po(io.BytesIO(files[f"{tag}.po"]))
        for line in faults(template, catalogue, domain.placeholder):
            tags.setdefault(line, []).append(tag)
    for line in sorted(tags):
        sys.stdout.write(f"{', '.join(tags[line])}: {line}\n")
    wrong = sum(map(len, tags.values()))
    sys.stdout.write(
        f"{domain.name}: {len(template)} messages, {len(domain.languages)} catalogues,"
        f" {wrong} faults\n"
    )
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
