"""What a build is asked to do."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from ht_newsgen.model.site import Show


class Options(Struct, frozen=True, kw_only=True):
    """One build's wishes; paths are absolute."""

    root: Path
    """The folder of `newsgen.yaml`."""
    output: Path
    theme: Path
    """The folder that holds the theme's `templates/` and `static/`."""
    now: datetime
    """Aware; the only clock there is."""
    show: Show = Show()
    base_url: str = ""
    """In place of the configuration's, when not empty."""
    strict: bool = False
    """Warnings stop a build like errors."""
    keep_going: bool = False
    """Publish what is good, although something is not."""
    force: bool = False
    """Write into a folder that holds files of others."""
    dry_run: bool = False
    """Decide everything, write nothing."""
    explain: bool = False
    """Decide in a dry run, too, what would be rendered and why."""
    specimen: bool = False
    """Publish the specimen of the theme, too."""
    jobs: int = 0
    """Worker processes; 0 is as many as there are cores."""
    cache: bool = True
    """False reads every file anew."""
