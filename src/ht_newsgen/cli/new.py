"""`ht-newsgen new`: one more item, complete and valid, in the right place."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ht_newsgen.cli.clock import choose_now
from ht_newsgen.cli.composing import compose
from ht_newsgen.cli.flags import CLOCK, SITE, flag, together
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.language import words_of
from ht_newsgen.cli.telling import progress, tell_problems, typed_path
from ht_newsgen.errors import OutputUnwritable, UsageError

if TYPE_CHECKING:
    from ht_newsgen.cli.composing import NewItem
    from ht_newsgen.model.config import Config
    from ht_newsgen.model.registers import Registers

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
    flag("--url", group="The source", metavar="URL|FILE", default="",
         help="Where the report stands, or a saved copy of its page: title, source, day, author "
         "and language are taken from what the page says of itself; its text never is."),
    flag("--source-name", group="The source", metavar="NAME", default="",
         help="Who reported it first."),
    flag("--source-url", group="The source", metavar="URL", default="",
         help="The address of the report."),
    flag("--rights", group="The source", type=click.Choice(RIGHTS), default=None, metavar="KIND",
         help=f"Whose words these are: {', '.join(RIGHTS)}; decides how much is shown. "
         "Else own, and excerpt with --url."),
    flag("--licence", group="The source", metavar="TEXT", default="",
         help="Under which licence, for licensed and public."),
)  # fmt: skip


@click.command(
    "new",
    cls=Page,
    examples=(
        ("ht-newsgen new flash", "asks for what it needs"),
        ('ht-newsgen new flash "Raids in two countries"', "asks for nothing"),
        ("ht-newsgen new flash --url https://…", "takes title and source from the page"),
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
    url: str,
    **given: Any,
) -> int:
    """Write a new item.

    Makes a Markdown file with complete front matter in the folder of SECTION (one of those in
    newsgen.yaml), and prints its path; the text is yours to add. Slug and id are written down, so
    that its address stays when the headline changes. Without a TITLE it asks, on a terminal. It
    never overwrites a file.

    With --url it looks at the page once, or at a file that you have saved, and fills in what the
    page says of itself. What you give as an option counts more.
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
    if url and chosen.kind.value == "page":
        raise UsageError("A standing page points to no report; --url is for news.")

    def look(where: str) -> dict[str, Any]:
        return clipped(hands, where, root, registers=registers, config=config)

    known = look(url) if url else {}
    if not given["title"] and hands.is_terminal():
        from ht_newsgen.cli.asking import Person, ask

        person = Person(words_of(None, hands.environ))
        known = ask(person, chosen, registers, config, known, asked=filled(given), look=look)
    wishes: dict[str, Any] = {"rights": "own", **known, **filled(given)}
    if not wishes.get("title") and not wishes.get("text"):
        raise UsageError(
            "A title is missing; give one after the section: "
            f'ht-newsgen new {chosen.id} "Raids in two countries"'
        )
    item = draft_item(config, chosen, registers.topics, now, **wishes)
    path = path_of(chosen, item)
    refuse_what_cannot_be_read(root, config, path, item)
    write_new(root, path, compose(item))
    click.echo(typed_path(root / path))
    return 0


def filled(given: dict[str, Any]) -> dict[str, Any]:
    """The wishes that were given."""
    return {name: value for name, value in given.items() if value}


def clipped(
    hands: Hands, where: str, root: Path, *, registers: "Registers", config: "Config"
) -> dict[str, Any]:
    """What the page at an address or in a file tells of itself; what is odd about it is told."""
    from msgspec.structs import replace

    from ht_newsgen.cli.clipped import answers_of, clip
    from ht_newsgen.cli.told_already import told_already
    from ht_newsgen.fetching.caution import Caution
    from ht_newsgen.kit.sentences import say, spoken

    words = words_of(None, hands.environ)
    with progress(f"Looking at {where} …", quiet=False):
        caution = Caution()
        clipping = clip(
            where, hands.fetch, replace(caution, agent=f"{caution.agent} (+{config.base_url})")
        )
    for remark in clipping.remarks:
        click.echo(f"{where}: {spoken(remark, words)}", err=True)
    for path in told_already(root, clipping.url) if clipping.url else ():
        told = say("{path} names this report already", path=typed_path(root / path))
        click.echo(spoken(told, words), err=True)
    return answers_of(clipping, registers.sources, config.language, words)


def refuse_what_cannot_be_read(root: Path, config: "Config", path: str, item: "NewItem") -> None:
    """Read the item as the build would; raises UsageError if that finds a mistake."""
    from ht_newsgen.build.reports.text import as_text
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
