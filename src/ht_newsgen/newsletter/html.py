"""A mail as HTML: the template of the theme, its styles written into each element.

Mail programs ignore stylesheets to different degrees, so all styles are inlined but for what only
a stylesheet can say: the dark scheme and narrow screens.
"""

from typing import TYPE_CHECKING

from ht_newsgen.newsletter.view import MailView
from ht_newsgen.render.faults import broken_templates_named
from ht_newsgen.render.html import tidy

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE = "mail/edition.html"


def mail_html(view: MailView, environment: "Environment") -> str:
    """The HTML of a mail. Raises ThemeBroken when its template cannot be used."""
    # Imported here: no other command needs it.
    import css_inline
    from markupsafe import Markup

    from ht_newsgen.render.words import marked

    with broken_templates_named(environment):
        greeting = Markup(view.greeting)  # noqa: S704 - sanitised when it was read
        text = environment.get_template(TEMPLATE).render(view=view, greeting=greeting)
    inliner = css_inline.CSSInliner(
        keep_style_tags=False,
        keep_at_rules=True,
        load_remote_stylesheets=False,
        apply_width_attributes=False,
    )
    return tidy(inliner.inline(tidy(marked(text))))
