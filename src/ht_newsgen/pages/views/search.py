"""The search page, and what the search index is made of."""

from msgspec import Struct

from ht_newsgen.pages.views.parts import Frame, Head, LanguageLink, Link


class SearchSelect(Struct, frozen=True, kw_only=True):
    """One way to narrow a search: a list of which one thing is chosen."""

    id: str
    """`section`, `topic`, `country`, `source`, `year` or `language`."""
    label: str
    options: tuple[tuple[str, str], ...]
    """The id of each, as in `SearchRecord.terms`, and its name."""


class SearchEdition(Struct, frozen=True, kw_only=True):
    """What can be searched in one language of the site."""

    language: str
    volumes: tuple[str, ...]
    """Hrefs of the folders of its index, the newest first."""


class SearchView(Struct, frozen=True, kw_only=True):
    """The search page of one language; without a script it offers the other ways to find things."""

    frame: Frame
    head: Head
    """With a policy that allows the script of this page."""
    nav: str
    script: str
    """Href; empty when a site's own theme has none."""
    stylesheet: str
    editions: tuple[SearchEdition, ...]
    """The one in the language of the page first; those that hold nothing are left out."""
    selects: tuple[SearchSelect, ...]
    found: tuple[tuple[str, str], ...]
    """How many were found, by CLDR's category of the number: `one`, `%(count)s result`."""
    spelling: tuple[tuple[str, str], ...]
    """Letters that no accent distinguishes, and what people type for them: `đ`, `d`."""
    topics: tuple[Link, ...]
    years: tuple[Link, ...]
    translations: tuple[LanguageLink, ...] = ()


class SearchRecord(Struct, frozen=True, kw_only=True):
    """A page as the search index knows it."""

    href: str
    title: str
    language: str
    """BCP 47, of the text."""
    moment: str
    """When it was posted, in UTC, as twelve digits (`201802221530`), which sort by time; zeros for
    a page without a date."""
    date: str = ""
    """The same for readers, in the language of the index."""
    standfirst: str = ""
    dateline: str = ""
    body: str = ""
    """Digest; the renderer fetches the HTML."""
    source: str = ""
    notes: tuple[str, ...] = ()
    """Content notes, which stand above what is shown of the text."""
    terms: tuple[str, ...]
    """What it can be narrowed by: `section:flash`, `topic:forced-labour`, `year:2018`."""


class VolumeView(Struct, frozen=True, kw_only=True):
    """A part of the search index in one language: some whole years."""

    language: str
    """BCP 47, of the site's edition; a text may be in another one."""
    records: tuple[SearchRecord, ...]
    """The newest first."""
