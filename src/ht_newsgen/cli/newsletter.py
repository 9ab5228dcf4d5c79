"""`ht-newsgen newsletter`: editions as mails: begun, written, looked at, tried out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ht_newsgen.cli.flags import CLOCK, FOLDER, SITE, flag, make_options
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page, Program
from ht_newsgen.cli.newsletter_new import compose_edition
from ht_newsgen.cli.telling import tell_problems, typed_path
from ht_newsgen.errors import UsageError

if TYPE_CHECKING:
    from ht_newsgen.build.options import Options
    from ht_newsgen.kit.problems import Problem
    from ht_newsgen.newsletter.compose import Mail

USER, PASSWORD = "NEWSGEN_SMTP_USER", "NEWSGEN_SMTP_PASSWORD"
FROM = flag(
    "--from", "sender", default="", metavar="ADDRESS",
    help="Who the mail is from; else organisation.email in newsgen.yaml.",
)  # fmt: skip
EDITIONS = click.argument("editions", nargs=-1, metavar="[EDITION]...")


@click.group(
    "newsletter",
    cls=Program,
    examples=(
        ("ht-newsgen newsletter new --since 2018-01-01", "an edition of what was published"),
        ("ht-newsgen newsletter preview", "the mails, in a browser"),
        ("ht-newsgen newsletter build", "the mails, in out/"),
    ),
)
def newsletter_command() -> None:
    """Make mails of the newsletter's editions.

    Subscribers are written to by your provider; from here goes a test copy to a few people.
    """


@newsletter_command.command(
    "new",
    cls=Page,
    examples=(
        ("ht-newsgen newsletter new --since 2018-01-01", "all that was published since that day"),
        ("ht-newsgen newsletter new --since 2018-01-01 --section flash", "of one section"),
    ),
)
@flag("--since", required=True, metavar="DATE", help="The first day.")
@flag("--until", default="", metavar="DATE", help="The last day; else today.")
@flag("--section", "sections", multiple=True, metavar="ID", help="May be given more than once.")
@flag("--language", default="", metavar="TAG", help="Such as bs; else the site's own.")
@SITE
@CLOCK
@click.pass_obj
def new_command(
    hands: Hands,
    /,
    *,
    since: str,
    until: str,
    sections: tuple[str, ...],
    language: str,
    site: Path,
    clock: str | None,
) -> int:
    """Begin an edition.

    Writes a draft that names all that was published in the period, and prints its path. Take out
    what need not be sent, put the rest in order, and write a greeting. No file is overwritten.
    """
    from zoneinfo import ZoneInfo

    from ht_newsgen.cli.drafting import date_text
    from ht_newsgen.cli.new import write_new
    from ht_newsgen.kit.dates import end_of, parse_date
    from ht_newsgen.model.config import SectionKind
    from ht_newsgen.newsletter.choose import published_between

    options = make_options(hands, site=site, clock=clock)
    found, problems = hands.load(options)
    if found is None:
        tell_problems(problems, "text", root=options.root, environ=hands.environ)
        return 1
    config = found.config
    home = [one for one in config.sections if one.kind is SectionKind.NEWSLETTER]
    if not home:
        raise UsageError("newsgen.yaml has no section of `kind: newsletter` to put an edition in.")
    if language and language not in config.languages:
        raise UsageError(f"The site is not published in {language!r}, so nobody could read it.")
    zone = ZoneInfo(config.timezone)
    days = []
    for text in (since, until):
        parsed = parse_date(date_text(text, options.now, config.timezone))
        assert parsed is not None  # date_text gives nothing that is no date
        moment = parsed[0] if parsed[0].tzinfo else parsed[0].replace(tzinfo=zone)
        days.append((moment, parsed[1]))
    (begin, _), (last, whole) = days
    articles = published_between(
        found, begin, end_of(last, day_only=whole),
        language=language or config.language, sections=sections,
    )  # fmt: skip
    if not articles:
        raise UsageError(f"Nothing was published from {since} to {last.date()}.")
    suffix = f".{language}" if language and language != config.language else ""
    path = f"content/{home[0].id}/{last.date()}{suffix}.md"
    title = next(iter(config.title.values()))
    text = compose_edition(articles, subject=f"{title}, {last.date()}", date=last)
    write_new(options.root, path, text)
    click.echo(typed_path(options.root / path))
    return 0


@newsletter_command.command(
    "build",
    cls=Page,
    examples=(
        ("ht-newsgen newsletter build", "all editions"),
        ("ht-newsgen newsletter build 2018-01", "one, by its id, its slug or its file"),
    ),
)
@EDITIONS
@flag("-d", "--output", type=FOLDER, metavar="DIR", help="Where mails go; else out/ in the site.")
@FROM
@SITE
@CLOCK
@click.pass_obj
def build_command(
    hands: Hands, /, *, editions: tuple[str, ...], output: Path | None, sender: str, **wishes: Any
) -> int:
    """Write the mails of editions.

    For each: .html and .txt to give to your provider, and .eml, the whole message. Drafts of
    editions are written too; what they carry is only what readers see.
    """
    from ht_newsgen.kit.problems import has_errors
    from ht_newsgen.newsletter.files import write_mail

    options = mail_options(hands, **wishes)
    mails, problems = composed(hands, options, editions, sender)
    told = (*problems, *(one for mail in mails for one in mail.problems))
    tell_problems(told, "text", root=options.root, environ=hands.environ)
    if has_errors(tuple(told)):
        click.echo("\nNo mail was written.", err=True)
        return 1
    folder = (output or options.root / "out").absolute()
    for mail in mails:
        for file in write_mail(mail, folder):
            click.echo(typed_path(file))
        note = "; a draft, its page is not on the site yet" if mail.edition.draft else ""
        click.echo(f"{mail.edition.title}: {mail.size:,} bytes of HTML{note}.", err=True)
    if not mails:
        click.echo("There is no edition yet; ht-newsgen newsletter new begins one.", err=True)
    return 0


@newsletter_command.command(
    "preview", cls=Page, examples=(("ht-newsgen newsletter preview", "until you press Ctrl+C"),)
)
@flag("-p", "--port", type=click.IntRange(0, 65535), default=8010, metavar="N",
      help="Else 8010; 0 takes a free one.")  # fmt: skip
@flag("--open", "opened", is_flag=True, help="Show it in your browser.")
@SITE
@CLOCK
@click.pass_obj
def preview_command(hands: Hands, /, *, port: int, opened: bool, **wishes: Any) -> int:
    """Show the mails in a browser.

    Serves them on this machine alone, made anew each time you look.
    """
    from ht_newsgen.newsletter.preview import Shown, make_server

    options = mail_options(hands, **wishes)

    def look() -> Shown:
        mails, problems = composed(hands, options, (), "")
        return Shown(mails, problems)

    look()
    try:
        server = make_server(look, port)
    except OSError as error:
        raise UsageError(f"Port {port} cannot be used ({error.strerror}); try --port 0.") from error
    with server:
        url = f"http://127.0.0.1:{server.server_port}/"
        click.echo(f"{url} shows the mails; Ctrl+C ends.")
        if opened:
            hands.browse(url)
        server.serve_forever()
    return 0


@newsletter_command.command(
    "send",
    cls=Page,
    examples=(
        ("ht-newsgen newsletter send --smtp smtps://mail.example.org --to ana@example.org",
         "the newest edition, to oneself"),
    ),
)  # fmt: skip
@click.argument("edition", required=False, default="")
@flag("--smtp", "server", required=True, metavar="URL",
      help="Where mail is handed in: smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT. "
      f"Name and password come from {USER} and {PASSWORD}.")  # fmt: skip
@flag("--to", "addresses", required=True, multiple=True, metavar="ADDRESS",
      help="A person; may be given a few times. Lists are refused.")  # fmt: skip
@FROM
@SITE
@CLOCK
@click.pass_obj
def send_command(
    hands: Hands,
    /,
    *,
    edition: str,
    server: str,
    addresses: tuple[str, ...],
    sender: str,
    **wishes: Any,
) -> int:
    """Send a test copy to people by name.

    Each gets a message of their own. Subscribers are never written to from here: that is your
    provider's work, which knows who agreed and lets them leave.
    """
    from ht_newsgen.kit.problems import has_errors
    from ht_newsgen.newsletter.send import check_recipients, send, server_of

    environ = hands.environ
    where = server_of(server, user=environ.get(USER, ""), password=environ.get(PASSWORD, ""))
    check_recipients(addresses)
    options = mail_options(hands, **wishes)
    mails, problems = composed(hands, options, (edition,) if edition else (), sender)
    told = (*problems, *(one for mail in mails[:1] for one in mail.problems))
    tell_problems(told, "text", root=options.root, environ=environ)
    if has_errors(tuple(told)):
        click.echo("\nNothing was sent.", err=True)
        return 1
    if not mails:
        raise UsageError("There is no edition yet; ht-newsgen newsletter new begins one.")
    check_recipients(addresses, mails[0].lists)
    send(mails[0], where, addresses)
    click.echo(f"{mails[0].edition.title}: sent to {', '.join(addresses)}.")
    return 0


def mail_options(hands: Hands, **wishes: Any) -> "Options":
    """A build's wishes in which editions are shown, be they drafts; items never are."""
    from msgspec.structs import replace

    from ht_newsgen.model.site import Show

    return replace(make_options(hands, **wishes), show=Show(editions=True))


def composed(
    hands: Hands, options: "Options", editions: tuple[str, ...], sender: str
) -> "tuple[tuple[Mail, ...], tuple[Problem, ...]]":
    """The mails of these editions, all without a word, and what is wrong with the site."""
    from ht_newsgen.newsletter.choose import chosen_editions
    from ht_newsgen.newsletter.compose import compose

    def work(site: Any, body: Callable[[str], str], environments: Any) -> "tuple[Mail, ...]":
        wanted = chosen_editions(site, editions)
        return tuple(compose(site, body, environments, wanted=wanted, sender=sender))

    mails, problems = hands.lend(options, work)
    return mails or (), problems
