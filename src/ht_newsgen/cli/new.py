"""`ht-newsgen new`: one more item, complete and valid, in the right place."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ht_newsgen.cli.clock import choose_now
from ht_newsgen.cli.composing import compose
from ht_newsgen.cli.flags import CLOCK, SITE, flag, together
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.telling import tell_problems, typed_path
from ht_newsgen.errors import OutputUnwritable, UsageError

if TYPE_CHECKING:
    from ht_newsgen.cli.composing import NewItem
    from ht_newsgen.model.config import Config, Section

RIGHTS = ("own", "excerpt", "licensed", "public", "unverified")

ITEM = together(
    flag("--title", "named", group="The item", default="", metavar="TEXT",
         help="The headline, for those who prefer it as an option."),
    flag("--standfirst", group="The item", default="", metavar="TEXT",
         help="One or two sentences under the headline."),
    flag("--date", group="The item", default="", help="When it is posted; else today.",
         metavar="DATE"),
    flag("--topic", "topics", group="The item", metavar="ID", multiple=True,
         help="A topic declared in content/data/topics.yaml; may be given more than once."),
    flag("--country", "countries", group="The item", metavar="CODE", multiple=True,
         help="An ISO 3166 code such as BA; may be given more than once."),
    flag("--language", group="The item", metavar="TAG", default="",
         help="Such as bs; else the site's own."),
    flag("--slug", group="The item", metavar="WORD", default="",
         help="Its name in the address; else made from the title."),
    flag("--draft", group="The item", is_flag=True, help="Keep it from readers for now."),
)  # fmt: skip

SOURCE = together(
    flag("--source-name", group="The source", metavar="NAME", default="",
         help="Who reported it first."),
    flag("--source-url", group="The source", metavar="URL", default="",
         help="The address of the report."),
    flag("--rights", group="The source", type=click.Choice(RIGHTS), default="own", metavar="KIND",
         help=f"Whose words these are: {', '.join(RIGHTS)}; decides how much is shown. Else own."),
    flag("--licence", group="The source", metavar="TEXT", default="",
         help="Under which licence, for licensed and public."),
)  # fmt: skip


@click.command(
    "new",
    cls=Page,
    examples=(
        ("ht-newsgen new flash", "asks for what it needs"),
        ('ht-newsgen new flash "Raids in two countries"', "asks for nothing"),
        ('ht-newsgen new pages "About our work" --slug work', "a standing page"),
    ),
)
@click.argument("section")
@click.argument("title", required=False, default="")
@ITEM
@SOURCE
@SITE
@CLOCK
@click.pass_obj
def new_command(
    hands: Hands,
    /,
    *,
    section: str,
    title: str,
    named: str,
    site: Path,
    clock: str | None,
    **given: Any,
) -> int:
    """Write a new item.

    Makes a Markdown file with complete front matter in the folder of SECTION (one of those in
    newsgen.yaml), and prints its path; the text is yours to add. Slug and id are written down, so
    that its address stays when the headline changes. Without a TITLE it asks, on a terminal. It
    never overwrites a file.
    """
    from ht_newsgen.build.paths import find_site
    from ht_newsgen.cli.drafting import draft_item, path_of, section_of
    from ht_newsgen.reading.config import read_config
    from ht_newsgen.reading.registers import read_registers

    if title and named:
        raise UsageError("The title is given twice, as an argument and with --title.")
    root = find_site(site)
    now = choose_now(clock, hands.environ, hands.now)
    config, problems = read_config(root)
    if config is None:
        tell_problems(problems, "text", root=root, environ=hands.environ)
        return 1
    chosen = section_of(config, section)
    registers, _ = read_registers(root, config)
    given["title"] = title or named
    if not given["title"]:
        if not hands.is_terminal():
            raise UsageError(
                "A title is missing; give one after the section: "
                f'ht-newsgen new {chosen.id} "Raids in two countries"'
            )
        given |= ask(chosen, registers.topics, given)
    item = draft_item(config, chosen, registers.topics, now, **given)
    path = path_of(chosen, item)
    refuse_what_cannot_be_read(root, config, path, item)
    write_new(root, path, compose(item))
    click.echo(typed_path(root / path))
    return 0


def ask(section: "Section", topics: Collection[str], given: dict[str, Any]) -> dict[str, Any]:
    """What a person answers to the questions that the options leave open."""
    click.echo(f"A new item in {section.id}. Leave empty what you do not know.", err=True)
    answers: dict[str, Any] = {}
    while not answers.get("title"):
        answers["title"] = question("Title").strip()
    if not given["standfirst"]:
        answers["standfirst"] = question("Standfirst (one or two sentences)")
    if section.kind.value == "page":
        return answers
    if not given["source_name"]:
        answers["source_name"] = question("Source (who reported it first)")
    if answers.get("source_name", given["source_name"]) and not given["source_url"]:
        answers["source_url"] = question("Address of the report (https://…)")
    if topics and not given["topics"]:
        click.echo(f"The topics are: {', '.join(topics)}", err=True)
        answers["topics"] = tuple(
            question("Topics (with commas between)").replace(",", " ").split()
        )
    return answers


def question(words: str) -> str:
    """One line from the person at the terminal; the question stays off standard output."""
    answer: str = click.prompt(words, default="", show_default=False, err=True)
    return answer


def refuse_what_cannot_be_read(root: Path, config: "Config", path: str, item: "NewItem") -> None:
    """Read the item as the build would; raises UsageError if that finds a mistake."""
    from ht_newsgen.build.report import as_text
    from ht_newsgen.kit.problems import has_errors
    from ht_newsgen.reading.article import parse_item
    from ht_newsgen.reading.media import picture_lookup

    text = compose(item)
    problems = parse_item(text.encode(), path, config, picture_lookup(root, path)).problems
    if has_errors(problems):
        lines = text.split("\n")
        click.echo(as_text(problems, lambda _path, line: lines[line - 1]), err=True)
        raise UsageError("Nothing was written: this would not be a valid item.")


def write_new(root: Path, path: str, text: str) -> None:
    """Write a file that is not there yet, and the folders above it."""
    from ht_newsgen.kit.files import is_inside

    file = root / path
    if not is_inside(root, file.parent):
        raise UsageError(f"{typed_path(file.parent)} leads out of the site; nothing was written.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError:
        raise UsageError(
            f"{typed_path(file)} is there already; give another name with --slug."
        ) from None
    except OSError as error:
        raise OutputUnwritable(
            f"{typed_path(file)} cannot be written: {error.strerror or error}"
        ) from None
