"""Changes to a text, for the fixture ``broken``."""

from __future__ import annotations

from collections.abc import Callable


def swapped(old: str, new: str) -> Callable[[str], str]:
    """Puts ``new`` in the place of the one ``old`` that there is."""

    def change(text: str) -> str:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        return text.replace(old, new)

    return change


def added(more: str) -> Callable[[str], str]:
    """Puts ``more`` at the end."""
    return lambda text: text + more
