"""What a site has put in the place of the theme's own, or beside it."""

from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.tools import static_folders, template_folders
from ht_newsgen.errors import ThemeBroken
from ht_newsgen.render.closures import read_templates

SHEETS = "assets"
"""Below `static/`."""


def own_templates(options: Options) -> dict[str, str]:
    """The templates in the site's own folder, by the path of their files. Raises ThemeBroken."""
    folder, _ = template_folders(options)
    try:
        return {f"templates/{name}": text for name, text in read_templates((folder,)).items()}
    except OSError as error:
        raise ThemeBroken(f"{error.filename}: cannot be read: {error.strerror}") from error


def all_sheets(options: Options) -> tuple[dict[str, str], frozenset[str]]:
    """Every stylesheet by the path of its file, and which of them lie in the site's own folder.

    Those that the theme imports come first, since a sheet beside them counts more. Raises
    ThemeBroken.
    """
    found: dict[str, Path] = {}
    own_folder, theme_folder = static_folders(options)
    for folder in (theme_folder, own_folder):
        for file in sorted((folder / SHEETS).rglob("*.css")):
            found[file.relative_to(folder).as_posix()] = file
    if not any(file.is_relative_to(own_folder) for file in found.values()):
        return {}, frozenset()
    ordered = sorted(found, key=lambda name: (name.count("/") == 1, name))
    try:
        texts = {f"static/{name}": found[name].read_text("utf-8", "replace") for name in ordered}
    except OSError as error:
        raise ThemeBroken(f"{error.filename}: cannot be read: {error.strerror}") from error
    own = (f"static/{name}" for name in ordered if found[name].is_relative_to(own_folder))
    return texts, frozenset(own)
