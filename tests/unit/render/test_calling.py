"""How templates call: at once, with the same result as by Jinja's own way."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from ht_newsgen.model.locale import Locale
from ht_newsgen.render.environment import make_environment

ENGLISH = Locale(tag="en", prefix="", direction="ltr", name="English")
THEME = Path(__file__).parents[3] / "templates"

MACROS = """
{%- macro link(href, text="more", class="") %}
<a href="{{ href }}" class="{{ class }}">{{ text }}</a>
{%- endmacro %}
{%- macro all(first) %}
{{ first }} {{ varargs|join("+") }} {{ kwargs.items()|join("+") }}
{%- endmacro %}
{%- macro box(title) %}<b>{{ title }}</b>{{ caller(title) }}{% endmacro %}
"""
TRIED = (
    "{{ m.link('<', '>', 'c') }}",
    "{{ m.link('<') }}",
    "{{ m.link('a', class='c') }}",
    "{{ m.link(text='t', href='a') }}",
    "{{ m.link(*['a', 'b']) }}{{ m.link(**{'href': 'a', 'class': 'c'}) }}",
    "{{ m.all(1, 2, '<', a='>') }}{{ m.all(1) }}",
    "{% call(it) m.box('<') %}{{ it }}{{ value }}{% endcall %}",
    "{% for one in [1, 2] %}{{ m.link(one, loop.cycle('a', 'b'), value) }}{% endfor %}",
    "{% for one in [[1, [2]]] recursive %}{{ one is iterable and loop(one) or one }}{% endfor %}",
    "{% macro own(it) %}{{ it }}{{ value }}{% endmacro %}{{ own('<') }}{{ [own('a'), '<']|join }}",
    "{% autoescape false %}{{ m.link('<', '>', 'c') ~ '<' }}{% endautoescape %}",
    "{% set space = namespace(n=1) %}{{ range(2)|list }}{{ space.n }}{{ dict(a=1).items()|list }}",
    "{% block b %}{{ m.link('<', value, 'c') }}{% endblock %}{{ self.b() }}",
    "{{ m.link() }}",
    "{{ m.link(1, 2, 3, 4) }}",
    "{{ m.link(1, no=2) }}",
    "{{ m.box(1) }}",
    "{{ m.nothing(1) }}",
    "{{ nothing(1) }}",
    "{{ value(1) }}",
)  # fmt: skip


def said(environment: Environment, text: str) -> str:
    """What a page says, or how it fails."""
    environment.loader = DictLoader({"m": MACROS, "page": f'{{% import "m" as m %}}{text}'})
    try:
        return environment.get_template("page").render(value="<&>")
    except (TypeError, UndefinedError) as fault:
        return f"{type(fault).__name__}: {fault}"


@pytest.mark.parametrize("text", TRIED)
def test_a_call_says_what_it_would_say_by_jinja(text: str) -> None:
    """Whatever a template of a site may think of, and in the same words where it is wrong."""
    jinja = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

    assert said(make_environment([], ENGLISH), text) == said(jinja, text)


def test_what_wants_the_context_is_given_it() -> None:
    """Two functions of Jinja's, and its tag for translations."""
    texts = {
        "{{ pgettext('month', 'May %(it)s', it=value) }}": "May &lt;&amp;&gt;",
        "{{ npgettext('a', '%(num)s day', '%(num)s days', 2) }}": "2 days",
        "{% trans it=value %}By {{ it }}{% endtrans %}": "By &lt;&amp;&gt;",
        "{% trans 'month' it=value %}May {{ it }}{% endtrans %}": "May &lt;&amp;&gt;",
    }

    assert {text: said(make_environment([], ENGLISH), text) for text in texts} == texts


def test_no_template_of_the_theme_calls_by_the_context() -> None:
    """It would be slow in silence, as with a coming Jinja that compiles in another way."""
    environment = make_environment([THEME], ENGLISH)
    slow = [
        name
        for name in environment.list_templates()
        if "context.call(" in environment.compile((THEME / name).read_text(), name, raw=True)
    ]
    assert slow == []


def test_macros_of_templates_are_quick() -> None:
    """They are given their arguments without being asked how they want them."""
    module = make_environment([THEME], ENGLISH).get_template("macros/text.html").module

    assert type(getattr(module, "day")).__name__ == "QuickMacro"  # noqa: B009 - a name of the theme
