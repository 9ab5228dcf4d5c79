"""What a reader meets who follows a link, one function for each rule."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.links.advice import meant_anchor, meant_path
from ht_newsgen.checks.links.leading import End
from ht_newsgen.checks.links.web import Followed, Web
from ht_newsgen.kit.problems import Mend, Place
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.kit.urls import quote_path
from ht_newsgen.model.site import LeftOut, Reason


def missing(web: Web) -> Iterator[Finding]:
    """Links to where nothing is."""
    for one in those(web, End.MISSING):
        meant = meant_path(one.way.path, web.addresses)
        yield Finding(
            say("nothing lives at `/{path}`", path=one.way.path[:120]),
            say("Did you mean `/{path}`?", path=quote_path(meant)) if meant else elsewhere(one),
            place_of_link(one),
        )


def moved(web: Web) -> Iterator[Finding]:
    """Links to an old address, or to one that a server has to put right."""
    for one in those(web, End.MOVED):
        place = place_of_link(one)
        yield Finding(
            say(
                "what was at `{address}` now lives at `/{path}`",
                address=one.link.address[:120],
                path=one.way.path,
            )
            if one.way.path.strip("/") != one.link.address.partition("#")[0].strip("/")
            else say(
                "the address of this page is `/{path}`, with a slash at its end", path=one.way.path
            ),
            say("Write it as: {address}", address=one.way.mended),
            place,
            mends(one),
        )


def hidden(web: Web) -> Iterator[Finding]:
    """Links to an item that readers do not see."""
    for one in those(web, End.HIDDEN):
        item = web.addresses.hidden[one.way.path]
        yield Finding(why_hidden(item), what_then(item), place_of_link(one))


def without_anchor(web: Web) -> Iterator[Finding]:
    """Links to a place in a text that the text does not have."""
    for one in those(web, End.NO_ANCHOR):
        file = web.addresses.texts.get(one.way.path, one.file)
        known = web.addresses.anchors.get(file, ())
        meant = meant_anchor(one.way.anchor, known)
        yield Finding(
            say("`{file}` has no place called `#{anchor}`", file=file, anchor=one.way.anchor[:80]),
            say("Did you mean `#{anchor}`?", anchor=meant)
            if meant
            else say("Link to the page, without `#{anchor}`", anchor=one.way.anchor[:80])
            if not known
            else say("It has these: {anchors}", anchors=listed(known)),
            place_of_link(one),
        )


def those(web: Web, end: End) -> Iterator[Followed]:
    """The links that end so."""
    return (one for one in web.astray if one.way.end is end)


def place_of_link(one: Followed) -> Place:
    """Where it is written."""
    return Place(one.file, one.link.line, one.link.column)


def mends(one: Followed) -> tuple[Mend, ...]:
    """The address as it should be; not where it is spelled otherwise in the file."""
    if not one.link.column or not one.file.endswith((".md", ".markdown")):
        return ()
    return (Mend(one.link.line, one.link.column, one.link.address, one.way.mended),)


def elsewhere(one: Followed) -> Sentence:
    """What to do when nothing of nearly that name is there."""
    if one.way.path.startswith(("media/", "content/")):
        return say("Show it as a picture of a text, or put the file into static/ and link to that")
    return say("Look the page up on the website and copy its address, from the first / on")


def why_hidden(one: LeftOut) -> Sentence:
    """What a reader finds."""
    path = one.item.path
    if one.reason is Reason.DRAFT:
        return say("`{path}` is a draft, so readers find nothing there", path=path)
    if one.reason is Reason.WITHDRAWN:
        return say("`{path}` was withdrawn, so readers find only that", path=path)
    moment = f"{one.moment.at:%Y-%m-%d}" if one.moment else ""
    if one.reason is Reason.EXPIRED:
        return say("`{path}` is gone since {day}", path=path, day=moment)
    return say("`{path}` appears on {day}, and nothing is there till then", path=path, day=moment)


def what_then(one: LeftOut) -> Sentence:
    """What to do."""
    if one.reason is Reason.FUTURE:
        return say("Publish this text then, too, or take the link out until that day")
    if one.reason is Reason.DRAFT:
        return say("Publish it, or take the link out")
    return say("Take the link out")


def listed(anchors: tuple[str, ...]) -> str:
    """The first of them, as one writes them."""
    shown = ", ".join(f"`#{anchor}`" for anchor in anchors[:6])
    return f"{shown} …" if len(anchors) > 6 else shown
