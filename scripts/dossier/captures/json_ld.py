"""What a page says of its article in JSON-LD, as schema.org names it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

Entry = Mapping[str, Any]

KINDS = re.compile(r"(?:.*article|.*posting|report|book|chapter|webpage|techarticle|creativework)", re.IGNORECASE)
ARTICLES = re.compile(r"(?:.*article|.*posting|report|book|chapter)", re.IGNORECASE)
DEEPEST = 8


def articles_in(tree: Any) -> list[Entry]:
    """The entries about articles, then those about the page; ``@type`` is a list of names in lower case.

    An entry that is only named elsewhere (``@id``) stands in full in its place. What is no JSON is left out.
    """
    entries = [entry for one in tree.iter("script") if _is_ld(one) for entry in _flat(_parsed(one.text or ""), DEEPEST)]
    known = {entry["@id"]: entry for entry in entries if isinstance(entry.get("@id"), str) and len(entry) > 1}
    found = [_whole(entry, known) for entry in entries if KINDS.fullmatch(" ".join(_types(entry)[:1]))]
    return sorted(found, key=lambda entry: not any(ARTICLES.fullmatch(kind) for kind in entry["@type"]))


def _is_ld(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _parsed(text: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\]\]>|;)\s*$", "", text.strip())
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _flat(value: Any, deepest: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and deepest:
        for one in value:
            yield from _flat(one, deepest - 1)
    elif isinstance(value, dict):
        yield value
        if deepest:
            yield from _flat(value.get("@graph"), deepest - 1)
            yield from (one for one in _flat(value.get("mainEntity"), deepest - 1))


def _types(entry: Entry) -> list[str]:
    said = entry.get("@type")
    listed = said if isinstance(said, list) else [said]
    return [str(one).rpartition("/")[2].lower() for one in listed if one]


def _whole(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    return {**{key: _looked_up(value, known) for key, value in entry.items()}, "@type": _types(entry)}


def _looked_up(value: Any, known: Mapping[str, Entry]) -> Any:
    if isinstance(value, list):
        return [_looked_up(one, known) for one in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return known.get(value["@id"], value)
    return value


def name_of(value: Any) -> str:
    """The name of a thing that is given as words, as an entry, or as a list of which the first counts."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def names_in(value: Any) -> Iterator[tuple[str, str]]:
    """The names of one or several authors, each with its type in lower case (``person``, ``organization``) or empty."""
    for one in value if isinstance(value, list) else [value]:
        kind = next(iter(_types(one)), "") if isinstance(one, dict) else ""
        names = one.get("name") if isinstance(one, dict) else one
        for name in names if isinstance(names, list) else [names]:
            if isinstance(name, str) and name.strip():
                yield " ".join(name.split()), kind
