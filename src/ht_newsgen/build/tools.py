"""What rendering needs beside the views, and what tells when it has changed."""

import os
from collections.abc import Callable
from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.store import Store, reopened
from ht_newsgen.build.versions import program_digest
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.render.closures import read_templates, template_digests
from ht_newsgen.render.dispatch import Tools
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.images import published


def template_folders(options: Options) -> tuple[Path, Path]:
    """Where templates are looked for; the site's own come first."""
    return options.root / "templates", options.theme / "templates"


def static_folders(options: Options) -> tuple[Path, Path]:
    """Where static files are looked for; the site's own come first."""
    return options.root / "static", options.theme / "static"


def renderer_digests(options: Options) -> dict[PageKind, str]:
    """For each kind of page, a digest of all that renders it: the program, and its templates."""
    templates = template_digests(read_templates(template_folders(options)))
    program = program_digest()
    return {kind: digest((program + templates.get(kind, "")).encode())[:20] for kind in PageKind}


def make_tools(site: Site, store: Path, assets: Assets, options: Options) -> Tools:
    """Templates in every language of the site, texts, static files, pictures from the disk."""
    folders = template_folders(options)
    return Tools(
        environments={locale.tag: make_environment(folders, locale) for locale in site.locales},
        body=body_reader(store),
        assets=assets,
        picture=published(lambda origin: (options.root / origin).read_bytes()),
        base_url=site.config.base_url,
    )


def body_reader(path: Path) -> Callable[[str], str]:
    """A function from a text's digest to its HTML, out of the store at `path`.

    A connection must not be carried into a forked process, so each process opens its own.
    """
    stores: dict[int, Store] = {}

    def body(digest: str) -> str:
        process = os.getpid()
        if process not in stores:
            stores[process] = reopened(path)
        return stores[process].body(digest) if digest else ""

    return body
