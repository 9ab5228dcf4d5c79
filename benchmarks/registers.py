"""The ids that items refer to, with their names."""

import tomllib
from pathlib import Path

_TABLES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)

TOPICS = _TABLES["topics"]
COUNTRIES = _TABLES["countries"]
SOURCES = _TABLES["sources"]
AUTHORS = _TABLES["authors"]
PAGES = _TABLES["pages"]

SITE_URL = "https://newsroom.example.org/"
SITE_TITLE = "A newsroom of measured size"
ORGANISATION = "Example Organisation"
SECTIONS = {"flash": "News Flash", "resource-center": "European Resource Center"}
EXIT_URL = "https://www.wikipedia.org/"
HELPLINES = (
    ("112", "Emergency (police, ambulance, fire service)", "around the clock"),
    ("116 000", "Hotline for missing children", "around the clock in most countries"),
)


def source_home(source: str) -> str:
    """The address of a source of the register."""
    return f"https://{source}.example/"


def as_data() -> dict[str, object]:
    """Everything above in one value, for templates."""
    return {
        **_TABLES,
        "site_url": SITE_URL,
        "origin": SITE_URL.rstrip("/"),
        "site_title": SITE_TITLE,
        "organisation": ORGANISATION,
        "sections": SECTIONS,
        "exit_url": EXIT_URL,
        "helplines": [dict(zip(("phone", "name", "hours"), h, strict=True)) for h in HELPLINES],
    }
