"""What a template writes for a value."""

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader
from markupsafe import Markup, escape

from ht_newsgen.model.locale import Locale
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.escaping import escaped


class Odd(str):
    """A text of another type, with HTML of its own."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"<i>{len(self)}</i>"


VALUES = st.one_of(
    st.text(alphabet=st.sampled_from("&<>\"'aж界\n")),
    st.text().map(Markup),
    st.text().map(Odd),
    st.none(),
    st.integers(),
    st.lists(st.text(), max_size=2),
)


@given(VALUES)
@settings(max_examples=50)
def test_a_value_is_escaped_to_the_letter_as_by_markupsafe(value: object) -> None:
    """Only that plain text is no `Markup` afterwards."""
    assert str(escaped(value)) == str(escape(value))


def test_templates_write_by_it_and_macros_still_give_markup() -> None:
    """What has been escaped once is not escaped again, wherever it goes."""
    environment = make_environment([], Locale(tag="en", prefix="", direction="ltr", name="English"))
    environment.loader = DictLoader(
        {
            "macros": "{% macro bold(it) %}<b>{{ it }}</b>{% endmacro %}",
            "page": '{% import "macros" as m %}{% set t %}{{ it }}{% endset %}'
            '{{ m.bold(it) }}{{ t }}{{ t ~ "<" }}{{ [it, m.bold(it)]|join }}',
        }
    )

    page = environment.get_template("page")

    assert page.render(it="<&>") == (
        "<b>&lt;&amp;&gt;</b>&lt;&amp;&gt;&lt;&amp;&gt;&lt;&lt;&amp;&gt;<b>&lt;&amp;&gt;</b>"
    )
    assert page.root_render_func.__globals__["escape"] is escaped
