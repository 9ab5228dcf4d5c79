"""What the judge of `check --fix` is told of beside the file."""

from ht_newsgen.build.mending import as_told, is_unmended, with_the_site
from ht_newsgen.kit.mending import Judgement, mend
from ht_newsgen.kit.problems import Mend, Place, Problem
from ht_newsgen.kit.sentences import say


def wrong(rule: str, *mends: Mend) -> Problem:
    return Problem(Place("content/a.md", 1), rule, say("odd"), mends=mends)


def test_a_rule_that_is_silenced_mends_nothing() -> None:
    """What was not told is known to the judge all the same, and left alone."""
    told = wrong("k/told", Mend(1, 1, "a", "A"))
    silenced = wrong("k/silenced", Mend(1, 2, "b", "B"))

    def judge(data: bytes) -> Judgement:
        spots = ((b"a", told), (b"b", silenced))
        return Judgement(reading=(), checks=tuple(one for sign, one in spots if sign in data))

    mended = mend(b"ab", as_told(judge, [told]))

    assert (mended.data, mended.problems) == (b"Ab", (told,))
    assert mend(b"ab", judge).data == b"AB"


def test_what_the_whole_site_tells_is_mended_once() -> None:
    """Also where the new text begins with the old one, as of an address that got a stroke."""
    for old, new in (("/old", "/new"), ("/raids", "/raids/"), ("/raids/a", "/raids")):
        link = wrong("links/moved", Mend(1, 5, old, new))

        mended = mend(
            f"see {old}.".encode(), with_the_site(lambda _: Judgement(reading=()), [link], b"")
        )

        assert mended.data == f"see {new}.".encode()
        assert mended.problems == (link,)


def test_a_spot_is_unmended_while_it_is_as_it_was() -> None:
    """Not when it is as it should be, nor when it is something else."""
    link = wrong("links/moved", Mend(1, 1, "/a", "/a/"))

    assert is_unmended(b"/a", link)
    assert not is_unmended(b"/a/", link)
    assert not is_unmended(b"/b", link)
