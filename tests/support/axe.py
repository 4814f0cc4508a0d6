"""What axe finds on a page as it stands."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Found = list[tuple[str, list[str]]]

FOR_FINGERS = {"target-size": {"enabled": True}}
# Of rules that hold axe would tell every element, with a selector for each, which takes longer than all rules. It would
# also read all style sheets again, which only a rule needs that is not among those it runs.
BROKEN_ALONE: dict[str, Any] = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
FIRST = 3


def axe(page: Page) -> Found:
    """Each rule that is broken, with the first elements that break it; on a phone the size of targets counts too."""
    options: dict[str, Any] = dict(BROKEN_ALONE)
    if page.viewport_size and page.viewport_size["width"] < 600:
        options["rules"] = FOR_FINGERS
    violations = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]][:FIRST]) for one in violations]
