"""Which templates are found, what they can reach, and what a broken one is answered with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.kit.urls import href
from ht_newsgen.model.locale import Locale
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.faults import broken_templates_named

ENGLISH = Locale(tag="en", prefix="", direction="ltr", name="English")


@pytest.fixture
def theme(tmp_path: Path) -> Callable[..., Environment]:
    """Makes an environment of templates given as text."""

    def make(**templates: str) -> Environment:
        for name, text in templates.items():
            (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
        return make_environment([tmp_path], ENGLISH)

    return make


def rendered(environment: Environment, name: str = "page.html", **values: object) -> str:
    """What a template says, or `ThemeBroken`."""
    with broken_templates_named(environment):
        return environment.get_template(name).render(**values)


def test_a_file_of_the_site_hides_that_of_the_theme(tmp_path: Path) -> None:
    """One file is replaced; the others are still the theme's."""
    site, theme = tmp_path / "site", tmp_path / "theme"
    for folder, name, text in (
        (theme, "page.html", "{% include 'foot.html' %}"),
        (theme, "foot.html", "theme"),
        (site, "foot.html", "site"),
    ):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)

    assert rendered(make_environment([site, theme], ENGLISH)) == "site"


def test_everything_is_escaped(theme: Callable[..., Environment]) -> None:
    """In any file, whatever its name ends in, messages included."""
    environment = theme(page="{{ value }} {{ _('By %(name)s', name=value) }}")

    assert rendered(environment, value="<b>") == "&lt;b&gt; By &lt;b&gt;"


def test_a_template_cannot_reach_what_changes_from_build_to_build(
    theme: Callable[..., Environment],
) -> None:
    """There is no chance, no clock, no file and no network."""
    environment = theme()

    assert sorted(environment.globals) == [
        "_", "cycler", "dict", "gettext", "joiner", "namespace", "ngettext", "npgettext", "once",
        "pgettext", "range",
    ]  # fmt: skip
    assert "random" not in environment.filters


def test_what_a_view_does_not_have_is_named_with_its_line(
    theme: Callable[..., Environment], tmp_path: Path
) -> None:
    """A typing mistake in a template is an answer, not an empty place."""
    environment = theme(
        page="{% import 'part.html' as part %}\n\n{{ part.name(view) }}",
        part="{% macro name(view) %}\n{{ view.titel }}\n{% endmacro %}",
    )

    with pytest.raises(ThemeBroken) as broken:
        rendered(environment, view=ENGLISH)

    assert str(broken.value) == (
        f"{tmp_path / 'part.html'}, line 2:"
        " 'ht_newsgen.model.locale.Locale object' has no attribute 'titel'"
    )


def test_a_mistake_of_syntax_is_named_with_its_line(
    theme: Callable[..., Environment], tmp_path: Path
) -> None:
    """The sentence is Jinja's, the place is in front of it."""
    with pytest.raises(ThemeBroken) as broken:
        rendered(theme(page="<p>\n{% if %}"))

    assert str(broken.value) == (
        f"{tmp_path / 'page.html'}, line 2: Expected an expression, got 'end of statement block'"
    )


def test_a_missing_template_is_named_with_who_asked_for_it(
    theme: Callable[..., Environment], tmp_path: Path
) -> None:
    """Whether a page's own template is missing, or one that it includes."""
    with pytest.raises(ThemeBroken) as own:
        rendered(theme())
    with pytest.raises(ThemeBroken) as included:
        rendered(theme(page="\n{% include 'no.html' %}"))

    assert str(own.value) == f"there is no template page.html in {tmp_path}"
    assert str(included.value) == (
        f"{tmp_path / 'page.html'}, line 2: there is no template no.html in {tmp_path}"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 1 + 'a' }}", "TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
        ("{{ '2018'|month }}", "ValueError: not enough values to unpack (expected 2, got 1)"),
        ("{{ 13|month_name }}", "KeyError: 13"),
        ("{{ _('By %(name)s') }}", "KeyError: 'name'"),
        ("{{ once('a macro') }}", "TypeError: 'str' object is not callable"),
        ("{{ once(range, ['a', 'list']) }}", "TypeError: unhashable type: 'list'"),
    ],
)
def test_a_filter_given_the_wrong_thing_is_the_mistake_of_the_template(
    theme: Callable[..., Environment], tmp_path: Path, text: str, said: str
) -> None:
    """Filters fail only on what they are given."""
    with pytest.raises(ThemeBroken) as broken:
        rendered(theme(page=text))

    assert str(broken.value) == f"{tmp_path / 'page.html'}, line 1: {said}"


def test_a_mistake_of_the_program_is_not_blamed_on_a_template(
    theme: Callable[..., Environment],
) -> None:
    """What the program fails at while a template waits for it is our bug, and stays one."""

    def body(number: int) -> str:
        return href("https://example.org/", number)  # type: ignore[arg-type]

    with pytest.raises(TypeError):
        rendered(theme(page="{{ body(1) }}"), body=body)
