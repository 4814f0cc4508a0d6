"""The relations of all actors, and the connections that a picture draws: one line for relations of one family."""

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
ConnectionKey = tuple[frozenset[str], str, bool]
MUTUAL = frozenset({"allied_with", "cooperates_with", "rival_of"})


@dataclass(frozen=True, slots=True)
class ActorRelation:
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
class Connection:
    """All relations between two actors that are of one family and denied, or not denied, alike.

    It points from ``start`` to ``end`` where it is ``directed``: where all of its relations do.
    """

    start: Actor
    end: Actor
    family: str
    contested: bool
    directed: bool
    relations: tuple[ActorRelation, ...]

    @property
    def key(self) -> ConnectionKey:
        """Tells it from all other connections of a corpus."""
        return _key(self.start, self.end, self.family, self.contested)

    def other(self, key: str) -> Actor:
        """The actor at the other end."""
        return self.end if self.start.id == key else self.start


def all_relations(corpus: Corpus) -> list[ActorRelation]:
    """Every relation of every actor: by family, then by the names of who holds it and of the other."""
    order = list(FAMILIES)
    found = [ActorRelation(actor, one, corpus.actor(one.to)) for actor in corpus.of(Actor) for one in actor.relations]
    return sorted(found, key=lambda one: (order.index(one.family), _names(one)))


def relations_of(corpus: Corpus, actor: Actor) -> list[ActorRelation]:
    """The relations of one actor, then those that others have to it."""
    own = [ActorRelation(actor, one, corpus.actor(one.to)) for one in actor.relations]
    return [*own, *(ActorRelation(other, one, actor) for other, one in corpus.relations_to(actor.id))]


def _names(one: ActorRelation) -> tuple[str, str, str]:
    return one.holder.heading.casefold(), one.to.heading.casefold(), one.relation.type


def by_family(relations: Iterable[ActorRelation]) -> list[tuple[str, list[ActorRelation]]]:
    """The name of each family that occurs, with its relations in the order given."""
    relations = list(relations)
    groups = ((label, [one for one in relations if one.family == family]) for family, (label, _) in FAMILIES.items())
    return [(label, group) for label, group in groups if group]


def connections_of(relations: Iterable[ActorRelation]) -> list[Connection]:
    """The connections of these relations, in the order in which they first occur; none from an actor to itself."""
    groups: dict[ConnectionKey, list[ActorRelation]] = {}
    for one in relations:
        if one.holder.id != one.to.id:
            key = _key(one.holder, one.to, one.family, bool(one.relation.denied_by))
            groups.setdefault(key, []).append(one)
    return [_connection(group, family, contested) for (_, family, contested), group in groups.items()]


def _key(one: Actor, other: Actor, family: str, contested: bool) -> ConnectionKey:
    return frozenset((one.id, other.id)), family, contested


def _connection(group: list[ActorRelation], family: str, contested: bool) -> Connection:
    start, end = group[0].holder, group[0].to
    directed = all(one.holder.id == start.id and one.relation.type not in MUTUAL for one in group)
    return Connection(start, end, family, contested, directed, tuple(group))


def connections_by_actor(connections: Iterable[Connection]) -> dict[str, list[Connection]]:
    """The connections of each actor that has any, by its id; who has most connections stands first."""
    found: dict[str, list[Connection]] = {}
    for connection in connections:
        for actor in (connection.start, connection.end):
            found.setdefault(actor.id, []).append(connection)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def covering(connections: Iterable[Connection]) -> Iterator[tuple[str, list[Connection]]]:
    """Some of the actors with all of their connections, such that each is among them: the short way to list all."""
    listed: set[ConnectionKey] = set()
    for key, own in connections_by_actor(connections).items():
        if not listed.issuperset(connection.key for connection in own):
            listed.update(connection.key for connection in own)
            yield key, own
