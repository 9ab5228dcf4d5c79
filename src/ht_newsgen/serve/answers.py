"""What is answered at an address: a page of the site, or what is wrong with it.

Addresses are looked up among the planned pages and nowhere else. No file is opened by a name that
came over the wire, so no name leads out of the site.
"""

from collections.abc import Callable, Iterable
from gettext import NullTranslations
from pathlib import Path

import msgspec
from msgspec import Struct

from ht_newsgen.build.rendering import off_site
from ht_newsgen.build.reports.lines import line_reader
from ht_newsgen.build.reports.tally import tally
from ht_newsgen.errors import NewsgenError
from ht_newsgen.kit.problems import Problem, Severity, has_errors
from ht_newsgen.kit.sentences import ENGLISH, Sentence, say, spoken
from ht_newsgen.kit.urls import base_path, quote_path
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.render.assets import FINGERPRINTED
from ht_newsgen.render.dispatch import render
from ht_newsgen.serve.additions import HOME, added_to, bar_of, state_of, stylesheets
from ht_newsgen.serve.media_types import HTML, media_type
from ht_newsgen.serve.problem_page import problem_page
from ht_newsgen.serve.proof import Proof
from ht_newsgen.serve.searching import FileFinder, file_finder

PROBLEMS = f"{HOME}problems"

NOT_SHOWN = say(
    "This page cannot be shown until its item is mended. Save, and it comes back by itself."
)
NOTHING_SHOWN = say(
    "Nothing can be shown until this is mended. Save, and the page comes back by itself."
)
BROKEN = say("This page could not be made. Save what mends it, and the page comes back by itself.")
ALL = say("The rest of the site is shown as it would be published.")
NONE = say("There are no problems.")


class Telling(Struct, frozen=True):
    """How an editor is told what is wrong."""

    root: Path
    """Of the site, whose lines are shown."""
    words: NullTranslations = ENGLISH


class Answer(Struct, frozen=True, kw_only=True):
    """A response, and what an open page must know to keep itself new."""

    status: int
    media_type: str = HTML
    data: bytes = b""
    location: str = ""
    """Where a redirect leads."""
    state: str = ""
    """Of a page (`additions.state_of`)."""
    styles: tuple[str, ...] = ()
    lasting: bool = False
    """Whether it is named by what it holds, so that under this name it is always the same."""

    def news(self) -> str:
        """What an open page is told, as JSON."""
        return msgspec.json.encode({"state": self.state, "styles": self.styles}).decode()


Answering = Callable[[Proof, str], Answer]


def answering(
    root: Path, bug: Callable[[Exception], str], words: NullTranslations = ENGLISH
) -> Answering:
    """A function from a proof and the path of a URL (decoded) to the answer; it never raises.

    `bug` gives the sentence about an exception that is our own fault.
    """
    of_index, telling = file_finder(), Telling(root, words)

    def answer(proof: Proof, path: str) -> Answer:
        try:
            return _of_index(proof, path, of_index) or _answer(proof, path, telling)
        except (NewsgenError, OSError) as error:
            return _problems(BROKEN, (), str(error), telling)
        except Exception as error:  # noqa: BLE001 - a bug of ours must not end the evening
            return _problems(BROKEN, (), bug(error), telling)

    return answer


def _answer(proof: Proof, path: str, telling: Telling) -> Answer:
    if path == PROBLEMS:
        sentence = NOTHING_SHOWN if proof.stopped else ALL
        wrong = proof.problems or proof.fault
        sentence = sentence if wrong else NONE
        back = base_path(proof.base_url)
        html = told(sentence, proof.problems, proof.fault, telling, back=back)
        return _page(html, status=200)
    base = base_path(proof.base_url)
    if path == "/" != base or path == base.rstrip("/") != "":
        return _redirect(base)
    inside = path.removeprefix(base) if path.startswith(base) else None
    name = "" if inside is None else f"{inside}index.html" if inside[-1:] in ("", "/") else inside
    page = proof.pages.get(name)
    if page is None and inside and f"{inside}/index.html" in proof.pages:
        return _redirect(f"{path}/")
    if proof.stopped and (page is None or name.endswith(".html")):
        return _problems(NOTHING_SHOWN, proof.problems, proof.fault, telling)
    if page is None:
        return _missing(proof, name, telling)
    if not name.endswith(".html"):
        return Answer(
            status=200,
            media_type=media_type(name, page.kind),
            data=_made(proof, page),
            lasting=page.kind is PageKind.ASSET and name.startswith(FINGERPRINTED),
        )
    return _shown(proof, page, 200, telling)


def _of_index(proof: Proof, path: str, find: FileFinder) -> Answer | None:
    """A file of the search index, which is made on the way."""
    base = base_path(proof.base_url)
    data = find(proof, path.removeprefix(base)) if path.startswith(base) else None
    if data is None:
        return None
    return Answer(status=200, media_type=media_type(path, PageKind.SEARCH_VOLUME), data=data)


def _missing(proof: Proof, name: str, telling: Telling) -> Answer:
    """The site's own page for what is not there; or what is wrong with the item that was there."""
    owner = proof.owners.get(name)
    own = [found for found in proof.problems if owner and found.place.path == owner]
    if has_errors(tuple(own)):
        return _problems(NOT_SHOWN, own, "", telling)
    page = proof.pages.get("404.html")
    if page is None:
        return Answer(status=404, media_type="text/plain; charset=utf-8", data=b"Not found\n")
    return _shown(proof, page, 404, telling)


def _shown(proof: Proof, page: Page, status: int, telling: Telling) -> Answer:
    """A page of the site, with the bar if there is anything wrong anywhere."""
    data = _made(proof, page)
    html = data.decode()
    wrong = sorted({*proof.problems, *off_site(page, data, proof.base_url)})
    bar = _bar(wrong, proof.fault, telling.words) if wrong or proof.fault else ""
    state = state_of(html, bar)
    return Answer(
        status=status,
        data=added_to(html, state, bar).encode(),
        state=state,
        styles=stylesheets(html),
    )


def _made(proof: Proof, page: Page) -> bytes:
    assert proof.made_up is not None, "there are no pages before the site could be made"
    return render(resolved(page), proof.made_up.tools)


def _bar(wrong: list[Problem], fault: str, words: NullTranslations) -> str:
    """How much is wrong, and what first; sorted problems."""
    if fault:
        return bar_of(fault)
    first = next((found for found in wrong if found.severity is Severity.ERROR), wrong[0])
    place = first.place
    where = (
        spoken(say("{path}, line {line}", path=place.path, line=str(place.line)), words)
        if place.line
        else place.path
    )
    error = first.severity is Severity.ERROR
    return bar_of(f"{tally(wrong, words)}: {where}: {spoken(first.message, words)}", error=error)


def _problems(
    sentence: Sentence, problems: Iterable[Problem], fault: str, telling: Telling
) -> Answer:
    return _page(told(sentence, problems, fault, telling), status=500)


def told(
    sentence: Sentence,
    problems: Iterable[Problem],
    fault: str,
    telling: Telling,
    back: str = "",
) -> str:
    """The page of these problems, with lines of the site's files."""
    return problem_page(
        sentence, problems, fault, line_reader(telling.root), telling.words, back=back
    )


def _page(html: str, *, status: int) -> Answer:
    """A page of ours: it has the script too, so that it goes when all is well."""
    state = state_of(html)
    return Answer(status=status, data=added_to(html, state).encode(), state=state)


def _redirect(path: str) -> Answer:
    """For this time only: tomorrow another site may be served here."""
    return Answer(status=302, location=quote_path(path))
