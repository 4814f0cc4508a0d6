"""Lists of a record that take in those of another, without saying anything twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.editing.yaml_document import Edit, Insert, Put, Remove
from dossier.model.records import Path

WITNESSES = ("claims", "denied_by")
Item = Mapping[str, Any]


@dataclass
class Joined:
    """The edits that join two lists, and what they do, a line each."""

    edits: list[Edit] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def add(self, other: Joined) -> None:
        self.edits += other.edits
        self.told += other.told


def joined_ids(path: Path, own: Sequence[str], more: Sequence[str], without: str = "") -> Joined:
    """A list of ids with those that it lacks, each once; ``without`` is left out, the id of the record itself."""
    joined = Joined()
    kept = list(dict.fromkeys(one for one in own if one != without))
    if without in (*own, *more):
        joined.told.append(f"{path[-1]}: left out {without}, which would name itself")
    new = [one for one in dict.fromkeys(more) if one not in kept and one != without]
    seen = {without}
    for number, one in enumerate(own):
        if one in seen:
            joined.edits.append(Remove((*path, number)))
        seen.add(one)
    if joined.edits and new and not kept:
        joined.edits = [Put(path, new)]
    else:
        joined.edits += [Insert(path, one) for one in new]
    field_ = path[-1]
    joined.told += [f"{field_}: took over {one}" for one in new]
    return joined


def joined_statements(path: Path, own: Sequence[Item], more: Iterable[Item]) -> Joined:
    """A list of statements with those that it lacks. Equal ones become one, with the claims of all."""
    joined, kept, new = Joined(), dict[Any, tuple[int, dict[str, list[str]]]](), dict[Any, dict[str, Any]]()
    for number, one in enumerate(own):
        if (key := _identity(one)) in kept:
            joined.edits.append(Remove((*path, number)))
            joined.add(_with_witnesses(path, kept[key], one))
            joined.told.append(f"{path[-1]}: {described(one)} stood twice and is one now, with the claims of both")
        else:
            kept[key] = number, {name: list(one.get(name, ())) for name in WITNESSES}
    for one in more:
        if (key := _identity(one)) in kept:
            joined.add(_with_witnesses(path, kept[key], one))
            joined.told.append(f"{path[-1]}: {described(one)} stands in both and is one now, with the claims of both")
        elif key in new:
            _gather(new[key], one)
        else:
            new[key] = {**one, **{name: list(one[name]) for name in WITNESSES if name in one}}
            joined.told.append(f"{path[-1]}: took over {described(one)}")
    joined.edits += [Insert(path, one) for one in new.values()]
    return joined


def _identity(statement: Item) -> Any:
    """What is said, apart from who says it."""
    return frozenset((key, str(value)) for key, value in statement.items() if key not in WITNESSES)


def _with_witnesses(path: Path, kept: tuple[int, dict[str, list[str]]], other: Item) -> Joined:
    """The claims that a kept statement lacks."""
    joined, (number, own) = Joined(), kept
    for name in WITNESSES:
        for claim in dict.fromkeys(other.get(name, ())):
            if claim not in own[name]:
                own[name].append(claim)
                joined.edits.append(Insert((*path, number, name), claim))
    return joined


def _gather(kept: dict[str, Any], other: Item) -> None:
    for name in WITNESSES:
        if found := list(dict.fromkeys((*kept.get(name, ()), *other.get(name, ())))):
            kept[name] = found


def described(statement: Item) -> str:
    """A statement without its claims, on one line: ``part_of brisa-state, period 1899/1911``."""
    said = [(key, value) for key, value in statement.items() if key not in WITNESSES]
    return ", ".join(f"{key} {value}" for key, value in said)


def repeated_ids(path: Path, before: Sequence[str], now: Sequence[str]) -> Joined:
    """Takes out what a list of ids says twice since two ids became one; what it said twice before stays."""
    joined = Joined()
    for number, one in enumerate(now):
        earlier = [place for place, other in enumerate(now[:number]) if other == one]
        if any(before[place] != before[number] for place in earlier):
            joined.edits.append(Remove((*path, number)))
            joined.told.append(f"{path[-1]}: named both, and names {one} once now")
    return joined
