"""What the path of an item tells of its date: `content/flash/2018/2018-02-19-raids.md`."""

import re
from datetime import date

from ht_newsgen.kit.dates import parse_date
from ht_newsgen.kit.patterns import regex

DATED = regex(r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[-_ ](.+)", re.ASCII)
"""A name without its ending: its date, and the rest."""
_YEAR = regex(r"(?:19|20|21)[0-9]{2}", re.ASCII)


def date_in_path(path: str) -> tuple[date | None, int]:
    """The day in the file's name, and the year in its name or its folder's; None and 0 without."""
    *folders, name = path.split("/")
    dated = DATED.fullmatch(name)
    found = parse_date(dated[1]) if dated else None
    if found is not None:
        return found[0].date(), found[0].year
    years = [int(folder) for folder in folders if _YEAR.fullmatch(folder)]
    return None, years[-1] if years else 0
