"""Who writes and who publishes."""

from msgspec import Struct

from ht_newsgen.model.taxonomy import Localised


class Author(Struct, frozen=True, kw_only=True):
    """Somebody named in a byline; declared in `content/data/authors.yaml` or only named."""

    id: str
    """The declared id, or the slug of the name."""
    name: str
    url: str = ""
    fediverse: str = ""
    """An account, as `@name@host`."""


class Organisation(Struct, frozen=True, kw_only=True):
    """The publisher of the site."""

    name: str
    """In the default language of the site."""
    names: Localised = {}
    """In each language, when it differs."""
    short_name: str = ""
    """For narrow places; the name when empty."""
    url: str = ""
    email: str = ""
    profiles: tuple[str, ...] = ()
    """Addresses of its accounts elsewhere, which link back to the site (`rel="me"`)."""
    fediverse: str = ""
    """The account named as the maker of what it publishes, as `@name@host`."""
