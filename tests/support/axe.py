"""axe-core inside a page: what breaks WCAG 2.2 A and AA, or is bad practice."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.support import tools

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""axe leaves out rules of WCAG 2.2 by default; what is still experimental stays out."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of those that look at colours."""

_RUN = """async (rules) => {
    const found = await axe.run(document, {
        runOnly: rules, resultTypes: ['violations'], iframes: false,
    });
    return {
        judged: found.passes.length,
        violations: found.violations.flatMap(rule => rule.nodes.map(node => [
            rule.id, node.target.join(' '), node.html, node.failureSummary,
        ])),
    };
}"""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One element that breaks one rule."""

    rule: str
    element: str
    """A selector."""
    html: str
    why: str


def judge(page: Page, rules: tuple[str, ...] = TAGS) -> tuple[Violation, ...]:
    """The violations on a page as it stands, sorted; empty when all is well.

    `rules` are names of rules, or tags that they have in common.
    The script comes through the debugger, past the page's own policy. Raises `RuntimeError` when
    no rule had anything to say, since silence would look like praise.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(tools.axe_script().read_text("utf-8"))
    found = page.evaluate(_RUN, list(rules))
    if not found["judged"]:
        raise RuntimeError(f"axe found nothing to judge on {page.url}")
    return tuple(sorted(Violation(*violation) for violation in found["violations"]))
