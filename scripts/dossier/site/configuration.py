"""What ``mkdocs.yml`` may say and may not, whichever renderer reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.editions.site_info import Keeper
from dossier.model.fields import MARKUP

SHOWN = ("site_name", "site_description", "copyright", "nav")
KEEPER, KEEPER_KEYS = "extra: keeper", ("name", "contact")
CONTACT = re.compile(r"https://[^\s/@]+\.[^\s@]+|[^\s@<>\"':/?&]+@[^\s@<>\"':/?&]+\.[^\s@<>\"':/?&]+")


def faults_in(config: Mapping[str, Any]) -> list[str]:
    """A line for each thing that the configuration may not say: its key, and what is wrong with it."""
    return [*markup_in(config), *_faults_of_keeper(_keeper(config))]


def markup_in(config: Mapping[str, Any]) -> list[str]:
    """A line for each text of the configuration that pages show and that holds HTML: its key, and what it holds."""
    return [
        f'{key}: "{found[0]}" is not allowed in a text'
        for key in SHOWN
        for text in _texts(config.get(key))
        for found in MARKUP.finditer(text)
    ]


def keeper_of(config: Mapping[str, Any]) -> Keeper:
    """Who keeps the site, as a configuration without faults says under ``extra: keeper:``."""
    said = _keeper(config) or {}
    return Keeper(*((said.get(key) or "").strip() for key in KEEPER_KEYS))


def _keeper(config: Mapping[str, Any]) -> Any:
    extra = config.get("extra")
    return extra.get("keeper") if isinstance(extra, Mapping) else None


def _faults_of_keeper(said: Any) -> Iterator[str]:
    if said is None:
        return
    if not isinstance(said, Mapping):
        yield f"{KEEPER}: must have name: and contact:, not {said!r}"
        return
    for key, value in said.items():
        if fault := _fault(key, value):
            yield f"{KEEPER}: {key}: {fault}"


def _fault(key: str, value: Any) -> str:
    """What is wrong with one key of the keeper; empty where nothing is."""
    if key not in KEEPER_KEYS:
        return f"unknown key; there are {' and '.join(KEEPER_KEYS)}"
    if not value:
        return ""
    if not isinstance(value, str) or not value.isprintable():
        return f"must be a text on one line, not {value!r}"
    if found := MARKUP.search(value):
        return f'"{found[0]}" is not allowed in a text'
    if key == "contact" and not CONTACT.fullmatch(value.strip()):
        return f'"{value}" is neither an https: address nor an e-mail address, such as name@example.org'
    return ""


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
