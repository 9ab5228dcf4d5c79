"""`new` on a terminal: the questions, each with what is known already as its answer."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Any

import click
from msgspec import Struct

from ht_newsgen.cli.drafting import NAMED_BY, tidy
from ht_newsgen.cli.offering import Offers, guess, listed, pick
from ht_newsgen.kit.sentences import Sentence, say, spoken
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.kit.text import cut
from ht_newsgen.kit.tracking import without_tracking
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.config import Config, Section, SectionKind
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.refs import in_language
from ht_newsgen.reading.rights import NEED_A_LICENCE


class Person(Struct, frozen=True):
    """Whoever sits at the terminal: is asked and told in a language, and not on standard output."""

    words: NullTranslations

    def ask(self, what: Sentence, usual: str = "") -> str:
        """One line; Enter alone gives what is usual."""
        answer: str = click.prompt(
            spoken(what, self.words), default=usual, show_default=bool(usual), err=True
        )
        return answer

    def confirm(self, what: Sentence) -> bool:
        """Yes, unless the answer is no."""
        return click.confirm(spoken(what, self.words), default=True, err=True)

    def tell(self, what: Sentence) -> None:
        """A sentence on a line of its own."""
        click.echo(spoken(what, self.words), err=True)

    def offer(self, offers: Offers) -> None:
        """The list of what is declared."""
        for line in listed(offers):
            click.echo(f"  {line}", err=True)


def ask(
    person: Person,
    section: Section,
    registers: Registers,
    config: Config,
    known: Mapping[str, Any],
    *,
    asked: Mapping[str, Any],
    look: Callable[[str], Mapping[str, Any]],
) -> dict[str, Any]:
    """All that is known of the item when a person has answered what one of this kind needs.

    `known` are answers to begin with, and `asked` those that were given as options, about which
    nobody is asked again. `look` gives more to begin with, from the address of a report.
    """
    person.tell(
        say("A new item in {section}. Enter keeps what stands in brackets.", section=section.id)
    )
    is_news = section.kind is not SectionKind.PAGE
    answers = dict(known)
    answers |= ask_what(person, section.kind, answers, look)
    if not asked.get("standfirst"):
        answers["standfirst"] = person.ask(say("Standfirst (one or two sentences)"))
    if is_news:
        answers |= ask_source(person, registers, answers, asked)
        answers |= ask_topics(person, registers, config, asked)
    if not asked.get("slug"):
        language = asked.get("language") or config.language
        named = answers["title"] or cut(answers["text"], NAMED_BY)
        answers["slug"] = slug_of(person, slugify(named, language), language)
    return answers


TITLE = {
    SectionKind.FLASH: say(
        "Title, or the address of a report, or nothing, if its first words are to name it"
    ),
    SectionKind.STORY: say("Title, or the address of a report"),
}


def ask_what(
    person: Person,
    kind: SectionKind,
    known: Mapping[str, Any],
    look: Callable[[str], Mapping[str, Any]],
) -> dict[str, Any]:
    """The title; for a short note perhaps a text in its place.

    An address in its place is looked at, and its page may have a title to begin with.
    """
    answers = dict(known)
    while True:
        title = tidy(person.ask(TITLE.get(kind) or say("Title"), answers.get("title", "")))
        if kind in TITLE and is_http_url(title):
            answers |= look(title)
        elif title:
            guessed = title == answers.get("title")
            return answers | {"title": title} | ({} if guessed else {"draft": False})
        elif kind is SectionKind.FLASH:
            text = tidy(person.ask(say("Text (a sentence or two of your own)")))
            if text:
                return answers | {"title": "", "text": text}


def ask_source(
    person: Person, registers: Registers, known: Mapping[str, Any], asked: Mapping[str, Any]
) -> dict[str, Any]:
    """Who reported it first, where, and whose words the text will be."""
    answers: dict[str, Any] = {}
    if not asked.get("source_name"):
        offers = {source.id: source.name for source in registers.sources.values()}
        answers["source_name"] = source_of(person, offers, known.get("source_name", ""))
    name = asked.get("source_name") or answers["source_name"]
    if name and not asked.get("source_url"):
        answers["source_url"] = address(person, known.get("source_url", ""))
    if not asked.get("rights"):
        usual = Rights.EXCERPT if name else Rights.OWN
        answers["rights"] = rights_of(person, usual.value)
    rights = asked.get("rights") or answers["rights"]
    while rights in NEED_A_LICENCE and not (asked.get("licence") or answers.get("licence")):
        answers["licence"] = person.ask(say("Licence (such as CC-BY-4.0, or why it is free)"))
    return answers


def ask_topics(
    person: Person, registers: Registers, config: Config, asked: Mapping[str, Any]
) -> dict[str, Any]:
    """The topics, of those that are declared."""
    offers = {
        topic.id: in_language(topic.title, config.language, config.language)
        for topic in registers.topics.values()
    }
    if not offers or asked.get("topics"):
        return {}
    person.offer(offers)
    while True:
        answer = person.ask(say("Topics (numbers or names, with commas between)"))
        words = [word.strip() for word in answer.split(",") if word.strip()]
        picked = [pick(word, offers) for word in words]
        if all(picked):
            return {"topics": tuple(dict.fromkeys(picked))}
        for word, found in zip(words, picked, strict=True):
            if not found:
                person.tell(no_topic(word, guess(word, offers), offers))


def no_topic(word: str, meant: str, offers: Offers) -> Sentence:
    """That no topic has this name, and which was probably meant."""
    if meant:
        return say(
            "No topic is called {word}; did you mean {meant}?", word=word, meant=offers[meant]
        )
    return say("No topic is called {word}", word=word)


def source_of(person: Person, offers: Offers, usual: str) -> str:
    """The name of a declared source, or of another one."""
    person.offer(offers)
    what = say("Source: who reported it first (a number, a name, or nothing if it is our own)")
    answer = tidy(person.ask(what, usual))
    picked = pick(answer, offers)
    if not picked and (meant := guess(answer, offers)):
        picked = meant if person.confirm(say("Is that {name}?", name=offers[meant])) else ""
    return offers[picked] if picked else answer


def address(person: Person, usual: str) -> str:
    """An address that is one, or nothing."""
    while True:
        answer = person.ask(say("Address of the report (https://…)"), usual).strip()
        if not answer or is_http_url(answer):
            return without_tracking(answer)
        person.tell(say("An address begins with https:// and has no spaces in it"))


def rights_of(person: Person, usual: str) -> str:
    """Whose words these are."""
    offers = {right.value: right.value for right in Rights}
    kinds = ", ".join(offers)
    while True:
        if picked := pick(person.ask(say("Rights ({kinds})", kinds=kinds), usual), offers):
            return picked
        person.tell(say("It is one of {kinds}", kinds=kinds))


def slug_of(person: Person, usual: str, language: str) -> str:
    """A word that can stand in an address, or nothing where the title gives none."""
    while True:
        answer = person.ask(say("Name in the address"), usual).strip()
        if not answer or slugify(answer, language) == answer:
            return answer
        usual = slugify(answer, language) or usual
        person.tell(say("{word} cannot stand in an address", word=answer))
