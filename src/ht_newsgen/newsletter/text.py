"""A mail as plain text, made to be read on a narrow screen and to be listened to.

Lines are 72 characters at most (RFC 3676, section 4.2, asks for less than 78), but an address is
never divided. Items say their number; sections say how many there are.
"""

import textwrap
from collections.abc import Iterator
from gettext import NullTranslations

from ht_newsgen.i18n.formats import format_day, format_number, language_name
from ht_newsgen.i18n.messages import translations
from ht_newsgen.newsletter.prose import blocks
from ht_newsgen.newsletter.view import MailItem, MailPart, MailView

WIDTH = 72


def mail_text(view: MailView) -> str:
    """The plain text of a mail; ends with a line feed."""
    words = translations(view.language)
    paragraphs = [
        wrapped(view.site_title) + wrapped(view.subject) + [format_day(view.date, view.language)],
        *_greeting(view),
    ]
    for part in view.parts:
        paragraphs += ([], *_part(part, view.language, words))
    paragraphs += ([], *_about(view, words))
    return "\n\n".join("\n".join(lines) for lines in paragraphs).strip() + "\n"


def wrapped(text: str, indent: str = "") -> list[str]:
    """The text in lines; words and addresses stay whole."""
    return textwrap.wrap(
        text,
        WIDTH,
        subsequent_indent=" " * len(indent),
        initial_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _greeting(view: MailView) -> Iterator[list[str]]:
    for block in blocks(view.greeting):
        yield [*wrapped(block.text, block.mark), *block.links]


def _part(part: MailPart, language: str, words: NullTranslations) -> Iterator[list[str]]:
    count = len(part.items)
    number = format_number(count, language)
    title = words.ngettext("%(section)s: %(count)s item", "%(section)s: %(count)s items", count)
    yield wrapped(title % {"section": part.title, "count": number})
    for index, item in enumerate(part.items, start=1):
        yield _item(item, f"{index}. ", language, words)


def _item(item: MailItem, mark: str, language: str, words: NullTranslations) -> list[str]:
    about = [item.source, format_day(item.date, language)]
    if item.language:
        name = language_name(item.language, language)
        about.append(words.gettext("in %(language)s") % {"language": name})
    lines = [*wrapped(item.title, mark), *wrapped(", ".join(filter(None, about)))]
    for note in item.notes:
        lines += wrapped(note)
    for number, text in enumerate(item.text):
        begins = f"{item.dateline}: " if item.dateline and number == len(item.text) - 1 else ""
        lines += wrapped(begins + text)
    if item.url:
        lines.append(item.url)
    if item.more_url:
        lines += [words.gettext("The original report:"), item.more_url]
    return lines


def _about(view: MailView, words: NullTranslations) -> Iterator[list[str]]:
    reason = words.gettext(
        "You get this message because you subscribed to the newsletter of %(organisation)s."
    )
    yield wrapped(reason % {"organisation": view.organisation})
    yield [words.gettext("Read this edition on the web:"), view.web]
    if view.newsletter:
        yield [words.gettext("Was it sent on to you? Subscribe here:"), view.newsletter]
    if view.privacy:
        yield [words.gettext("What happens to your data:"), view.privacy]
    if view.unsubscribe:
        unsubscribe = view.unsubscribe.removeprefix("mailto:")
        yield [words.gettext("Unsubscribe:"), unsubscribe]
