"""The types that a dossier adds itself: each fits what it builds on, and reads unlike any other."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Origin
from dossier.model.types import Types
from dossier.problems import Problem, nearest, quoted


def own_type_problems(own: Types, all_types: Types, origin: Origin) -> Iterator[Problem]:
    """A problem for each type in ``own`` that cannot stand among ``all_types``, of which it is a part."""
    families = all_types.families
    for name, relation in own.relations.items():
        if relation.family not in families:
            hint = nearest(relation.family, families) or f"use {', '.join(families)}, or add it under `families`"
            message = f"{quoted(relation.family)} is no family of relations"
            yield origin.problem(("relations", name, "family"), "unknown-family", message, hint)
    for key in ("actors", "events", "places"):
        yield from _alike(key, {name: type_.one for name, type_ in getattr(all_types, key).items()}, own, origin)
    yield from _alike("roles", {name: role.words for name, role in all_types.roles.items()}, own, origin)
    yield from _alike("families", {name: family.label for name, family in families.items()}, own, origin)
    yield from _alike("relations", {name: one.words for name, one in all_types.relations.items()}, own, origin)


def _alike(key: str, labels: dict[str, str], own: Types, origin: Origin) -> Iterator[Problem]:
    """A problem for each of the dossier's own that reads as one before it, so that a reader could not tell them."""
    first: dict[str, str] = {}
    for name, label in labels.items():
        other = first.setdefault(label.casefold(), name)
        if other != name and name in getattr(own, key):
            message = f"reads like {quoted(other)}: {label}"
            yield origin.problem((key, name), "duplicate-type", message, f"use {other}, or call it something else")
