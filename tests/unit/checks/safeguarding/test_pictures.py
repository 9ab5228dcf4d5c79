"""Pictures, by what is said of them."""

import pytest
from msgspec.structs import replace

from tests.factories import figure
from tests.unit.checks.manuscripts import CHECKS, manuscript


def told(rule: str, alt: str, *notes: str) -> int:
    """How much the rule finds in a picture with this alternative text; the same in the body."""
    of_item = manuscript("", figure=replace(figure(), alt=alt), content_notes=notes)
    in_text = manuscript(f"Before.\n\n![{alt}](river.jpg)", content_notes=notes)
    found = [list(CHECKS[f"safeguarding/{rule}"].find(one)) for one in (of_item, in_text)]
    assert len(found[0]) == len(found[1])
    assert [(one.place.line, one.place.column) for one in found[1]] == [(6, 3)] * len(found[1])
    return len(found[0])


@pytest.mark.parametrize(
    ("alt", "notes", "expected"),
    [
        ("A victim of trafficking in a shelter", (), 1),
        ("A survivor at her desk", (), 1),
        ("Žrtva u sigurnoj kući", (), 1),
        ("Жртва у сигурној кући", (), 1),
        ("Two girls at a station", ("child-victims",), 1),
        ("Djevojčica na stanici", ("child-victims",), 1),
        ("Two girls at a station", (), 0),
        ("Two pupils in front of a screen, seen from behind", ("child-victims",), 0),
        ("A survivor, seen from behind", (), 0),
        ("Žrtva, snimljena s leđa", (), 0),
        ("An empty classroom", ("child-victims",), 0),
        ("Brochures for victims on a table", (), 0),
        ("The court of Glasgow", ("child-victims",), 0),
    ],
)
def test_a_picture_that_may_show_a_victim_is_asked_about(
    alt: str, notes: tuple[str, ...], expected: int
) -> None:
    """A child, only where the item itself says that it is about harm; nobody who is unseen."""
    assert told("picture", alt, *notes) == expected


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("Hands in chains", 1),
        ("A barcode on a neck", 1),
        ("Ruke u lancima", 1),
        ("A chart of a supply chain", 0),
        ("Lanac snabdijevanja", 0),
        ("A river", 0),
    ],
)
def test_a_picture_that_frightens_is_told(alt: str, expected: int) -> None:
    """It is false more often than not."""
    assert told("stereotype", alt) == expected
