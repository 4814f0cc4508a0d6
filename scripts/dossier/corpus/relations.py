"""The relations of all actors, and the ties that a picture draws of them: one line for relations of one family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Relation

# Each family with its name and its types of relation, in the order in which they are listed.
FAMILIES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "belonging": (
        "Belonging and leadership",
        ("part_of", "affiliate_of", "leads", "member_of", "former_member_of", "pledged_to"),
    ),
    "origin": ("Origin", ("split_from", "formed_from")),
    "friendly": ("Alliance and support", ("allied_with", "cooperates_with", "supports", "protects")),
    "hostile": ("Rivalry and attack", ("rival_of", "fights", "attacked")),
    "contradiction": ("Contradiction", ("denies",)),
}
FAMILY_OF = {type_: family for family, (_, types) in FAMILIES.items() for type_ in types}
# Two actors in no order, the family, and whether it is denied.
TieKey = tuple[frozenset[str], str, bool]
MUTUAL = frozenset({"allied_with", "cooperates_with", "rival_of"})


@dataclass(frozen=True, slots=True)
class Held:
    """A relation, with the actor that holds it and the other."""

    holder: Actor
    relation: Relation
    to: Actor

    @property
    def family(self) -> str:
        return FAMILY_OF[self.relation.type]

    @property
    def key(self) -> str:
        """Tells it from all others: who holds it, and its place among the relations of that actor."""
        return f"{self.holder.id}.{self.holder.relations.index(self.relation)}"


@dataclass(frozen=True, slots=True)
class Tie:
    """All relations between two actors that are of one family and denied, or not denied, alike.

    It points from ``start`` to ``end`` where it is ``directed``: where all of its relations do.
    """

    start: Actor
    end: Actor
    family: str
    contested: bool
    directed: bool
    held: tuple[Held, ...]

    @property
    def key(self) -> TieKey:
        """Tells it from all other ties of a corpus."""
        return _key(self.start, self.end, self.family, self.contested)

    def other(self, key: str) -> Actor:
        """The actor at the other end."""
        return self.end if self.start.id == key else self.start


def all_held(corpus: Corpus) -> list[Held]:
    """Every relation of every actor: by family, then by the names of who holds it and of the other."""
    order = list(FAMILIES)
    found = [Held(actor, one, corpus.actor(one.to)) for actor in corpus.of(Actor) for one in actor.relations]
    return sorted(found, key=lambda held: (order.index(held.family), _names(held)))


def held_by(corpus: Corpus, actor: Actor) -> list[Held]:
    """The relations of one actor, then those that others have to it."""
    own = [Held(actor, one, corpus.actor(one.to)) for one in actor.relations]
    return [*own, *(Held(other, one, actor) for other, one in corpus.relations_to(actor.id))]


def _names(held: Held) -> tuple[str, str, str]:
    return held.holder.heading.casefold(), held.to.heading.casefold(), held.relation.type


def by_family(relations: Iterable[Held]) -> list[tuple[str, list[Held]]]:
    """The name of each family that occurs, with its relations in the order given."""
    relations = list(relations)
    groups = ((label, [held for held in relations if held.family == family]) for family, (label, _) in FAMILIES.items())
    return [(label, group) for label, group in groups if group]


def ties_of(relations: Iterable[Held]) -> list[Tie]:
    """The ties of these relations, in the order in which they first occur; none from an actor to itself."""
    groups: dict[TieKey, list[Held]] = {}
    for held in relations:
        if held.holder.id != held.to.id:
            key = _key(held.holder, held.to, held.family, bool(held.relation.denied_by))
            groups.setdefault(key, []).append(held)
    return [_tie(group, family, contested) for (_, family, contested), group in groups.items()]


def _key(one: Actor, other: Actor, family: str, contested: bool) -> TieKey:
    return frozenset((one.id, other.id)), family, contested


def _tie(group: list[Held], family: str, contested: bool) -> Tie:
    start, end = group[0].holder, group[0].to
    directed = all(held.holder.id == start.id and held.relation.type not in MUTUAL for held in group)
    return Tie(start, end, family, contested, directed, tuple(group))


def tied(ties: Iterable[Tie]) -> dict[str, list[Tie]]:
    """The ties of each actor that has any, by its id; who has most ties stands first."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        for actor in (tie.start, tie.end):
            found.setdefault(actor.id, []).append(tie)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def covering(ties: Iterable[Tie]) -> Iterator[tuple[str, list[Tie]]]:
    """Some of the actors with all of their ties, such that every tie is among them: the short way to list all."""
    listed: set[TieKey] = set()
    for key, own in tied(ties).items():
        if not listed.issuperset(tie.key for tie in own):
            listed.update(tie.key for tie in own)
            yield key, own
