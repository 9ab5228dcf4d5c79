"""The languages of a site, as values."""

from ht_newsgen.i18n.formats import language_name, text_direction
from ht_newsgen.model.locale import Locale


def make_locale(tag: str, default: str) -> Locale:
    """The locale of a BCP 47 tag, on a site whose default language is `default`."""
    return Locale(
        tag=tag,
        prefix="" if tag == default else f"{tag}/",
        direction=text_direction(tag),
        name=language_name(tag, tag),
    )
