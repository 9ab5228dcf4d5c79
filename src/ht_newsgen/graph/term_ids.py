"""Ids for what is only named: a source or an author that no register declares."""

from functools import lru_cache

from ht_newsgen.kit.digest import SHORT, digest
from ht_newsgen.kit.slugs import slugify


@lru_cache(maxsize=4096)
def term_id(name: str) -> str:
    """The slug of the name; of a name without letters, the beginning of its digest.

    The language plays no part, so that a name is one term in all languages of the site.
    """
    return slugify(name) or digest(name.encode())[:SHORT]
