"""The names, the identifiers and the positions of a record with those of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.editing.joined_lists import Joined
from dossier.editing.named_ids import RefusedError
from dossier.editing.yaml_document import Insert, Put
from dossier.model.records import Path, Question

Empty = Sequence[tuple[str, Any]]
"""What stands in the place of a mapping that a record does not have."""


def joined_names(path: Path, own: Sequence[Mapping[str, Any]], more: Sequence[Mapping[str, Any]]) -> Joined:
    """Names in the same letters become one, with the uses of both; the other's primary name becomes an alias."""
    joined = Joined()
    known = {_spelling(name): number for number, name in enumerate(own)}
    for name in more:
        number = known.get(_spelling(name))
        if number is not None:
            joined.add(_joined_uses((*path, number, "used_by"), own[number], name))
            continue
        kind = "alias" if name["kind"] == "primary" else name["kind"]
        joined.edits.append(Insert(path, {**name, "kind": kind}))
        was = f", which was the primary name, as {kind}" if kind != name["kind"] else f" as {kind}"
        joined.told.append(f"names: took over “{name['text']}”{was}")
    return joined


def _spelling(name: Mapping[str, Any]) -> tuple[str, str]:
    return name["text"], name.get("lang", "en")


def _joined_uses(path: Path, own: Mapping[str, Any], other: Mapping[str, Any]) -> Joined:
    """The uses of a name, one a source: where both have one of a source, the first keeps its own."""
    joined = Joined()
    sources = {use.partition("#")[0]: use for use in own.get("used_by", ())}
    for use in other.get("used_by", ()):
        there = sources.setdefault(use.partition("#")[0], use)
        if use in own.get("used_by", ()):
            continue
        if there == use:
            joined.edits.append(Insert(path, use))
            joined.told.append(f"names: “{own['text']}” is used by {use} too")
        else:
            joined.told.append(f"names: “{own['text']}” keeps its use {there}; left out {use} of the same source")
    return joined


def joined_identifiers(path: Path, own: Mapping[str, Any] | Empty, more: Mapping[str, Any] | Empty) -> Joined:
    """The identifiers of both; where they differ in one register, the record that stays keeps its own."""
    own, more = dict(own), dict(more)
    new = {key: value for key, value in more.items() if key not in own}
    joined = Joined(told=[f"identifiers: took over {key} {_in_words(value)}" for key, value in new.items()])
    if new:
        joined.edits += [Put((*path, key), value) for key, value in new.items()] if own else [Put(path, new)]
    for key in more:
        if key in own and own[key] != more[key]:
            joined.told.append(f"identifiers: {key} stays {_in_words(own[key])}; left out {_in_words(more[key])}")
    return joined


def _in_words(value: Any) -> str:
    return value if isinstance(value, str) else ", ".join(f"{one['name']} {one['identifier']}" for one in value)


def joined_positions(path: Path, own: Sequence[Mapping[str, Any]], more: Sequence[Mapping[str, Any]]) -> Joined:
    """The positions of both; of one id they are the same, as ``refuse_like_positions`` makes sure."""
    ids = {position["id"] for position in own}
    new = [position for position in more if position["id"] not in ids]
    told = [f"positions: took over {position['id']} (“{position['label']}”)" for position in new]
    return Joined([Insert(path, position) for position in new], told)


def refuse_like_positions(one: Question, other: Question) -> None:
    """Raises ``RefusedError`` where two questions call different answers by one id."""
    labels = {position.id: position.label for position in other.positions}
    for position in one.positions:
        if labels.get(position.id, position.label) != position.label:
            raise RefusedError(
                f"both questions have a position “{position.id}”, with different words; first give one another id: "
                f"dossier rename {one.id}#{position.id} {one.id}#NEW"
            )
