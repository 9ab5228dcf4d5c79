"""A served page is the built page with a script, and at times a bar."""

from ht_newsgen.serve.additions import added_to, bar_of, loosened, state_of, stylesheets

PAGE = (
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; script-src 'none'; img-src 'self'\">"
    '<link rel="stylesheet" href="/assets/site.1.css"></head><body><p>A</p></body></html>'
)


def test_scripts_of_this_server_alone_are_allowed() -> None:
    """And its events; the rest of the policy stays."""
    assert loosened("default-src 'none'; script-src 'none'; img-src 'self'") == (
        "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'"
    )
    assert loosened("") == "script-src 'self'; connect-src 'self'"


def test_the_script_stands_in_the_head_and_the_bar_at_the_end() -> None:
    """The page in between is what was built."""
    bar = bar_of("1 error <in> 1 file")

    assert added_to(PAGE, "abc", bar) == (
        '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'\">"
        '<link rel="stylesheet" href="/assets/site.1.css">'
        '<link rel="stylesheet" href="/_serve/serve.css">\n'
        '<script src="/_serve/reload.js" data-state="abc" async></script>\n'
        '</head><body><p>A</p><aside class="newsgen-bar newsgen-error" aria-label="ht-newsgen">'
        '<a href="/_serve/problems">1 error &lt;in&gt; 1 file</a></aside>\n</body></html>'
    )


def test_a_page_without_a_head_reloads_too() -> None:
    """A template of one's own may leave out what HTML lets it leave out."""
    assert added_to("<p>A", "abc") == (
        '<p>A<script src="/_serve/reload.js" data-state="abc" async></script>\n'
    )


def test_the_state_does_not_depend_on_the_address_of_a_stylesheet() -> None:
    """On everything else it does, the bar included."""
    other_sheet = PAGE.replace("site.1.css", "site.2.css")

    assert state_of(PAGE) == state_of(other_sheet)
    assert len({state_of(PAGE), state_of(PAGE, "bar"), state_of(PAGE + " ")}) == 3


def test_the_stylesheets_of_a_page_are_its_links() -> None:
    """Unescaped, in their order."""
    page = '<link rel="stylesheet" href="/a.css?x&amp;y"><LINK REL="stylesheet" HREF="/b.css">'

    assert stylesheets(page) == ("/a.css?x&y", "/b.css")
