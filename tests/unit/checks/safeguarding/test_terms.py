"""Words that put the shame on the wrong person."""

import pytest

from ht_newsgen.checks.safeguarding.terms import terms
from ht_newsgen.model.article import Citation
from tests.unit.checks.manuscripts import CHECKS, manuscript


def told(text: str, **fields: object) -> list[str]:
    """What is told, each as it was typed."""
    found = CHECKS["safeguarding/words"].find(manuscript(text, **fields))
    return [str(one.message).split("`")[1] for one in found]


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("He sold a Child Prostitute.", ["Child Prostitute"]),
        ("They were kept as sex-slaves.", ["sex-slaves"]),
        ("They were kept as sex\nslaves.", ["sex slaves"]),
        ("It is about child pornography.", ["child pornography"]),
        ("He had sex with a minor.", ["sex with a minor"]),
        ("He had sex\nwith minors.", ["sex with minors"]),
        ("Bila je seksualna robinja.", ["seksualna robinja"]),
        ("Била је сексуална робиња.", ["сексуална робиња"]),
        ("Govore o dječijoj prostituciji.", ["dječijoj prostituciji"]),
        ("Trgovina bijelim robljem.", ["bijelim robljem"]),
        ("Дечја порнографија је злочин.", ["Дечја порнографија"]),
        ("A child was sexually exploited.", []),
        ("Women were forced into prostitution.", []),
        ("Slavery is forbidden.", []),
        ("Modern slavery and forced labour.", []),
        ("The paper wrote of “sex slaves”.", []),
        ("Novine su pisale o „seksualnim robinjama“.", []),
        ("> They were sex slaves.", []),
        ("The paper's word is 'sex slaves', and it's wrong.", []),
        ("‘Sex slaves’ is what the paper’s headline says.", []),
        ("The paper's sex slaves are the readers' own.", ["sex slaves"]),
        ("[The report](https://example.org/sex-slaves)", []),
        ("`sex slaves`", []),
    ],
)
def test_words_that_shame_are_told_in_our_own_voice(text: str, earned: list[str]) -> None:
    """What others say may be quoted, addresses are what they are."""
    assert told(text) == earned


def test_the_headline_of_a_report_may_be_quoted_and_one_of_ours_may_not() -> None:
    """It is the title of somebody's work."""
    source = Citation(name="A paper", url="https://example.org/")

    assert told("", title="Sex slaves freed", source=source) == []
    assert told("", title="Sex slaves freed") == ["Sex slaves"]


def test_every_term_says_what_to_write_instead_and_breaks_no_rule_with_it() -> None:
    """Whoever follows the help is done."""
    replacements = {term.instead for ways in terms().values() for term in ways}

    assert [words for words in replacements if told(words) or not words] == []
