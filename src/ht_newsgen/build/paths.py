"""Where things are: the site one stands in, and the theme that came with the program."""

from pathlib import Path

import ht_newsgen
from ht_newsgen.errors import SiteNotFound

CONFIG = "newsgen.yaml"


def find_site(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds `newsgen.yaml`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise SiteNotFound(
        f"There is no {CONFIG} in {start} or above it. "
        "Go to the folder of your site, name it with --site, or make one: ht-newsgen init my-site"
    )


def theme_folder() -> Path:
    """The folder that holds the theme's `templates/` and `static/`.

    A wheel carries it inside the package; in a checkout it is the top level.
    """
    package = Path(ht_newsgen.__file__).resolve().parent
    packaged = package / "theme"
    return packaged if packaged.is_dir() else package.parents[1]
