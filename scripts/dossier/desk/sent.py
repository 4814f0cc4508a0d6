"""What a page of the desk sent, read by its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class FormError(Exception):
    """Raised for a form that no page of the desk sends, or that cannot be understood; its text is told."""


def text_in(sent: Mapping[str, Any], key: str) -> str:
    """The words under a key, or an empty text; raises ``FormError`` where something else stands there."""
    found = sent.get(key, "")
    if isinstance(found, bool | int):
        found = str(found).lower()
    if not isinstance(found, str):
        raise FormError(f"{key} is no text")
    return " ".join(found.split())


def texts_in(sent: Mapping[str, Any], key: str) -> list[str]:
    """The words of a list, without empty ones."""
    found = sent.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str | int) for one in found):
        raise FormError(f"{key} is no list of texts")
    return [" ".join(str(one).split()) for one in found if str(one).strip()]


def mapping_in(sent: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The keys and values under a key; empty where there are none."""
    found = sent.get(key) or {}
    if not isinstance(found, dict):
        raise FormError(f"{key} has no keys")
    return found
