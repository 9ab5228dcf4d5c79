"""The sign-up of the newsletter, posted by a real browser to what stands in for each provider."""

import functools
import smtplib
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from http.server import ThreadingHTTPServer
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from tests.browser.conftest import QuietHandler
from tests.support.mail_server import mail_server
from tests.support.providers import ADDRESS, PROVIDERS, stand_in
from tests.support.sites import build_site, make_site

PRIVACY = "---\ntitle: Privacy\nslug: privacy\n---\n\nWe keep your address, and nothing else.\n"
FRONT = """---
title: "Vijesti: žrtve & svjedoci"
sign_up: {{provider: {provider}, {settings}}}
---

Our news by e-mail.
"""


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """All stand-ins behind one address."""
    with stand_in() as address:
        yield address


@pytest.fixture(scope="session")
def newsletters(
    tmp_path_factory: pytest.TempPathFactory, provider: str
) -> Iterator[dict[str, str]]:
    """A built site for each provider, and where its newsletter page is served."""
    settings = {name: one.settings.format(root=provider) for name, one in PROVIDERS.items()}
    settings |= {"mailman3": "list: news@lists.example.org", "none": "email: news@example.org"}
    folder = tmp_path_factory.mktemp("newsletters")
    handler = functools.partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        for name, told in settings.items():
            root = make_site(
                folder / f"{name}-site",
                {
                    "newsgen.yaml": f"base_url: http://127.0.0.1:{server.server_port}/{name}/\n",
                    "content/pages/privacy.md": PRIVACY,
                    "content/newsletter/index.md": FRONT.format(provider=name, settings=told),
                },
            )
            assert build_site(root, folder / name, strict=True).published
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield {
            name: f"http://127.0.0.1:{server.server_port}/{name}/newsletter/" for name in settings
        }
        server.shutdown()
        thread.join()


def led_home(context: BrowserContext, host: str, provider: str) -> None:
    """Lead what the browser sends to a provider's one host to its stand-in, as it was sent."""

    def lead(route: Route) -> None:
        url = route.request.url.replace(f"{host}/", provider)
        route.fulfill(response=route.fetch(url=url))

    context.route(f"{host}/**", lead)


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", PROVIDERS)
def test_the_provider_accepts_what_is_posted(
    browser: Browser, newsletters: dict[str, str], provider: str, name: str, scripts: bool
) -> None:
    """All fields and no more, the trap empty, letters whole; the page's own policy lets it pass."""
    context = browser.new_context(java_script_enabled=scripts)
    if PROVIDERS[name].host:
        led_home(context, PROVIDERS[name].host, provider)
    page = context.new_page()
    page.goto(newsletters[name])
    page.get_by_label("Your e-mail address").fill(ADDRESS.replace("ž", "z"))
    # A browser lets no other letters than ASCII stand before the @; providers may be sent them.
    page.locator("#site--email").evaluate("field => { field.type = 'text' }")
    page.get_by_label("Your e-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Subscribe").click()
    answer = page.locator("p").inner_text()
    context.close()

    assert answer == "accepted"


def test_a_filled_trap_is_not_accepted(browser: Browser, newsletters: dict[str, str]) -> None:
    """So the stand-ins tell a robot from a reader, as the providers do."""
    page = browser.new_context().new_page()
    page.goto(newsletters["listmonk"])
    page.locator("#site--email").fill("robot@example.org")
    page.locator("[name=nonce]").evaluate("field => { field.value = 'me too' }")
    page.get_by_role("button", name="Subscribe").click()
    answer = page.locator("p").inner_text()
    page.context.close()

    assert answer.startswith("got ")


def test_the_form_can_be_sent_nowhere_else(
    browser: Browser, newsletters: dict[str, str], provider: str
) -> None:
    """The policy of the page names one address."""
    page = browser.new_context().new_page()
    page.goto(newsletters["listmonk"])
    page.locator("#site--email").fill("reader@example.org")
    with page.expect_console_message(lambda message: "form-action" in message.text):
        page.locator("form.sign-up__form").evaluate(
            "(form, url) => { form.action = url; form.requestSubmit() }", f"{provider}elsewhere"
        )
    stayed = page.url
    page.context.close()

    assert stayed == newsletters["listmonk"]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_trap_is_met_by_nobody(
    browser: Browser, newsletters: dict[str, str], width: int
) -> None:
    """Not by the eye, the keyboard, a screen reader, or a browser that fills in addresses."""
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(newsletters["listmonk"])
    trap = page.locator("[name=nonce]")
    box = trap.bounding_box()
    sideways = page.evaluate("document.scrollingElement.scrollWidth") - width
    page.locator("#site--email").focus()
    page.keyboard.press("Tab")
    after = page.evaluate("document.activeElement.textContent")
    tree = page.locator("form.sign-up__form").aria_snapshot()
    filled = trap.get_attribute("autocomplete")
    context.close()

    assert box is not None
    assert box["x"] + box["width"] <= 0
    assert (sideways, after, filled) == (0, "Subscribe", "off")
    assert "Leave this empty" not in tree
    assert "checkbox" not in tree


def test_an_address_that_is_none_is_not_sent(browser: Browser, newsletters: dict[str, str]) -> None:
    """The browser says so in the reader's language."""
    page = browser.new_context().new_page()
    page.goto(newsletters["keila"])
    page.locator("#site--email").fill("no address")
    page.get_by_role("button", name="Subscribe").click()
    said = page.locator("#site--email").evaluate("field => field.validationMessage")
    stayed = page.url
    page.context.close()

    assert (bool(said), stayed) == (True, newsletters["keila"])


class ListServer:
    """What Mailman does with a mail to the address for joining: it takes it and writes back."""

    def __init__(self) -> None:
        self.joined: list[tuple[str, list[str]]] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, _server: object, _session: object, envelope: object, address: str, _options: object
    ) -> str:
        """Only the list's own addresses exist."""
        if address != "news-join@lists.example.org":
            return "550 no such address"
        envelope.rcpt_tos.append(address)  # type: ignore[attr-defined]
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the same
        self, _server: object, _session: object, envelope: object
    ) -> str:
        """Whoever writes is asked to confirm."""
        self.joined.append((envelope.mail_from, list(envelope.rcpt_tos)))  # type: ignore[attr-defined]
        return "250 OK"


def test_a_list_of_mailman_is_joined_by_the_mail_the_link_begins(
    browser: Browser, newsletters: dict[str, str]
) -> None:
    """The address in the link is the one that the list server answers."""
    page = browser.new_context().new_page()
    page.goto(newsletters["mailman3"])
    href = page.get_by_role("link", name="Write an empty message").get_attribute("href") or ""
    forms = page.locator("form.sign-up__form").count()
    page.context.close()
    server = ListServer()
    message = EmailMessage()
    message["From"] = "reader@example.org"
    message["To"] = unquote(href.removeprefix("mailto:"))
    with mail_server(server) as port, smtplib.SMTP("127.0.0.1", port) as smtp:
        smtp.send_message(message)

    assert forms == 0
    assert server.joined == [("reader@example.org", ["news-join@lists.example.org"])]


def test_without_a_provider_somebody_can_be_written_to(
    browser: Browser, newsletters: dict[str, str]
) -> None:
    """And the feeds are there."""
    page = browser.new_context().new_page()
    page.goto(newsletters["none"])
    href = page.get_by_role("link", name="Write to news@example.org").get_attribute("href")
    feeds = page.locator(".feeds a").count()
    page.context.close()

    assert (href, feeds) == ("mailto:news@example.org", 3)
