"""`ht-newsgen explain`: the page of a rule, or the list of all."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from typing import TYPE_CHECKING

import click

from ht_newsgen.cli.flags import LANGUAGE
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.language import words_of
from ht_newsgen.errors import UsageError

if TYPE_CHECKING:
    from ht_newsgen.build.explanations import Example, Explanation
    from ht_newsgen.kit.problems import Rule

WIDEST = 88
"""Columns; longer lines are hard to read."""


@click.command(
    "explain",
    cls=Page,
    examples=(
        ("ht-newsgen explain front-matter/yaml", "why, and how it is done rightly"),
        ("ht-newsgen explain front-matter", "all rules of a family"),
        ("ht-newsgen explain", "all rules"),
    ),
)
@click.argument("rule", default="")
@LANGUAGE
@click.pass_obj
def explain_command(hands: Hands, /, rule: str, language: str | None) -> int:
    """Explain a rule: why it is there, what breaks it, and how it is done rightly.

    RULE is the id that stands in every problem that is told, such as front-matter/yaml. The part
    before the stroke alone lists a family of rules; without RULE, all are listed. What a rule asks
    for is told in your language, the page below it in English.
    """
    from ht_newsgen.build.explanations import explanation
    from ht_newsgen.cli.rules import CHECKED, RULES

    words = words_of(language, hands.environ)
    by_id = {one.id: one for one in RULES}
    asked = rule.strip("`/")
    if asked in by_id:
        lines = page_of(by_id[asked], explanation(asked), words, checked=asked in CHECKED)
    else:
        family = [one for one in RULES if not asked or one.id.startswith(f"{asked}/")]
        if not family:
            raise UsageError(no_such_rule(asked, by_id))
        lines = listing(family, words)
    click.echo("\n".join(lines))
    return 0


def no_such_rule(asked: str, known: Iterable[str]) -> str:
    """What to say of an id that is none."""
    from ht_newsgen.kit.text import nearest

    names = {name for rule in known for name in (rule, rule.partition("/")[0])}
    meant = nearest(asked, sorted(names))
    advice = f"Did you mean {meant}?" if meant else "`ht-newsgen explain` lists all rules."
    return f"There is no rule {asked}. {advice}"


def listing(rules: "Iterable[Rule]", words: NullTranslations) -> Iterator[str]:
    """A line for each rule, its summary beside it or, where that is narrow, below."""
    rules = list(rules)
    longest = max(len(rule.id) for rule in rules)
    for rule in rules:
        first = f"{rule.id:{longest}}  "
        yield from textwrap.wrap(
            first + words.gettext(rule.summary), width(), subsequent_indent=" " * len(first)
        )


def page_of(
    rule: "Rule", page: "Explanation | None", words: NullTranslations, *, checked: bool
) -> Iterator[str]:
    """The page of a rule as lines for a terminal."""
    from ht_newsgen.kit.problems import Severity
    from ht_newsgen.kit.sentences import say, spoken

    weight = say("error") if rule.severity is Severity.ERROR else say("warning")
    yield f"{rule.id} ({spoken(weight, words)})"
    yield from wrapped(words.gettext(rule.summary))
    if checked:
        told = say(
            "`check` asks for it. To change how much it weighs, write {rule} below `checks:` in"
            " newsgen.yaml; to set it aside for one item, with the reason, write `silence:` there.",
            rule=rule.id,
        )
        yield ""
        yield from wrapped(spoken(told, words))
    if page is not None:
        for paragraph in page.why.split("\n\n"):
            yield ""
            yield from wrapped(paragraph)
        yield from example(spoken(say("Wrong"), words), page.wrong)
        yield from example(spoken(say("Right"), words), page.right)


def example(title: str, files: "Iterable[Example]") -> Iterator[str]:
    """The files of an example, each below its path."""
    from ht_newsgen.build.visible import visible

    for file in files:
        yield ""
        yield f"{title}: {visible(file.path)}{remark(file)}"
        yield ""
        for line in file.text.rstrip("\n").split("\n"):
            yield f"    {visible(line)}".rstrip()


def remark(file: "Example") -> str:
    """What cannot be seen of a file."""
    if file.form == "link":
        return " (a symbolic link)"
    if file.times > 1:
        return f" (its last line stands there {file.times:,} times)"
    return f" (in {file.encoding})" if file.encoding != "utf-8" else ""


def wrapped(paragraph: str) -> list[str]:
    """A paragraph in lines of the terminal's width."""
    return textwrap.wrap(paragraph, width(), break_long_words=False, break_on_hyphens=False)


def width() -> int:
    """Columns to use."""
    return min(shutil.get_terminal_size().columns, WIDEST)
