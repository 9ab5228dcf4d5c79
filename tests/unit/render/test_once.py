"""What is rendered once and repeated."""

from pathlib import Path

from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.html import render_html
from ht_newsgen.render.once import make_once
from tests import examples
from tests.examples import EXAMPLES


def test_equal_arguments_are_answered_from_memory() -> None:
    """Equal, not identical: a view that was decoded anew says the same."""
    asked = []
    once = make_once()

    def macro(*arguments: object) -> str:
        asked.append(arguments)
        return f"{arguments}"

    said = [once(macro, *arguments) for arguments in (("a", 1), ("a", 2), ("A".lower(), 1))]

    assert said == ["('a', 1)", "('a', 2)", "('a', 1)"]
    assert asked == [("a", 1), ("a", 2)]


def test_true_is_not_one() -> None:
    """Python takes them for equal, readers do not."""
    once = make_once()

    assert [once(str, 1), once(str, True)] == ["1", "True"]


def test_each_language_remembers_for_itself(tmp_path: Path) -> None:
    """The same macro with the same arguments says it in other words."""
    (tmp_path / "page.html").write_text("{% import 'm.html' as m %}{{ once(m.m, 'BA') }}")
    (tmp_path / "m.html").write_text("{% macro m(code) %}{{ code|country }}{% endmacro %}")
    pages = [
        make_environment([tmp_path], locale).get_template("page.html")
        for locale in (made.ENGLISH, made.ARABIC)
    ]

    assert [page.render() for page in pages + pages] == [
        "Bosnia &amp; Herzegovina",
        "البوسنة والهرسك",
    ] * 2


def test_a_macro_of_the_page_itself_may_see_the_page(tmp_path: Path) -> None:
    """It is another macro on every page, so nothing of one page gets to the next."""
    (tmp_path / "page.html").write_text(
        "{% macro title(size) %}{{ view }}{{ size }}{% endmacro %}{{ once(title, 1) }}"
        "{% import 'm.html' as m with context %}{{ once(m.m, 1) }}"
    )
    (tmp_path / "m.html").write_text("{% macro m(size) %}{{ view }}{{ size }}{% endmacro %}")
    template = make_environment([tmp_path], made.ENGLISH).get_template("page.html")

    assert [template.render(view=view) for view in "ab"] == ["a1a1", "b1b1"]


def test_a_page_is_the_same_whatever_was_rendered_before() -> None:
    """Alone, or after all the others and itself."""
    alone = {name: examples.render_example(name) for name in EXAMPLES}
    frames = {name: getattr(page.view, "frame", made.FRAME) for name, page in EXAMPLES.items()}
    environments = {frame.locale: examples.theme(frame.locale) for frame in frames.values()}

    def rendered(name: str) -> str:
        environment = environments[frames[name].locale]
        return render_html(EXAMPLES[name], environment, examples.body).decode()

    forwards = {name: rendered(name) for name in EXAMPLES}
    backwards = {name: rendered(name) for name in reversed(EXAMPLES)}

    assert forwards == alone
    assert backwards == alone
