"""A site in which every text that a person can write is an attempt to run a script."""

import json
from pathlib import Path
from urllib.parse import quote

from tests.support.sites import make_site

PAYLOADS = tuple(
    (Path(__file__).parents[1] / "browser" / "payloads.txt").read_text("utf-8").splitlines()
)
TINY = Path(__file__).parents[1] / "sites" / "tiny" / "site"
SAFE = "'()&;=:/#?[]!$"
"""What an address may hold unencoded, and an attribute might take amiss."""
PICTURE = "content/stories/2026/square.png"


def make_attacked(root: Path) -> Path:
    """Lay out the site: each payload in items of its own, all together in what is said once.

    An item that is refused with a problem has run nothing; so texts and bodies stand in items of
    their own, and one does not keep the other out.
    """
    files: dict[str, str | bytes] = {
        "newsgen.yaml": _config(),
        "content/data/topics.yaml": _register("title", "description"),
        "content/data/sources.yaml": _register("name"),
        "content/data/authors.yaml": _register("name"),
        "content/data/content_notes.yaml": _register("text"),
        "content/data/helplines.yaml": json.dumps([_helpline(one) for one in PAYLOADS]),
        "content/newsletter/index.md": _item({"title": _all()}, _all()),
        "content/pages/about.md": _item(
            {"title": _all(), "slug": "about", "standfirst": _all()}, "A text."
        ),
        "content/flash/square.png": (TINY / PICTURE).read_bytes(),
    }
    for number, payload in enumerate(PAYLOADS):
        files[f"content/flash/text-{number}.md"] = _item(_texts(number, payload), "A text.")
        files[f"content/flash/body-{number}.md"] = _item(
            {"title": f"Item {number}", "date": "2026-02-01"}, f"{payload}\n\n*{payload}*"
        )
    return make_site(root, files)


def _all() -> str:
    return " ".join(PAYLOADS)


def _config() -> str:
    return json.dumps(
        {
            "base_url": "https://example.org/",
            "title": _all(),
            "description": _all(),
            "country": "BA",
            "search": False,
            "social_cards": "none",
            "page_size": 500,
            "organisation": {"name": _all(), "short_name": PAYLOADS[0]},
            "sections": [
                {"id": "flash", "title": _all(), "kind": "flash", "front_page": 200,
                 "description": _all()},
                {"id": "newsletter", "title": _all(), "kind": "newsletter", "front_page": 1},
                {"id": "pages", "title": _all(), "kind": "page", "permalink": "/{slug}/"},
            ],
        }
    )  # fmt: skip


def _register(*keys: str) -> str:
    return json.dumps(
        {f"p{number}": dict.fromkeys(keys, payload) for number, payload in enumerate(PAYLOADS)}
    )


def _helpline(payload: str) -> dict[str, object]:
    return {"country": "BA", "name": payload, "phone": "112", "hours": payload,
            "verified_on": "2026-05-01", "source": "https://x.example/"}  # fmt: skip


def _texts(number: int, payload: str) -> dict[str, object]:
    """Front matter with the payload wherever it takes a text."""
    return {
        "title": payload,
        "slug": f"text-{number}",
        "date": "2026-02-01",
        "standfirst": payload,
        "dateline": payload,
        "licence": payload,
        "rights": "licensed",
        "authors": [f"p{number}", payload],
        "topics": [f"p{number}"],
        "content_notes": [f"p{number}"],
        "source": {
            "name": payload,
            "author": payload,
            "url": f"https://x.example/?q={quote(payload, safe=SAFE)}",
        },
        "image": {"src": "square.png", "alt": payload, "credit": payload, "caption": payload},
        "corrections": [{"date": "2026-02-02", "text": payload}],
    }


def _item(front_matter: dict[str, object], body: str) -> str:
    """JSON values are YAML as well."""
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front_matter.items())
    return f"---\n{lines}---\n\n{body}\n"
