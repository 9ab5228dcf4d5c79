"""`ht-newsgen explain`: a rule on one screen."""

from ht_newsgen.cli.rules import RULES
from tests.unit.cli.conftest import Bench


def test_a_rule_is_explained_with_a_wrong_and_a_right_example(bench: Bench) -> None:
    """Its sentence first, then why, then how."""
    code, out, err = bench("explain", "front-matter/yaml")

    parts = ("front-matter/yaml (error)\n", "\nThe lines between", "\nWrong: content/", "\nRight: ")
    assert (code, err) == (0, "")
    assert out.startswith(parts[0])
    assert [out.count(part) for part in parts] == [1, 1, 1, 1]
    assert sorted(parts, key=out.index) == list(parts)
    assert max(map(len, out.splitlines())) <= 88


def test_a_rule_of_check_says_how_a_site_decides_about_it(bench: Bench) -> None:
    """Others stop a build, and no site can change that."""
    assert "`silence:`" in bench("explain", "feeds/well-formed")[1]
    assert "`silence:`" not in bench("explain", "front-matter/yaml")[1]


def test_without_a_rule_all_are_listed(bench: Bench) -> None:
    """In the order of their ids."""
    code, out, _ = bench("explain")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line[0] != " "] == [
        rule.id for rule in RULES
    ]


def test_a_family_is_listed_by_its_name(bench: Bench) -> None:
    """With or without the stroke."""
    expected = [rule.id for rule in RULES if rule.id.startswith("config/")]
    for word in ("config", "config/"):
        out = bench("explain", word)[1]
        assert [line.split()[0] for line in out.splitlines() if line[0] != " "] == expected


def test_an_id_that_is_none_is_answered_with_the_nearest(bench: Bench) -> None:
    """Typed by hand, at night."""
    assert bench("explain", "front-mater/yaml") == (
        2, "", "ht-newsgen: There is no rule front-mater/yaml. Did you mean front-matter/yaml?\n",
    )  # fmt: skip
    assert bench("explain", "quite-else")[2] == (
        "ht-newsgen: There is no rule quite-else. `ht-newsgen explain` lists all rules.\n"
    )


def test_what_cannot_be_seen_is_said(bench: Bench) -> None:
    """Control characters are shown and not sent; long files, links and odd encodings are named."""
    assert "Pu\\u0092pils" in bench("explain", "feeds/characters")[1]
    assert "stands there 30,000 times)" in bench("explain", "content/size")[1]
    assert "(a symbolic link)" in bench("explain", "content/link")[1]
    assert "(in windows-1250)" in bench("explain", "content/encoding")[1]


def test_what_a_rule_asks_for_is_told_in_the_language_of_the_editor(bench: Bench) -> None:
    """The page below it is English."""
    out = bench("explain", "feeds/well-formed", "--language", "bs")[1]

    assert out.startswith("feeds/well-formed (greška)\nFid je ispravan XML 1.0 ili JSON.\n")
    assert "\nPogrešno: rss.xml\n" in out
