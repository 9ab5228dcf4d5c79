import pytest

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.render.stylesheets import bundle, imported_sheets

PUBLISHED = {
    "assets/fonts/ink.woff2": "assets/fonts/ink.0123456789.woff2",
    "assets/sprite.svg": "assets/sprite.0123456789.svg",
    "assets/odd name.png": "assets/odd name.0123456789.png",
    "favicon.svg": "favicon.svg",
}


def test_imports_become_layers_in_their_order() -> None:
    """One file is fetched, and the cascade is that of many."""
    sources = {
        "assets/site.css": (
            '@charset "utf-8";\n@layer base, parts;\n'
            '@import url("css/base.css") layer(base);\n'
            "@import 'css/parts.css' layer(parts) print;\n"
            "@import url(css/last.css) layer;\n"
            '@import "css/bare.css";\n'
        ),
        "assets/css/base.css": "a { b: c }\n",
        "assets/css/parts.css": "@import 'parts/card.css' layer(card);\n",
        "assets/css/parts/card.css": "d { e: f }",
        "assets/css/last.css": "g { h: i }",
        "assets/css/bare.css": "j { k: l }",
    }

    assert imported_sheets(sources) == sources.keys() - {"assets/site.css"}
    assert bundle("assets/site.css", sources, {}) == (
        "@layer base, parts;\n"
        "@layer base {\na { b: c }\n}\n"
        "@layer parts {\n@media print {\n@layer card {\nd { e: f }\n}\n}\n}\n"
        "@layer {\ng { h: i }\n}\n"
        "j { k: l }\n"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("url(../fonts/ink.woff2)", 'url("fonts/ink.0123456789.woff2")'),
        ('url( "../sprite.svg#star" )', 'url("sprite.0123456789.svg#star")'),
        ("url('../fonts/ink.woff2?#iefix')", 'url("fonts/ink.0123456789.woff2?#iefix")'),
        ("url('../odd name.png')", 'url("odd%20name.0123456789.png")'),
        ("url('../odd%20name.png')", 'url("odd%20name.0123456789.png")'),
        ("url(../../favicon.svg)", 'url("../favicon.svg")'),
        ("url(#clip)", 'url("#clip")'),
        ("url(data:image/svg+xml,%3Csvg/%3E)", 'url("data:image/svg+xml,%3Csvg/%3E")'),
    ],
)
def test_addresses_follow_the_files_they_mean(written: str, read: str) -> None:
    """A relative address is relative to the file it is written in, then to the one published."""
    sources = {
        "assets/site.css": "@import 'css/base.css';",
        "assets/css/base.css": f"a{{b:{written}}}",
    }

    assert bundle("assets/site.css", sources, PUBLISHED) == f"a{{b:{read}}}\n"


def test_strings_and_comments_are_not_code() -> None:
    """What only looks like an address or an import is left alone, or left out."""
    text = (
        "/* @import 'no.css'; url(no.png) */\n\n"
        'a::after { content: "/* url(no.png) @import  \\" x"; }\n'
        "    b{}/* c */d{}   e/**/.f{} /* open"
    )

    assert bundle("a.css", {"a.css": text}, {}) == (
        'a::after { content: "/* url(no.png) @import  \\" x"; }\nb{}d{} e/**/.f{}\n'
    )
    assert imported_sheets({"a.css": text}) == frozenset()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n@import 'no.css';", "2: `no.css` is imported, but there is no static/assets/no.css"),
        (
            "@import 'a.css';",
            "1: stylesheets import each other in a circle: assets/a.css → assets/a.css",
        ),
        (
            "@import 'https://cdn.example/a.css';",
            "1: `https://cdn.example/a.css` is on another host; a reader's visit must stay with us",
        ),
        ("a{}\n@import;", "2: `@import;` is not understood"),
        (
            "@import 'b.css' supports(display: grid);",
            "1: an import with supports() is not understood; write @supports in the file",
        ),
        ("a{}\n\nb{c:url(no.png)}", "3: `no.png` is used, but there is no static/assets/no.png"),
        (
            "b{c:url(//cdn.example/a.png)}",
            "1: `//cdn.example/a.png` is on another host; a reader's visit must stay with us",
        ),
        (
            "b{c:url(/a.png)}",
            (
                "1: `/a.png` begins at the root of the host, where the site may not be;"
                " write it relative to this file"
            ),
        ),
        ("b{c:url(../../x)}", "1: `../../x` is used, but there is no static/../x"),
    ],
)
def test_a_mistake_in_a_stylesheet_is_named_with_its_line(text: str, message: str) -> None:
    """The file is the one with the mistake in it, not the one that imports it."""
    sources = {"assets/a.css": text, "assets/b.css": "b{}"}

    with pytest.raises(ThemeBroken) as raised:
        bundle("assets/a.css", sources, {})

    assert str(raised.value) == f"static/assets/a.css:{message}"


def test_a_circle_is_told_from_its_beginning() -> None:
    """Whoever is to break it sees all of it."""
    sources = {
        "a.css": "@import 'b.css';",
        "b.css": "\n@import 'c.css';",
        "c.css": "@import 'b.css';",
    }

    with pytest.raises(
        ThemeBroken, match=r"^static/c\.css:1: .*a\.css → b\.css → c\.css → b\.css$"
    ):
        bundle("a.css", sources, {})
