"""What ``mkdocs.yml`` may not say, whichever renderer reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.model.fields import MARKUP

SHOWN = ("site_name", "site_description", "copyright", "nav")


def markup_in(config: Mapping[str, Any]) -> list[str]:
    """A line for each text of the configuration that pages show and that holds HTML: its key, and what it holds."""
    return [
        f'{key}: "{found[0]}" is not allowed in a text'
        for key in SHOWN
        for text in _texts(config.get(key))
        for found in MARKUP.finditer(text)
    ]


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value: itself, or the keys and items of what it holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (*_texts(key), *_texts(item))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
