"""What may stand in a body: an explicit list of elements and attributes, all else is taken out.

The result is what an HTML parser made of the text (HTML Living Standard, section 13): balanced,
every attribute in double quotes, `<`, `>` and `&` escaped wherever they are text. The patterns of
`reading/body.py` rely on that.
"""

import nh3

ELEMENTS = frozenset(
    "a abbr b bdi blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 "
    "h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td "
    "tfoot th thead tr u ul var wbr".split()
)
WITHIN_A_LINE = frozenset(
    "a abbr b bdi cite code del em i ins kbd mark q s samp small span strong sub sup u var".split()
)
"""Those that mark words and do not begin a new one."""
VOID = frozenset(("br", "hr", "img", "wbr"))
"""Those that are never closed."""

_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "a": {"href"},
    "code": {"class"},
    "h1": {"id"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"alt", "src"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
"""`align` becomes a class afterwards; `class` on `code` names the language of the code."""

_CLASSES = {"a": {"footnote-backref", "footnote-ref"}, "div": {"footnote"}}
_VALUES = {
    "a": {"role": {"doc-backlink", "doc-noteref"}},
    "div": {"role": {"doc-endnotes"}},
    "th": {"scope": {"col", "colgroup", "row", "rowgroup"}},
}
SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def make_sanitiser() -> nh3.Cleaner:
    """A sanitiser by the lists above."""
    return nh3.Cleaner(
        tags=set(ELEMENTS),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        tag_attribute_values=_VALUES,
        url_schemes=set(SCHEMES),
        clean_content_tags={"script", "style"},
        link_rel=None,
    )
