"""What rendering needs beside the views, and what tells when it has changed."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ht_newsgen.build.changes import changed_meanwhile
from ht_newsgen.build.encoded import View, card_key, encoded_folder, remembering, rendition_key
from ht_newsgen.build.fingerprints import LENGTH
from ht_newsgen.build.options import Options
from ht_newsgen.build.store import Store, reopened
from ht_newsgen.build.versions import program_digest
from ht_newsgen.errors import ThemeBroken
from ht_newsgen.i18n.messages import digest_of_all
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.config import Config
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.specimen.texts import BODIES
from ht_newsgen.pages.views.machine import RenditionView, SocialCardView
from ht_newsgen.render.closures import read_templates, template_digests
from ht_newsgen.render.html import TEMPLATES

if TYPE_CHECKING:
    from jinja2 import Environment

    from ht_newsgen.render.dispatch import Tools

FRAMED = frozenset(TEMPLATES) - {PageKind.REDIRECT}
"""Pages whose view has a frame."""
WORDLESS = frozenset(
    (PageKind.ASSET, PageKind.PICTURE, PageKind.SOCIAL_CARD, PageKind.SEARCH_VOLUME)
)
"""Files whose renderer says nothing in any language; they are costly to make."""


def template_folders(options: Options) -> tuple[Path, Path]:
    """Where templates are looked for; the site's own come first."""
    return options.root / "templates", options.theme / "templates"


def static_folders(options: Options) -> tuple[Path, Path]:
    """Where static files are looked for; the site's own come first."""
    return options.root / "static", options.theme / "static"


def renderer_digests(options: Options) -> dict[PageKind, str]:
    """For each kind of page, a digest of all that makes or judges it beside the view.

    That is the program, its templates, and where the site will be: what a page loads from there
    is allowed. Raises ThemeBroken when a template cannot be read.
    """
    try:
        templates = template_digests(read_templates(template_folders(options)))
    except OSError as error:
        raise ThemeBroken(f"{error.filename}: cannot be read: {error.strerror}") from error
    return {
        kind: digest("\n".join((program_digest(), *of_kind(kind, templates, options))).encode())[
            :LENGTH
        ]
        for kind in PageKind
    }


def of_kind(kind: PageKind, templates: Mapping[PageKind, str], options: Options) -> tuple[str, ...]:
    """What counts for the pages of one kind beside the program.

    The words of a language are in the frame of its pages. What has no frame may speak any.
    """
    words = () if kind in FRAMED | WORDLESS else (digest_of_all(),)
    if kind in templates:
        return templates[kind], options.base_url, *words
    return (options.base_url,) if kind is PageKind.ASSET else words


def make_tools(
    config: Config, locales: Iterable[Locale], store: Store, assets: Assets, options: Options
) -> "Tools":
    """Templates in these languages of the site, texts, static files, pictures from the disk."""
    # Imported here, with Pillow: a build that has nothing to render does without.
    from ht_newsgen.render.dispatch import Tools

    return Tools(
        environments={locale.tag: templates_in(locale, options) for locale in locales},
        body=body_reader(store),
        assets=assets,
        picture=picture_encoder(options.root, encoded_folder(store)),
        card=card_drawer(encoded_folder(store)),
        base_url=config.base_url,
    )


def templates_in(locale: Locale, options: Options) -> "Environment":
    """The templates in one language; they need not be compiled in every run."""
    # Imported here, with Jinja, for the same reason.
    from ht_newsgen.render.compiled import TemplateCode
    from ht_newsgen.render.environment import make_environment

    folders = template_folders(options)
    code = TemplateCode(folders[-1], locale.tag, program_digest())
    return make_environment(folders, locale, code)


def picture_encoder(root: Path, kept: Path) -> Callable[[RenditionView], bytes]:
    """A function from a planned file of a picture to its bytes, which are kept in a folder."""

    def make() -> Callable[[RenditionView], bytes]:
        from ht_newsgen.render.renditions import make_encoder

        return remembering(make_encoder(picture_reader(root)), kept, rendition_key)

    return at_first_use(make)


def card_drawer(kept: Path) -> Callable[[SocialCardView], bytes]:
    """A function from a planned social card to its bytes, which are kept in a folder."""

    def make() -> Callable[[SocialCardView], bytes]:
        from ht_newsgen.render.social_cards import draw_card

        return remembering(draw_card, kept, card_key)

    return at_first_use(make)


def at_first_use(make: Callable[[], Callable[[View], bytes]]) -> Callable[[View], bytes]:
    """The function that `make` makes, when it is called for the first time: with Pillow."""
    made: list[Callable[[View], bytes]] = []

    def use(view: View) -> bytes:
        if not made:
            made.append(make())
        return made[0](view)

    return use


def picture_reader(root: Path) -> Callable[[str], bytes]:
    """A function from a picture's file to its bytes; raises NewsgenError if it went away."""

    def read(origin: str) -> bytes:
        try:
            return (root / origin).read_bytes()
        except OSError as error:
            raise changed_meanwhile(origin) from error

    return read


def body_reader(store: Store) -> Callable[[str], str]:
    """A function from a text's digest to its HTML, out of the store.

    A connection must not be carried into a forked process, so each process opens its own.
    """
    stores = {os.getpid(): store}

    def body(digest: str) -> str:
        process = os.getpid()
        if process not in stores:
            stores[process] = reopened(store.path)
        if digest in BODIES:  # of the specimen: a name where others have a digest
            return BODIES[digest]
        return stores[process].body(digest) if digest else ""

    return body
