"""A planned page through its template, to the bytes of an HTML file."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ht_newsgen.kit.html import rebase_links
from ht_newsgen.kit.patterns import regex
from ht_newsgen.model.page import Page, PageKind

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from ht_newsgen.render.pictures import PictureMacro

TEMPLATES = {
    PageKind.FRONT: "front.html",
    PageKind.LISTING: "listing.html",
    PageKind.TERMS: "terms.html",
    PageKind.ARCHIVE: "archive.html",
    PageKind.ARTICLE: "article.html",
    PageKind.PAGE: "page.html",
    PageKind.EDITION: "edition.html",
    PageKind.TOMBSTONE: "tombstone.html",
    PageKind.REDIRECT: "redirect.html",
    PageKind.FEEDS: "feeds.html",
    PageKind.HELP: "help.html",
    PageKind.SEARCH: "search.html",
    PageKind.NOT_FOUND: "not_found.html",
    PageKind.SPECIMEN: "specimen.html",
}
"""The template of each kind of page that is HTML."""

BLANK_LINES = regex(r"\n(?:[ \t]*+\n)++")
"""Possessive, since most lines are not blank and their indentation is not to be tried letter by
letter: half the time."""
PREFORMATTED = regex(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def render_html(page: Page, environment: "Environment", body: Callable[[str], str]) -> bytes:
    """The file of a page: its view through the template of its kind, in UTF-8.

    `body` gives the HTML of a text by its digest, with links not yet prefixed. A template calls
    `body(digest)`, or `body(digest, macro, lead)` to have pictures shown by its macro. Raises
    `ThemeBroken` when a template cannot be used.
    """
    # Imported here, with Jinja: a build that has nothing to render asks for TEMPLATES alone.
    from markupsafe import Markup

    from ht_newsgen.render.faults import broken_templates_named
    from ht_newsgen.render.pictures import plain_pictures, shown_pictures
    from ht_newsgen.render.words import marked

    base = site_base(page)

    def prefixed_body(
        digest: str, macro: "PictureMacro | None" = None, lead: bool = False
    ) -> "Markup":
        html = rebase_links(body(digest), base)
        html = shown_pictures(html, macro, lead=lead) if macro else plain_pictures(html)
        return Markup(html)  # noqa: S704 - sanitised when it was read

    with broken_templates_named(environment):
        template = environment.get_template(TEMPLATES[page.kind])
        text = template.render(view=page.view, body=prefixed_body)
    return tidy(marked(text)).encode()


def site_base(page: Page) -> str:
    """The path of the site on its host: where the front page is, without the language's prefix.

    Taken from the view, which must hold all that a page depends on.
    """
    frame = getattr(page.view, "frame", None)
    return frame.home.removesuffix(frame.locale.prefix) if frame else "/"


def tidy(text: str) -> str:
    """The text without blank lines, which conditions in templates leave behind; one ends it.

    Preformatted text keeps every line.
    """
    text = text.strip() + "\n"
    if not BLANK_LINES.search(text):
        return text
    if "</pre>" not in text and "</textarea>" not in text:
        return BLANK_LINES.sub("\n", text)
    pieces = PREFORMATTED.split(text)
    pieces[::2] = [BLANK_LINES.sub("\n", piece) for piece in pieces[::2]]
    return "".join(pieces)
