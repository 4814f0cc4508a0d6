"""The browser that tests and measurements drive."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium(playwright: Playwright) -> Browser:
    """The system's Chromium, started without a window."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
