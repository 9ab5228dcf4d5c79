"""The examples of the specimen as planned pages, and the HTML that the theme makes of them."""

import functools
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from ht_newsgen.model.locale import Locale
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


class Compiled(BytecodeCache):
    """The code of templates that were compiled before, for environments of one language."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if there is code for it."""
        if code := self.code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        self.code[bucket.key] = bucket.bytecode_to_string()


@functools.cache
def compiled(_: Locale) -> Compiled:
    """The one for a language."""
    return Compiled()


def theme(locale: Locale) -> Environment:
    """The project's own templates, where nothing has been rendered yet."""
    return make_environment([TEMPLATES], locale, compiled(locale))


@functools.cache
def render_example(name: str) -> str:
    """The HTML of an example, by the project's own theme; each by itself."""
    page = EXAMPLES[name]
    frame = getattr(page.view, "frame", made.FRAME)
    return render_html(page, theme(frame.locale), body).decode()
