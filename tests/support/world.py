"""Sites with every kind of page in many languages, three alphabets, and both directions.

The world has four of them; its neighbours are the theme's other languages, and one that the theme
does not speak. Each is the tiny site, and each of its kinds again in those languages. The text is
the fourth article of the Universal Declaration of Human Rights, which exists in all of them.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.support.sites import make_site

TINY = Path(__file__).parents[1] / "sites" / "tiny" / "site"

CONFIG = """\
base_url: https://example.org/
title: {en: The World's Newsroom, bs: Svjetska redakcija, sr-Cyrl: Светска редакција, ar: غرفة أخبار العالم}
description: One of everything, in many languages.
language: en
languages: [en, bs, sr-Cyrl, ar]
timezone: Europe/Sarajevo
organisation: {name: The Organisation, short_name: Org, url: "https://organisation.example/"}
sections:
  - {id: flash, title: {en: News Flash, bs: Kratke vijesti, sr-Cyrl: Кратке вести, ar: أخبار عاجلة}, kind: flash, front_page: 3}
  - {id: stories, title: {en: Stories, bs: Priče, sr-Cyrl: Приче, ar: تقارير}, kind: story, front_page: 3, description: Longer texts.}
  - {id: newsletter, title: {en: Newsletter, sr-Cyrl: Билтен, ar: النشرة}, kind: newsletter, front_page: 1}
  - {id: pages, title: About, kind: page, permalink: "/{slug}/"}
page_size: 2
security: {contact: "mailto:security@example.org"}
"""  # noqa: E501 - a line of YAML each


@dataclass(frozen=True, slots=True)
class Words:
    """What is written in one language."""

    tag: str
    title: str
    text: str


LANGUAGES = (
    Words(
        "bs",
        "Niko se ne smije držati u ropstvu",
        "Niko se ne smije držati u ropstvu ili potčinjenosti; ropstvo i trgovina robljem "
        "zabranjeni su u svim oblicima.",
    ),
    Words(
        "sr-Cyrl",
        "Нико се не сме држати у ропству",
        "Нико се не сме држати у ропству или потчињености; ропство и трговина робљем забрањени "
        "су у свим облицима.",
    ),
    Words(
        "ar",
        "لا يجوز استرقاق أي شخص",
        "لا يجوز استرقاق أو استعباد أي شخص، ويحظر الاسترقاق وتجارة الرقيق بكافة أوضاعهما.",
    ),
)
TAGS = ("en", *(words.tag for words in LANGUAGES))

NEIGHBOURS = (
    Words(
        "hr",
        "Nitko se ne smije držati u ropstvu",
        "Nitko se ne smije držati u ropstvu ili ropskom odnosu; ropstvo i trgovina robljem "
        "zabranjuju se u svim svojim oblicima.",
    ),
    Words(
        "sr-Latn",
        "Niko se ne sme držati u ropstvu",
        "Niko se ne sme držati u ropstvu ili potčinjenosti; ropstvo i trgovina robljem zabranjeni "
        "su u svim oblicima.",
    ),
    Words(
        "ro",
        "Nimeni nu va fi ținut în sclavie",
        "Nimeni nu va fi ținut în sclavie, nici în servitute; sclavajul și comerțul cu sclavi sunt "
        "interzise sub toate formele lor.",
    ),
    Words(
        "sq",
        "Askush nuk duhet të mbahet në skllavëri",
        "Askush nuk duhet të mbahet në skllavëri ose në robëri; skllavëria dhe tregtia e "
        "skllevërve ndalohen në të gjitha format e tyre.",
    ),
    Words(
        "de",
        "Niemand darf in Sklaverei gehalten werden",
        "Niemand darf in Sklaverei oder Leibeigenschaft gehalten werden; Sklaverei und "
        "Sklavenhandel sind in allen ihren Formen verboten.",
    ),
)
"""The last of them without a catalogue: its pages say the theme's words in English."""
NEIGHBOURING = tuple(words.tag for words in NEIGHBOURS)

NEIGHBOURS_CONFIG = CONFIG.replace(
    "languages: [en, bs, sr-Cyrl, ar]", f"languages: [en, {', '.join(NEIGHBOURING)}]"
)

FOREIGN = (
    Words(
        "zh",
        "任何人不得使为奴隶",
        "任何人不得使为奴隶或奴役；一切形式的奴隶制度和奴隶买卖，均应予以禁止。",
    ),
    Words(
        "fa",
        "هیچ کس را نمی‌توان در بردگی نگاه داشت",
        "بردگی و داد و ستد بردگان به هر شکلی ممنوع است.",
    ),
)
"""Languages the site does not have; what is written in them stands in its English pages."""

ITEMS = {
    "stories/2026/own": "date: 2026-02-05\nauthors: [newsdesk]\ntopics: [children]\n",
    "flash/2026/first": "date: 2026-03-01\ncountries: [BA]\nsource: agency\n",
    "flash/2026/second": "date: 2026-03-02\nsource: {name: Somebody, url: 'https://s.example/'}\n",
    "flash/2026/third": "date: 2026-03-03\ntopics: [law]\ncontent_notes: [harm]\n",
    "flash/2026/fourth": "date: 2026-03-04\nrights: unverified\n",
    "flash/2026/fifth": "date: 2026-03-05\nstatus: withdrawn\n",
    "pages/safety": "",
    "pages/about": "",
}


def make_world(root: Path) -> Path:
    """Lay out the site's files."""
    return _make(root, CONFIG, LANGUAGES)


def make_neighbours(root: Path) -> Path:
    """The same in the other languages."""
    return _make(root, NEIGHBOURS_CONFIG, NEIGHBOURS)


def _make(root: Path, config: str, languages: tuple[Words, ...]) -> Path:
    tiny = {
        file.relative_to(TINY).as_posix(): file.read_bytes()
        for file in sorted(TINY.rglob("*"))
        if file.is_file() and not file.name.endswith(".bs.md")
    }
    everything = _mended(str(tiny["content/stories/2026/everything.md"], "utf-8"))
    files: dict[str, str | bytes] = {
        **tiny,
        "newsgen.yaml": config,
        "content/stories/2026/everything.md": everything,
        "content/newsletter/2026-05.md": str(tiny["content/newsletter/2026-05.md"], "utf-8")
        .replace("/corrections/", "/about-us/"),
        "content/pages/about.md": str(tiny["content/pages/about.md"], "utf-8")
        .replace("/safety/", "/your-safety/"),
    }  # fmt: skip
    for words in languages:
        files |= _translated(words, everything)
    for words in FOREIGN:
        files[f"content/flash/2026/{words.tag}.md"] = _item(words, "date: 2026-04-01\n", 1)
    return make_site(root, files)


def _mended(text: str) -> str:
    """What is wrong on purpose is for other tests."""
    mended = text.replace("/about/", "/about-us/").replace('<script>alert("gone")</script>', "")
    return mended.replace("<one> ", "").replace('<span onclick="gone()">kept</span>', "")


def _translated(words: Words, everything: str) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        f"content/{path}.{words.tag}.md": _item(
            words, f"slug: {Path(path).name}\n{front_matter}", number
        )
        for number, (path, front_matter) in enumerate(ITEMS.items(), 1)
    }
    front, _, body = everything.partition("\n---\n\n")
    kept = "\n".join(
        line for line in front.splitlines() if not line.startswith(("title:", "aliases:", "slug:"))
    )
    files[f"content/stories/2026/everything.{words.tag}.md"] = (
        f"{kept}\ntitle: {words.title}\nlanguage: {words.tag}\nslug: everything\n"
        f"translation_of: stories-2026-everything\n---\n\n{words.text}\n\n{body}"
    )
    files[f"content/newsletter/2026-05.{words.tag}.md"] = (
        f"---\nsubject: '2026-05: {words.title}'\npreheader: {words.text[:80]}\ndate: 2026-05-31\n"
        f"since: 2025-01-01\nsections: [stories, flash]\n---\n\n{words.text}\n"
    )
    return files


def _item(words: Words, front_matter: str, number: int) -> str:
    """Numbered, since no two pages may have the same title."""
    return (
        f"---\ntitle: '{words.title}: {number}'\nlanguage: {words.tag}\n{front_matter}---\n\n"
        f"({number}) {words.text}\n"
    )
