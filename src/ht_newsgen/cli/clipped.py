"""`new --url`: what a page elsewhere, or a saved copy of it, tells about itself, as answers."""

import re
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ht_newsgen.errors import UsageError
from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import ENGLISH, Sentence, say, spoken
from ht_newsgen.kit.text import one_line
from ht_newsgen.kit.urls import host
from ht_newsgen.model.registers import DeclaredSource
from ht_newsgen.reading.clippings.clipping import Clipping, clean_address, read_clipping

Fetch = Callable[[str, Caution], Answer]

WHY = {
    Fault.ADDRESS: say("it is no address of a web page"),
    Fault.PRIVATE: say("it lies in a private network"),
    Fault.NAME: say("there is no such host"),
    Fault.UNREACHABLE: say("nobody takes the connection"),
    Fault.SLOW: say("no answer comes in time"),
    Fault.CUT: say("the connection breaks off"),
    Fault.GARBLED: say("the answer cannot be understood"),
    Fault.CERTIFICATE: say("the host cannot prove that it is the one"),
    Fault.LOOP: say("it leads on and on"),
    Fault.ASTRAY: say("it leads to something that is not on the web"),
}
OF_NO_USE = frozenset((Fault.ADDRESS, Fault.PRIVATE))
"""Where no reader could be sent to."""
NOTE = say("In your own words: what happened, where, and what it means. Then delete this line.")
IN_URLS = regex(r"https?://", re.IGNORECASE)
WORDS = regex(r"[^\W\d_]{2,}")


def clip(where: str, fetch: Fetch, caution: Caution) -> Clipping:
    """What is known of the page at an address, or in a saved file; never raises for what it says.

    Raises UsageError for a file that cannot be read.
    """
    if not IN_URLS.match(where):
        return read_clipping(_beginning(Path(where), caution.largest))
    answer = fetch(where, caution)
    if answer.fault is not None:
        known = "" if answer.fault in OF_NO_USE else where
        return unseen(known, WHY.get(answer.fault) or say("it cannot be asked"))
    if answer.status >= 300:
        return unseen(where, say("its host answers {status}", status=answer.status))
    return read_clipping(answer.body, at=answer.url, content_type=answer.content_type)


def unseen(where: str, why: Sentence) -> Clipping:
    """What is known of a page that could not be looked at: its address."""
    remark = say("the page could not be looked at: {why}", why=why)
    return Clipping(url=clean_address(where), remarks=(remark,))


def answers_of(
    clipping: Clipping,
    sources: Mapping[str, DeclaredSource],
    language: str,
    words: NullTranslations = ENGLISH,
) -> dict[str, Any]:
    """The clipping as the wishes of `draft_item`; the site's own language goes without saying.

    Where the page names no title, the words of its address are one to begin with, in a draft.
    """
    declared = declared_for(clipping, sources)
    title = clipping.title or words_of(clipping.url)
    usual = (declared.language if declared else "") or language
    return {
        "title": title,
        "draft": bool(title) and not clipping.title,
        "source_name": declared.name if declared else clipping.publication or host(clipping.url),
        "source_url": clipping.url,
        "source_published": clipping.published,
        "source_author": clipping.author,
        "source_language": "" if clipping.language == usual else clipping.language,
        "rights": "excerpt",
        "note": spoken(NOTE, words),
    }


def declared_for(
    clipping: Clipping, sources: Mapping[str, DeclaredSource]
) -> DeclaredSource | None:
    """The declared source that the page is of: by its host, else by the name it gives itself."""
    here = host(clipping.url).removeprefix("www.")
    of_host = [
        (len(theirs), source)
        for source in sources.values()
        if (theirs := host(source.url).removeprefix("www."))
        and (here == theirs or here.endswith(f".{theirs}"))
    ]
    if of_host:
        return max(of_host, key=lambda pair: pair[0])[1]
    name = one_line(clipping.publication).casefold()
    named = (source for source in sources.values() if source.name.casefold() == name)
    return next(named, None) if name else None


def words_of(url: str) -> str:
    """The words in the last part of an address that has some: `…/glasgow-police-raids.html`."""
    parts = unquote(urlsplit(url).path).rstrip("/").split("/")
    for part in reversed(parts):
        stem = re.sub(r"\.[a-z]{3,5}$", "", part)
        words = WORDS.findall(stem)
        if len(words) > 1:
            return " ".join(words).capitalize()
    return ""


def _beginning(file: Path, most: int) -> bytes:
    """As much of the file as one reads of a page from the web."""
    try:
        if not file.is_file():
            raise UsageError(f"--url {file} is neither an address (https://…) nor a file.")
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        raise UsageError(f"--url {file} cannot be read: {error.strerror or error}.") from None
