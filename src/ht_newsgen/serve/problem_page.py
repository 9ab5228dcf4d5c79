"""What is wrong with the site, as a page: the same places, lines and help as on the terminal."""

from collections.abc import Iterable
from gettext import NullTranslations
from html import escape

from ht_newsgen.build.reports.lines import ReadLine
from ht_newsgen.build.reports.tally import tally
from ht_newsgen.build.reports.text import place_text
from ht_newsgen.build.visible import point_at, visible
from ht_newsgen.kit.problems import Problem, Severity
from ht_newsgen.kit.sentences import ENGLISH, Sentence, say, spoken
from ht_newsgen.serve.additions import HOME

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"

_PAGE = """<!doctype html>
<html lang="{language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="{home}serve.css">
</head>
<body class="newsgen-page">
<main>
<h1>{title}</h1>
<p>{sentence}</p>
{problems}
{back}</main>
</body>
</html>
"""


def problem_page(
    sentence: Sentence,
    problems: Iterable[Problem],
    fault: str,
    read_line: ReadLine,
    words: NullTranslations = ENGLISH,
    *,
    back: str = "",
) -> str:
    """A page of its own about these problems; it needs nothing of the theme, which may be broken.

    `fault` is what is wrong beside the content, such as a template; empty if nothing is. `back` is
    where the site is, for a page that does not stand in the place of another.
    """
    found = sorted(problems, key=lambda one: (one.severity is not Severity.ERROR, one))
    title = headline(found, fault, words)
    pieces = [_fault(fault)] if fault else []
    pieces += (_article(one, read_line, words) for one in found)
    to_site = spoken(say("To the site"), words)
    return _PAGE.format(
        policy=escape(POLICY),
        language=words.info().get("language", "en"),
        home=HOME,
        title=escape(title),
        sentence=escape(spoken(sentence, words)),
        problems="\n".join(pieces),
        back=f'<p><a href="{escape(back)}">{escape(to_site)}</a></p>\n' if back else "",
    )


def headline(problems: Iterable[Problem], fault: str, words: NullTranslations = ENGLISH) -> str:
    """How much is wrong: `1 error in 1 file`, or that something beside the content is."""
    found = list(problems)
    counts = tally(found, words)
    if fault and found:
        return spoken(say("The site cannot be shown, and there is {counts}", counts=counts), words)
    text = spoken(say("Something is in the way"), words) if fault else counts
    return text[:1].upper() + text[1:]


def _fault(fault: str) -> str:
    lines = "<br>".join(escape(visible(line)) for line in fault.splitlines())
    return f'<article class="newsgen-error">\n<h2>{lines}</h2>\n</article>'


def _article(found: Problem, read_line: ReadLine, words: NullTranslations) -> str:
    """One problem: what is wrong, where, the line with a caret below the place, what to do."""
    place = place_text(found.place)
    errors = found.severity is Severity.ERROR
    severity = spoken(say("error") if errors else say("warning"), words)
    parts = [
        f'<article class="newsgen-{found.severity.value}">',
        f"<h2>{escape(visible(spoken(found.message, words)))}</h2>",
        f"<p><code>{escape(place)}</code> · {severity} · <code>{found.rule}</code></p>",
    ]
    line = read_line(found.place.path, found.place.line) if found.place.line else ""
    if line.strip():
        text, before = point_at(line, found.place.column)
        caret = f"\n{' ' * before}<b>^</b>" if found.place.column else ""
        parts.append(f"<pre>{escape(text)}{caret}</pre>")
    if found.help:
        lines = (escape(visible(line)) for line in spoken(found.help, words).splitlines())
        parts.append(f"<p>{'<br>'.join(lines)}</p>")
    return "\n".join([*parts, "</article>"])
