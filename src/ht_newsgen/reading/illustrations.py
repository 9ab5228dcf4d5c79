"""Pictures in a text: files of the site.

In the HTML that reading gives, a picture is one `<img>` that shows its largest fallback, whole in
itself: what feeds and mails repeat. Its `data-kind` lets a page offer the other renditions
(`render/pictures.py`), so a text does not change with the layout around it.
"""

import re
from html import unescape

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.renditions import fallback
from ht_newsgen.model.media import Picture
from ht_newsgen.reading.body_source import BodySource
from ht_newsgen.reading.media import NoPicture, PictureLookup
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import IMAGE

_PICTURE = regex(r"<img ?([^>]*?)/?>")
_ATTRIBUTE = regex(r'([a-z-]+)="([^"]*)"')


def with_pictures(
    html: str, source: BodySource, pictures: PictureLookup, notes: Notes
) -> tuple[str, tuple[Picture, ...]]:
    """Sanitised HTML that shows published copies, and what they are copies of.

    Problems: `body/image`, for a picture that is left out.
    """
    if "<img" not in html:
        return html, ()
    found: dict[str, Picture] = {}

    def shown(tag: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(tag[1]))
        src = unescape(attributes.get("src", ""))
        picture = pictures(src)
        if isinstance(picture, NoPicture):
            notes.add(IMAGE, source.place_of(src or "<img"), picture.message, picture.advice)
            return ""
        found[picture.name] = picture
        title = f' title="{attributes["title"]}"' if attributes.get("title") else ""
        return (
            f'<img src="/{fallback(picture).path}"'
            f' alt="{attributes.get("alt", "")}"{title}'
            f' width="{picture.width}" height="{picture.height}" data-kind="{picture.kind}">'
        )

    return _PICTURE.sub(shown, html), tuple(found.values())
