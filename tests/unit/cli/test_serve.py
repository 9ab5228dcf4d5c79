"""What `serve` asks for, and what it says; nothing is served here."""

from collections.abc import Callable
from typing import Any

import pytest

from ht_newsgen.kit.problems import Place, Problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.site import Show
from ht_newsgen.serve.proof import Proof
from tests.unit.cli.conftest import NOON, Bench

URL = "http://127.0.0.1:1313/"
GOOD = Proof(base_url=URL)
BAD = Proof(
    base_url=URL, problems=(Problem(place=Place("a.md"), rule="a/b", message=say("it is wrong")),)
)


class Served:
    """Stands in for the server: shows these proofs, then somebody presses Ctrl-C."""

    def __init__(self, *proofs: Proof) -> None:
        self.proofs = proofs or (GOOD,)
        self.options: Any = None
        self.wishes: dict[str, Any] = {}
        self.browsed: list[str] = []

    def __call__(self, options: Any, **wishes: Any) -> None:
        self.options, self.wishes = options, wishes
        first, *others = self.proofs
        wishes["ready"](first)
        for proof in others:
            wishes["tell"](proof)
        raise KeyboardInterrupt


@pytest.fixture
def serve(bench: Bench) -> Callable[..., tuple[Served, int, str, str]]:
    """Runs the command against a stand-in."""

    def run(*words: str, proofs: tuple[Proof, ...] = ()) -> tuple[Served, int, str, str]:
        served = Served(*proofs)
        code, out, err = bench("serve", *words, serve=served, browse=served.browsed.append)
        return served, code, out, err

    return run


@pytest.mark.parametrize(
    ("words", "show"),
    [
        ((), Show(drafts=True, future=True)),
        (("-D", "-F"), Show(drafts=True, future=True)),
        (("--no-drafts",), Show(future=True)),
        (("--no-drafts", "--no-future"), Show()),
        (("-E",), Show(drafts=True, future=True, expired=True)),
    ],
)
def test_drafts_and_what_is_to_come_are_shown_unless_somebody_says_no(
    serve: Callable[..., Any], words: tuple[str, ...], show: Show
) -> None:
    """Whoever writes wants to see what they write; the flags of `build` are understood."""
    served, *_ = serve(*words)

    assert served.options.show == show


def test_ctrl_c_is_how_one_ends_it(serve: Callable[..., Any]) -> None:
    """No traceback, and no failure either; the address is the result."""
    _, code, out, err = serve()

    assert (code, out, err) == (0, f"{URL} shows every save. Ctrl-C ends it.\n", "\n")


def test_problems_are_told_once_and_that_they_are_mended_too(serve: Callable[..., Any]) -> None:
    """On the error stream, whenever they change."""
    _, _, _, err = serve(proofs=(GOOD, BAD, BAD, GOOD))

    assert err == "a.md: a/b: it is wrong\n1 error in 1 file.\n\nNo problems.\n\n\n"


def test_a_fault_of_the_theme_is_told(serve: Callable[..., Any]) -> None:
    """It is a sentence already."""
    _, _, _, err = serve(proofs=(Proof(base_url=URL, fault="page.html, line 2: oops"),))

    assert err == "ht-newsgen: page.html, line 2: oops\n\n"


def test_the_browser_is_opened_only_when_asked(serve: Callable[..., Any]) -> None:
    """At the address that was found."""
    assert serve()[0].browsed == []
    assert serve("--open")[0].browsed == [URL]


def test_a_port_that_had_to_be_another_is_explained(serve: Callable[..., Any]) -> None:
    """Nobody then looks at yesterday's site at the usual port."""
    other = Proof(base_url="http://127.0.0.1:1314/")

    assert "Port 1313 is taken" in serve(proofs=(other,))[3]
    assert "Port 1313 is taken" not in serve("-p", "1314", proofs=(other,))[3]


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_port_that_is_none_is_refused(bench: Bench, port: str) -> None:
    """Before anything is read."""
    assert bench("serve", "--port", port)[0] == 2


def test_the_clock_is_asked_each_time(serve: Callable[..., Any]) -> None:
    """An evening passes; `--clock` makes it stand still."""
    assert serve()[0].wishes["now"]() == NOON
    served, *_ = serve("--clock", "2018-02-22T09:00+01:00")
    assert served.wishes["now"]().isoformat() == "2018-02-22T08:00:00+00:00"
