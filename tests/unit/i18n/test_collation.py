"""Lists of names are in the order of the alphabet."""

import pytest

from ht_newsgen.i18n.collation import sort_key


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("en", "Åland|Austria|Côte d’Ivoire|Croatia|Österreich|Zambia"),
        ("bs", "Austrija|Crna Gora|Čad|Češka|Danska|Džibuti|Đakovo|Ekvador"),
        ("bs", "Luksemburg|Ljubljana|Norveška|Njemačka|Srbija|Švedska|Zambija|Željezno"),
        ("hr", "Cipar|Čile|Ćuprija|Zagreb|Županja"),
        ("sr-Latn", "Nigerija|Nju Delhi|Oman"),
        ("sr-Cyrl", "Дански|Џибути|Шведска"),
        ("sr-Cyrl", "Ангола|Ђаково|Љубљана|Мали|Њујорк|Оман"),
        ("ro", "Sudan|Șișești|Turcia|Țara|Ungaria"),
        ("sq", "Danimarka|Dhaka|Egjipt|Gana|Gjermania|Shqipëria|Tajlanda|Xamajka|Xhibuti|Zambia"),
        ("ar", "Albania|الجزائر|العراق"),
        ("en", "112|eu|Europe"),
    ],
)
def test_a_name_stands_where_readers_look_for_it(tag: str, names: str) -> None:
    """Marks and pairs of letters have the place that the language gives them."""
    expected = names.split("|")

    assert sorted(sorted(expected), key=lambda name: sort_key(name, tag)) == expected


def test_case_and_marks_count_only_where_nothing_else_differs() -> None:
    """Resume and résumé stand before what is longer."""
    words = ["résumé", "Resume", "resumed", "resume"]

    assert max(words, key=lambda word: sort_key(word, "en")) == "resumed"
