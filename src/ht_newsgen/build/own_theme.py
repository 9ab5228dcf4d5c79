"""What a site has put in the place of the theme's own, or beside it."""

from ht_newsgen.build.options import Options
from ht_newsgen.build.tools import template_folders
from ht_newsgen.errors import ThemeBroken
from ht_newsgen.render.closures import read_templates


def own_templates(options: Options) -> dict[str, str]:
    """The templates in the site's own folder, by the path of their files. Raises ThemeBroken."""
    folder, _ = template_folders(options)
    try:
        return {f"templates/{name}": text for name, text in read_templates((folder,)).items()}
    except OSError as error:
        raise ThemeBroken(f"{error.filename}: cannot be read: {error.strerror}") from error
