"""Links and emphasis in their plainest form, which is the form of nearly all of them.

Python-Markdown sets them by way of placeholders, each of which it seeks again in the text around,
and goes through every letter of an address to find its end. Here a text is taken apart at once
when it holds nothing but `[words](https://a.example/b)`, `*words*` and `**words**`, whose words
hold no mark themselves. Any other text is left as it is, for Python-Markdown.
"""

from collections.abc import Container, Sequence
from xml.etree.ElementTree import Element

from ht_newsgen.kit.patterns import regex

_WORDS = r"[^\[\]`\\<&*_\n\x02]"
# Each way begins with its own sign, which can be sought quickly, and then looks back.
PLAIN_MARKS = regex(
    rf"\[(?<!!\[)((?!\^){_WORDS}+)\]\((https?://[\w./?=%#~:+,@&-]+)\)"  # no picture, no footnote
    rf"|\*(?<!\*\*)(\*?)(?![\s*])({_WORDS}*(?<!\s))\*\3(?!\*)"
)
"""In what it splits come five by five: words of a link, its address, the second star, words, and
what stands between this and the next."""
SIGNS = ("[", "*", "<", "&", "`", "\\", "_", "\x02", "  \n")
"""With one of these begins whatever inline patterns match."""


def any_of(marks: Sequence[str], text: Container[str]) -> bool:
    """Whether one of them is there."""
    for mark in marks:  # noqa: SIM110 - asked everywhere, and a third of the time of `any`
        if mark in text:
            return True
    return False


def set_plain_marks(element: Element) -> bool:
    """Set the text before an element's children; False if that is for Python-Markdown to do."""
    before, *parts = PLAIN_MARKS.split(element.text or "")
    around = "\n".join((before, *parts[4::5]))
    if any_of(SIGNS, around):
        return False
    element.text = before or None
    groups = zip(parts[::5], parts[1::5], parts[2::5], parts[3::5], parts[4::5], strict=True)
    for at, (label, address, second_star, words, after) in enumerate(groups):
        if address:
            child = Element("a", {"href": address})
            child.text = label
        else:
            child = Element("strong" if second_star else "em")
            child.text = words
        child.tail = after or None
        element.insert(at, child)
    return True
