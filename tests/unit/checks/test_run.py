"""Every rule of the table is asked, and answers with its own id."""

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.run import MOST, check_output, check_text, found
from ht_newsgen.checks.table import RULES
from ht_newsgen.kit.problems import Place, Problem, Rule
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.page import Page, PageKind
from tests.factories import article, config

RULE = Rule("test/rule", "A rule.")


def test_a_finding_without_a_path_is_of_what_was_looked_at() -> None:
    """One that names another file stays there."""
    findings = [
        Finding(say("here"), place=Place("", 3, 4)),
        Finding(say("there"), say("Look there"), Place("content/there.md", 1)),
    ]

    assert list(found(RULE, lambda _: findings, None, "content/here.md")) == [
        Problem(Place("content/here.md", 3, 4), "test/rule", say("here")),
        Problem(Place("content/there.md", 1), "test/rule", say("there"), say("Look there")),
    ]


def test_a_written_file_is_looked_at_by_the_rules_of_its_kind() -> None:
    """The rest of the table has nothing to say about it."""
    page = Page(path="rss.xml", kind=PageKind.RSS, view=article())
    other = Page(path="robots.txt", kind=PageKind.ROBOTS, view=article())

    (told,) = check_output(page, b"<rss>\n<channel>\n</rss>", "https://example.org/")

    assert (told.rule, told.place) == ("feeds/well-formed", Place("rss.xml", 3, 3))
    assert list(check_output(other, b"<rss>", "https://example.org/")) == []


def test_the_lines_of_a_manuscript_count_as_an_editor_counts_them() -> None:
    """Whatever ends them."""
    made = Manuscript(item=article(), source="one\r\ntwo\rthree\n", html="", config=config())

    assert made.lines == ("one", "two", "three", "")


def test_every_rule_has_a_family_and_a_sentence() -> None:
    """`family/name`, and what is asked for."""
    assert [rule.id for rule in RULES if rule.id.count("/") != 1] == []
    assert [rule.id for rule in RULES if not rule.summary.endswith(".")] == []


def test_what_is_broken_a_thousand_times_in_a_text_is_told_a_hundred_times() -> None:
    """The rest would hide all other mistakes, and is found when these are mended."""
    text = "---\ntitle: T\n---\n" + "See https://example.org/ now.\n\n" * 1_000

    told, _ = check_text(article(), text.encode(), "", config(), {})

    lines = [one.place.line for one in told if one.rule == "editorial/bare-address"]
    assert lines == list(range(4, 4 + 2 * MOST, 2))
