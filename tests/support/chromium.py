"""The browser that tests and measurements drive."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

# How long what is expected of a page is waited for; on a busy machine Playwright's five seconds are too few.
EXPECTED_WITHIN_MS = 20_000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A window that nobody sees needs no suggestions under its address bar: they are two pages more, which take longer to
# make than ours.
UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"]
# What Playwright switches off. Chromium heeds only the last list that it is given, so that ours says it again.
OFF = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
IDLE = """async () => {
  await document.fonts.ready;
  for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestIdleCallback(done));
}"""


def chromium(playwright: Playwright) -> Browser:
    """The system's Chromium, started without a window."""
    off = f"--disable-features={','.join(UNSEEN + OFF)}"
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS, off])


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser until the end of the block. Nothing in the block may run a loop of asyncio: Playwright runs one."""
    expect.set_options(timeout=EXPECTED_WITHIN_MS)
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


def idle(page: Page) -> None:
    """Waits until the page has done what it had to do at once: handlers, promises, two frames and their layout."""
    page.evaluate(IDLE)
