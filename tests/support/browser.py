"""Headless Chromium, driven by Playwright: a new profile each time, and no calls home."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserType, sync_playwright

from tests.support import chromium

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launch() -> Iterator[Browser]:
    """A running browser; every launch has a new, empty profile that is deleted with it.

    To be the body of a fixture; a test takes `browser.new_page()` or, with other settings
    (JavaScript off, a language, a small screen), `browser.new_context(...)`.
    """
    with sync_playwright() as playwright:
        browser = started(playwright.chromium)
        try:
            yield browser
        finally:
            browser.close()


def started(kind: BrowserType, *, remembers_pages: bool = False) -> Browser:
    """A browser to be closed by whoever starts it.

    One that `remembers_pages` brings a page back as it was left (the back/forward cache), as
    readers' browsers do; Playwright turns that off.
    """
    executable = chromium.find()
    return kind.launch(
        executable_path=executable,
        headless=True,
        args=list(settings()),
        ignore_default_args=["--disable-back-forward-cache"] if remembers_pages else None,
        env=dict(chromium.environment(executable)),
    )


def settings() -> tuple[str, ...]:
    """What Chromium is started with; for root, as in a container, it has no sandbox."""
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return (*QUIET, "--no-sandbox") if is_root else QUIET
