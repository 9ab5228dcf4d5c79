from ht_newsgen.model.site import Redirect
from ht_newsgen.pages.views.machine import GoneView, HeadersView, RedirectsView
from ht_newsgen.render.servers import render_gone, render_headers, render_redirects


def headers(base_path: str, policy: str) -> dict[str, dict[str, str]]:
    """Paths and their headers, read the way a host reads the file."""
    rules: dict[str, dict[str, str]] = {}
    here: dict[str, str] = {}
    text = render_headers(HeadersView(base_path=base_path, content_security_policy=policy))
    for line in text.decode().splitlines():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            here[name] = value
        elif line:
            here = rules.setdefault(line, {})
    return rules


def test_every_page_is_sent_with_the_policies_of_the_site() -> None:
    """What a `<meta>` cannot say is said here: nobody shows our pages in a frame."""
    assert headers("/", "default-src 'none'; img-src 'self';")["/*"] == {
        "Content-Security-Policy": "default-src 'none'; img-src 'self'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": (
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
        ),
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def test_a_policy_on_frames_is_kept() -> None:
    """A site may have chosen its own."""
    policy = "frame-ancestors 'self'"

    assert headers("/", policy)["/*"]["Content-Security-Policy"] == policy


def test_only_names_with_a_fingerprint_are_kept_for_ever() -> None:
    """And the paths begin where the site does."""
    rules = headers("/newsroom/", "default-src 'none'")

    assert sorted(path for path in rules if "Cache-Control" in rules[path]) == [
        "/newsroom/assets/*",
        "/newsroom/media/*",
    ]
    assert rules["/newsroom/media/*"] == {"Cache-Control": "public, max-age=31536000, immutable"}


def test_feeds_are_sent_as_feeds() -> None:
    """Those of the site and those of its sections, by their own media types."""
    rules = headers("/n/", "default-src 'none'")

    assert {
        path: values["Content-Type"] for path, values in rules.items() if "Content-Type" in values
    } == {
        "/n/rss.xml": "application/xml; charset=utf-8",
        "/n/*/rss.xml": "application/xml; charset=utf-8",
        "/n/atom.xml": "application/xml; charset=utf-8",
        "/n/*/atom.xml": "application/xml; charset=utf-8",
        "/n/feed.json": "application/feed+json; charset=utf-8",
        "/n/*/feed.json": "application/feed+json; charset=utf-8",
        "/n/feeds.opml": "text/x-opml; charset=utf-8",
    }


def test_a_redirect_is_one_line_whatever_stands_in_it() -> None:
    """Spaces part the columns, `*` and `:name` are patterns: none of them may stand for itself."""
    view = RedirectsView(
        base_path="/n/",
        redirects=(
            Redirect(path="old.html", target="flash/2018/new/"),
            Redirect(path="a b*/:c/#d/Đ\n/", target=""),
        ),
    )

    assert render_redirects(view).decode() == (
        "/n/old.html /n/flash/2018/new/ 301\n/n/a%20b%2A/%3Ac/%23d/%C4%90%0A/ /n/ 301\n"
    )


def test_withdrawn_paths_stand_one_on_a_line() -> None:
    """For a server that can answer 410."""
    assert render_gone(GoneView(paths=("/n/a/", "/n/b/"))) == b"/n/a/\n/n/b/\n"
    assert render_gone(GoneView(paths=())) == b""
