"""Problems as a page: what the terminal says, for whoever looks at the browser."""

from ht_newsgen.i18n.messages import words_for_editors
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.serve.problem_page import problem_page

ERROR = Problem(
    place=Place("content/flash/x.md", 3, 8),
    rule="front-matter/yaml",
    message=say('a value with ": " in it needs quotes'),
    help=say('Write it as: title: "A <b>: c"'),
)
WARNING = Problem(
    place=Place("a.md"), rule="a/b", message=say("\x1b[31mred"), severity=Severity.WARNING
)


def shown(*problems: Problem, fault: str = "") -> str:
    return problem_page(say("Mend it."), problems, fault, lambda path, line: f"{path} & {line}")


def test_a_problem_is_told_with_place_line_caret_and_help() -> None:
    """All of it escaped: it is somebody's text."""
    assert (
        '<article class="newsgen-error">\n'
        "<h2>a value with &quot;: &quot; in it needs quotes</h2>\n"
        "<p><code>content/flash/x.md:3:8</code> · error · <code>front-matter/yaml</code></p>\n"
        "<pre>content/flash/x.md &amp; 3\n       <b>^</b></pre>\n"
        "<p>Write it as: title: &quot;A &lt;b&gt;: c&quot;</p>\n"
        "</article>"
    ) in shown(ERROR)


def test_errors_come_before_warnings() -> None:
    """What keeps a page away is mended first."""
    page = shown(WARNING, ERROR)

    assert page.index("newsgen-error") < page.index("newsgen-warning")
    assert "<title>1 error and 1 warning in 2 files</title>" in page


def test_nothing_in_a_message_acts() -> None:
    """Neither in a browser nor, once it is copied, in a terminal."""
    assert "\x1b" not in shown(WARNING)
    assert "␛[31mred" in shown(WARNING)


def test_a_fault_of_the_theme_has_a_line_of_its_own() -> None:
    """It has no place in the content."""
    assert "<h2>page.html, line 2: &lt;oops&gt;<br>More</h2>" in shown(
        fault="page.html, line 2: <oops>\nMore"
    )


def test_the_page_is_in_the_language_of_the_editor() -> None:
    """And says which that is."""
    words = words_for_editors("bs")
    page = problem_page(say("There are no problems."), [ERROR], "", lambda *_: "", words, back="/")

    assert '<html lang="bs" dir="ltr">' in page
    assert "<h1>1 greška u 1 datoteci</h1>\n<p>Nema problema.</p>" in page
    assert "<h2>vrijednost u kojoj je &quot;: &quot; treba navodnike</h2>" in page
    assert "· greška ·" in page
    assert '<a href="/">Na stranicu</a>' in page
