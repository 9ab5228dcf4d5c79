"""Texts of nothing but paragraphs, as most short notes are.

Python-Markdown makes a tree of such a text as well, goes through it seven times and writes it out
again. Where each line can only be one of a paragraph, and each mark belongs to a plain link or to
plain emphasis, the HTML is the text itself with a few tags between.
"""

from ht_newsgen.reading.extensions.plain_marks import PLAIN_MARKS, SIGNS, any_of
from ht_newsgen.reading.extensions.skipping import ODD_WHITESPACE, PLAIN, PREPROCESSORS

_MORE_THAN_PARAGRAPHS = (
    *("&", ">"),  # both are escaped
    *(mark for marks in PREPROCESSORS.values() for mark in marks),
    *ODD_WHITESPACE,
    "]:",
)


def plain_html(text: str) -> str | None:
    """The HTML of the text; None if that is for Python-Markdown to say."""
    text = text.strip("\n")
    if any_of(_MORE_THAN_PARAGRAPHS, text) or not all(map(PLAIN.fullmatch, text.split("\n\n"))):
        return None
    before, *parts = PLAIN_MARKS.split(text)
    if any_of(SIGNS, "\n".join((before, *parts[4::5]))):
        return None
    html = [before]
    groups = zip(parts[::5], parts[1::5], parts[2::5], parts[3::5], parts[4::5], strict=True)
    for label, address, second_star, words, after in groups:
        if address:
            html.append(f'<a href="{address}">{label}</a>')
        else:
            tag = "strong" if second_star else "em"
            html.append(f"<{tag}>{words}</{tag}>")
        html.append(after)
    return f"<p>{''.join(html)}</p>".replace("\n\n", "</p>\n<p>")
