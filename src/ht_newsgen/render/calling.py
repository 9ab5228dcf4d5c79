"""How templates call: at once, as Python does.

Jinja asks each thing called, twice, whether it wants to be given the context, the environment or
neither, and tells it of the variables around the call; then a macro sorts its arguments. With forty
calls a page that was a fifth of all rendering. Nothing that a template can reach here wants to be
given more than its arguments, but for two functions.
"""

from keyword import iskeyword
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import internalcode
from markupsafe import Markup

WANT_CONTEXT = frozenset(("npgettext", "pgettext"))
"""Jinja's own, which the theme does not use."""


class Calls(CodeGenerator):
    """Compiles `{{ f(a, b=c) }}` to `f(a, b=c)`, and calls that say more as Jinja does."""

    def visit_Call(  # noqa: N802 - its name in Jinja
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write one call."""
        called, arguments = node.node, (*node.args, *node.kwargs)
        if (
            forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(argument.key) for argument in node.kwargs)
            or (isinstance(called, nodes.Name) and called.name in WANT_CONTEXT)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(called, frame)
        self.write("(")
        for argument in arguments:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class QuickMacro(Macro):
    """A macro that is called at once if all its arguments, and no others, stand in their places."""

    def __init__(self, *settings: Any) -> None:
        super().__init__(*settings)
        takes_more = self.catch_kwargs or self.catch_varargs or self.caller
        self._places = -1 if takes_more else len(self.arguments)

    @internalcode
    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What the macro says."""
        if len(args) == self._places and not kwargs:
            return Markup(self._func(*args))  # noqa: S704 - a macro escapes what it is given
        return super().__call__(*args, **kwargs)


def calls_at_once(template: Template) -> Template:
    """The template, whose macros are quick from now on.

    As with `escape` (`escaping.py`): compiled templates are modules that import `Macro` by name.
    """
    names = template.root_render_func.__globals__
    if "Macro" in names:
        names["Macro"] = QuickMacro
    return template
