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

# Each page has a window of its own, unseen. Chromium fills it with two more pages, for what drops
# down from its address bar, which take more time than most pages here; and it keeps a process
# ready for a page that nobody will open.
OF_THE_WINDOW = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    "SpareRendererForSitePerProcess",
)
# Of two lists of features Chromium minds the last, so this one has all that Playwright turns off.
OF_PLAYWRIGHT = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("TcpPortRandomizationWin", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    *("msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion"),
)
WITHOUT = f"--disable-features={','.join((*OF_THE_WINDOW, *OF_PLAYWRIGHT))}"


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
        args=[*settings(), WITHOUT],
        ignore_default_args=["--disable-back-forward-cache"] if remembers_pages else None,
        env=dict(chromium.environment(executable)),
    )


def settings() -> tuple[str, ...]:
    """What Chromium is started with; for root, as in a container, it has no sandbox."""
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return (*QUIET, "--no-sandbox") if is_root else QUIET
