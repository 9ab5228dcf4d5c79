"""South Slavic words in both of their scripts: lists are written in Latin letters, once."""

PAIRS = (("lj", "љ"), ("nj", "њ"), ("dž", "џ"))
LETTERS = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")


def in_cyrillic(text: str) -> bool:
    """Whether a text is, or may be, in Cyrillic letters: none is without these vowels for long."""
    return "а" in text or "е" in text or "и" in text


def cyrillic(word: str) -> str:
    """A word in small Latin letters, as it is spelled in Cyrillic ones.

    Letters that these languages do not have stay, and so does all that is no letter.
    """
    for latin, letter in PAIRS:
        word = word.replace(latin, letter)
    return word.translate(LETTERS)
