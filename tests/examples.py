"""The examples of the specimen as planned pages, and the HTML that the theme makes of them."""

from pathlib import Path

from ht_newsgen.model.page import Page
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.examples import VIEWS
from ht_newsgen.pages.specimen.texts import BODIES
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.html import render_html

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"

EXAMPLES = {
    name: Page(path=f"{name}.html", kind=kind, view=view) for name, (kind, view) in VIEWS.items()
}
"""Every example as a planned page, by its name."""


def body(name: str) -> str:
    """The HTML of one of their texts."""
    return BODIES[name]


def render_example(name: str) -> str:
    """The HTML of an example, by the project's own theme."""
    page = EXAMPLES[name]
    frame = getattr(page.view, "frame", made.FRAME)
    environment = make_environment([TEMPLATES], frame.locale)
    return render_html(page, environment, body).decode()
