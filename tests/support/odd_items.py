"""Items as they come from elsewhere: other generators, other editors, other decades.

Each part below is a table of things seen in real archives; an item takes one of each, chosen by a
generator with a fixed seed, so that every run meets the same oddities.
"""

import random
from collections.abc import Iterator

TITLES = (
    "title: Raids in two countries",
    "title: 'Raids in two countries'",
    'title: "Raids: a second day"',
    "title: Raids: a second day",
    "title: >\n  Raids in\n  two countries",
    "title: |\n  Raids in two countries",
    "title: <b>Raids</b> &amp; more",
    "title: Рације у две земље",
    "title: عمليات تفتيش في بلدين",
    "title: 両国で家宅捜索",
    "title: 🕊️",
    "title: Žrtve trgovine ljudima čekaju",
    "title: 2016",
    "title: true",
    "title: null",
    "title:",
    "title: [Raids, again]",
    "title: \u200fRaids\u200b",
    "title: " + "Raids " * 200,
    "title: ...",
    "title: '{{ raids }}'",
    'title: "\\u0007 bell"',
    "Title: Raids",
    "",
)
DATES = (
    "date: 2016-04-10",
    "date: 2016-4-9",
    "date: 2016-04-10 10:00",
    "date: 2014-06-30 10:00:10 -0400",
    "date: 2016-04-10T10:00:00Z",
    "date: 2016-04-10T10:00:00.123456+02:00",
    "date: '2016-04-10'",
    "date: 10.04.2016",
    "date: 10. 4. 2016.",
    "date: April 10, 2016",
    "date: Sun, 10 Apr 2016 10:00:00 +0200",
    "date: 04/10/2016",
    "date: 2016-02-30",
    "date: 0000-00-00",
    "date: 1460246400",
    "date: soon",
    "date: 2099-01-01",
    "date: {year: 2016}",
    "date: [2016-04-10]",
    "date:",
    "",
)
EXTRAS = (
    "",
    "tags: [raids, police]",
    "tags: raids, police",
    "categories:\n- raids\n- police",
    "summary: Police searched four flats.",
    "description: >-\n  Police searched\n  four flats.",
    "layout: post",
    "draft: true",
    "draft: yes",
    "slug: raids",
    "slug: Raids_In/Two",
    "slug: 2016",
    "aliases: [/old/raids/, old.html]",
    "redirect_from: /2016/04/raids",
    "author: The newsdesk",
    "authors: [{name: The newsdesk}]",
    "source: {name: Europol, url: 'https://www.europol.europa.eu/'}",
    "source: https://www.europol.europa.eu/",
    "lang: sr-Cyrl",
    "lang: xx-unknown-tag",
    "countries: [BA, rs, UK, Bosnia]",
    "image: cover.jpg",
    "weight: 10",
    "expires: 2017-01-01",
    "status: withdrawn",
    "comments: true\npermalink: /:year/:title/",
    "a: &a [*a]",
    "x: !!python/name:os.system",
    "\tindented: by a tab",
    "title: twice",
    "unknown: {deep: {deeper: [1, 2, {three: 3}]}}",
)
BODIES = (
    "",
    "Police searched four flats.",
    "# A heading\n\nText with a [link](/about/) and ![no picture](missing.png).",
    "One.\n\n<!--more-->\n\nTwo.",
    "Text.[^1]\n\n[^1]: A note with [a link](https://example.com/).",
    "| a | b |\n|---|:-:|\n| 1 | 2 |",
    "<script>alert(1)</script><p onclick='x()'>unclosed <b>bold",
    "<div><div><div></p></div>",
    "{% include figure.html %} {{< youtube x >}} [[wiki]]",
    "```python\nprint('hi')\n```",
    "* a\n    * b\n        * c\n\n1. one\n1. two",
    "> quoted\n>> deeper\n\n***\n\n---\n\nafter a line",
    "العربية **نص** 中文 текст 🕊️ e\u0301",
    "a\x0bb\x0cc\x1fd",
    "http://example.com/bare and mail@example.com",
    "[" * 300,
    "*" * 300,
    "&nbsp;&#0;&#x110000;&bogus;",
    "Term\n: definition\n\nH~2~O and `code ``with`` ticks`",
    "Setext\n======\n\nSub\n---\n\ntext",
    "word " * 2000,
)
OPENINGS = ("---\n", "\ufeff---\n", "\n\n---\n", "--- \n", "---\r\n", "----\n", "+++\n", "")
CLOSINGS = ("---\n\n", "...\n\n", "---\n", "--- \n\n", "\n")
LINE_ENDS = ("\n", "\n", "\n", "\r\n", "\r", "mixed")
ENCODINGS = ("utf-8",) * 12 + ("cp1250", "utf-16", "latin-1")
NAMES = ("{n}", "2016-04-10-item-{n}", "Item {n}", "ставка-{n}", "{n}.en", "{n}/index")


def odd_items(count: int, seed: int = 2018) -> Iterator[tuple[str, bytes]]:
    """Path below a section's folder, and bytes, of as many items."""
    chance = random.Random(seed)
    for number in range(count):
        # Mostly sane, with one or two odd parts, as real files are.
        odd = chance.sample(
            ("title", "date", "extra", "body", "frame"), k=chance.choice((0, 1, 1, 2, 5))
        )
        title = chance.choice(TITLES) if "title" in odd else f"title: Raids, day {number}"
        date = chance.choice(DATES) if "date" in odd else f"date: 2016-04-{number % 28 + 1:02}"
        extra = chance.choice(EXTRAS) if "extra" in odd else ""
        body = chance.choice(BODIES) if "body" in odd else "Police searched four flats."
        opening = chance.choice(OPENINGS) if "frame" in odd else "---\n"
        closing = chance.choice(CLOSINGS) if "frame" in odd else "---\n\n"
        lines = "\n".join(part for part in (title, date, extra) if part)
        text = f"{opening}{lines}\n{closing}{body}\n"
        if "frame" in odd:
            end = chance.choice(LINE_ENDS)
            text = (
                "".join(line + chance.choice(("\n", "\r\n")) for line in text.split("\n"))
                if end == "mixed"
                else text.replace("\r\n", "\n").replace("\n", end)
            )
        encoding = chance.choice(ENCODINGS) if "frame" in odd else "utf-8"
        name = chance.choice(NAMES).format(n=number) if "frame" in odd else str(number)
        yield f"{name}.md", text.encode(encoding, errors="replace")
