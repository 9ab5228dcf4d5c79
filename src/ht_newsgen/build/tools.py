"""What rendering needs beside the views, made once for a build."""

from collections.abc import Mapping

from ht_newsgen.build.options import Options
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.site import Site
from ht_newsgen.render.dispatch import Tools
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.images import published


def make_tools(site: Site, bodies: Mapping[str, str], assets: Assets, options: Options) -> Tools:
    """Templates in every language of the site, texts, static files, pictures from the disk."""
    folders = (options.root / "templates", options.theme / "templates")

    return Tools(
        environments={locale.tag: make_environment(folders, locale) for locale in site.locales},
        body=bodies.__getitem__,
        assets=assets,
        picture=published(lambda origin: (options.root / origin).read_bytes()),
        base_url=site.config.base_url,
    )
