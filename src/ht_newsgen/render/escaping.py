"""What a template writes for a value.

Jinja has every value made into a `Markup`, even those that are, and then joins them to a plain
text. On a page that is about a hundred objects for nothing, and each costs as much as forty times
the escaping in it. Here text stays text.
"""

from jinja2 import Template
from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """The same letters as `markupsafe.escape(value)`, for what is only written and joined."""
    kind = type(value)
    if kind is str:
        return escaped_text(value)  # type: ignore[arg-type]
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


def escaped_text(text: str) -> str:
    """As markupsafe does it; a replacement that finds nothing is over at once."""
    return (
        text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


def writes_plain_text(template: Template) -> Template:
    """The template, which writes by `escaped` from now on.

    Compiled templates are modules that import their `escape` by name; they use it for what they
    write and for nothing else. If a coming Jinja names it otherwise, pages are as they were before,
    only slower (tests/unit/render/test_escaping.py would tell).
    """
    names = template.root_render_func.__globals__
    if "escape" in names:
        names["escape"] = escaped
    return template
