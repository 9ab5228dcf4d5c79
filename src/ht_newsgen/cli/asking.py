"""`new` on a terminal: the questions, each with what is known already as its answer."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from ht_newsgen.cli.drafting import NAMED_BY, tidy
from ht_newsgen.cli.offering import Offers, guess, listed, pick
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.kit.text import cut
from ht_newsgen.kit.tracking import without_tracking
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.config import Config, Section, SectionKind
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.refs import in_language
from ht_newsgen.reading.rights import NEED_A_LICENCE


def ask(
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
    click.echo(f"A new item in {section.id}. Enter keeps what stands in brackets.", err=True)
    is_news = section.kind is not SectionKind.PAGE
    answers = dict(known)
    answers |= ask_what(section.kind, answers, look if is_news else None)
    if not asked.get("standfirst"):
        answers["standfirst"] = question("Standfirst (one or two sentences)")
    if is_news:
        answers |= ask_source(registers, answers, asked)
        answers |= ask_topics(registers, config, asked)
    if not asked.get("slug"):
        language = asked.get("language") or config.language
        named = answers["title"] or cut(answers["text"], NAMED_BY)
        answers["slug"] = slug_of(slugify(named, language), language)
    return answers


def ask_what(
    kind: SectionKind, known: Mapping[str, Any], look: Callable[[str], Mapping[str, Any]] | None
) -> dict[str, Any]:
    """The title; for a short note perhaps a text in its place.

    An address in its place is looked at, and its page may have a title to begin with.
    """
    words = ["Title"] + ["the address of a report"] * (look is not None)
    words += ["nothing, if its first words are to name it"] * (kind is SectionKind.FLASH)
    answers = dict(known)
    while True:
        title = tidy(question(", or ".join(words), answers.get("title", "")))
        if look is not None and is_http_url(title):
            answers |= look(title)
        elif title:
            guessed = title == answers.get("title")
            return answers | {"title": title} | ({} if guessed else {"draft": False})
        elif kind is SectionKind.FLASH:
            text = tidy(question("Text (a sentence or two of your own)"))
            if text:
                return answers | {"title": "", "text": text}


def ask_source(
    registers: Registers, known: Mapping[str, Any], asked: Mapping[str, Any]
) -> dict[str, Any]:
    """Who reported it first, where, and whose words the text will be."""
    answers: dict[str, Any] = {}
    if not asked.get("source_name"):
        offers = {source.id: source.name for source in registers.sources.values()}
        answers["source_name"] = source_of(offers, known.get("source_name", ""))
    name = asked.get("source_name") or answers["source_name"]
    if name and not asked.get("source_url"):
        answers["source_url"] = address(known.get("source_url", ""))
    if not asked.get("rights"):
        usual = Rights.EXCERPT if name else Rights.OWN
        answers["rights"] = one_of([right.value for right in Rights], usual.value)
    rights = asked.get("rights") or answers["rights"]
    while rights in NEED_A_LICENCE and not (asked.get("licence") or answers.get("licence")):
        answers["licence"] = question("Licence (such as CC-BY-4.0, or why it is free)")
    return answers


def ask_topics(registers: Registers, config: Config, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The topics, of those that are declared."""
    offers = {
        topic.id: in_language(topic.title, config.language, config.language)
        for topic in registers.topics.values()
    }
    if not offers or asked.get("topics"):
        return {}
    tell(offers)
    while True:
        words = question("Topics (numbers or names, with commas between)").split(",")
        words = [word for word in words if word.strip()]
        picked = [pick(word, offers) for word in words]
        if all(picked):
            return {"topics": tuple(dict.fromkeys(picked))}
        for word, found in zip(words, picked, strict=True):
            if not found:
                meant = guess(word.strip(), offers)
                advice = f"; did you mean {offers[meant]}?" if meant else ""
                click.echo(f"No topic is called {word.strip()}{advice}", err=True)


def source_of(offers: Offers, usual: str) -> str:
    """The name of a declared source, or of another one."""
    tell(offers)
    hint = "a number, a name, or nothing if it is our own" if offers else "nothing if our own"
    answer = tidy(question(f"Source: who reported it first ({hint})", usual))
    picked = pick(answer, offers)
    if not picked and (meant := guess(answer, offers)):
        picked = meant if click.confirm(f"Is that {offers[meant]}?", default=True, err=True) else ""
    return offers[picked] if picked else answer


def address(usual: str) -> str:
    """An address that is one, or nothing."""
    while True:
        answer = question("Address of the report (https://…)", usual).strip()
        if not answer or is_http_url(answer):
            return without_tracking(answer)
        click.echo("An address begins with https:// and has no spaces in it", err=True)


def one_of(words: list[str], usual: str) -> str:
    """One of these words."""
    offers = {word: word for word in words}
    while True:
        answer = question(f"Rights ({', '.join(words)})", usual)
        if picked := pick(answer, offers):
            return picked
        click.echo(f"It is one of {', '.join(words)}", err=True)


def slug_of(usual: str, language: str) -> str:
    """A word that can stand in an address, or nothing where the title gives none."""
    while True:
        answer = question("Name in the address", usual).strip()
        if not answer or slugify(answer, language) == answer:
            return answer
        usual = slugify(answer, language) or usual
        click.echo(f"{answer} cannot stand in an address", err=True)


def tell(offers: Offers) -> None:
    """The list of what is declared."""
    for line in listed(offers):
        click.echo(f"  {line}", err=True)


def question(words: str, usual: str = "") -> str:
    """One line from the person at the terminal; the question stays off standard output."""
    answer: str = click.prompt(words, default=usual, show_default=bool(usual), err=True)
    return answer
