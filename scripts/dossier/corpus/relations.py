"""The relations of all actors with their standing, and the connections that a picture draws.

What every source rejects that tells of it stands apart: ``rejected_relations`` alone has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import known_from
from dossier.corpus.standing import Standing, StatementStanding, statement_standing
from dossier.model.records import Actor, Relation, Source
from dossier.model.types import RelationTypeWords
from dossier.text.sorting import SortKey, name_key

# Two actors in no order, the family, and the standing.
ConnectionKey = tuple[frozenset[str], str, Standing]


@dataclass(frozen=True, slots=True)
class ActorRelation:
    """A relation, with the actor that holds it, the other, how it stands, and whether it is told as past."""

    holder: Actor
    relation: Relation
    to: Actor
    judged: StatementStanding
    type: RelationTypeWords
    is_past: bool

    @property
    def family(self) -> str:
        return self.type.family

    def words_from(self, actor: str) -> str:
        """What stands between the actor from which the relation is read and the other: ``leads``, ``was led by``."""
        return self.type.read(from_holder=self.holder.id == actor, is_past=self.is_past)

    @property
    def standing(self) -> Standing:
        return self.judged.standing

    @property
    def key(self) -> str:
        """Tells it from all others: who holds it, and its place among the relations of that actor."""
        return f"{self.holder.id}.{self.holder.relations.index(self.relation)}"


@dataclass(frozen=True, slots=True)
class Connection:
    """All relations between two actors that are of one family and stand alike.

    It points from ``start`` to ``end`` where it is ``directed``: where all of its relations do.
    """

    start: Actor
    end: Actor
    family: str
    standing: Standing
    directed: bool
    relations: tuple[ActorRelation, ...]

    @property
    def key(self) -> ConnectionKey:
        """Tells it from all other connections of a corpus."""
        return _key(self.start, self.end, self.family, self.standing)

    def other(self, key: str) -> Actor:
        """The actor at the other end."""
        return self.end if self.start.id == key else self.start


def all_relations(corpus: Corpus) -> list[ActorRelation]:
    """Every relation of every actor but what is rejected: by family, then by the names of both ends."""
    order = list(corpus.types.families)
    found = [one for one in _judged_relations(corpus) if one.standing != Standing.REJECTED]
    return sorted(found, key=lambda one: (order.index(one.family), _names(one)))


def rejected_relations(corpus: Corpus) -> list[ActorRelation]:
    """The relations that every source which tells of them disputes, by the names of both ends."""
    return sorted((one for one in _judged_relations(corpus) if one.standing == Standing.REJECTED), key=_names)


def _judged_relations(corpus: Corpus) -> list[ActorRelation]:
    newest = newest_day(corpus)
    return [_judged(corpus, actor, one, newest) for actor in corpus.of(Actor) for one in actor.relations]


def relations_of(corpus: Corpus, actor: Actor) -> list[ActorRelation]:
    """The relations of one actor, then those that others have to it; what is rejected stands last."""
    newest = newest_day(corpus)
    own = [_judged(corpus, actor, one, newest) for one in actor.relations]
    others = [_judged(corpus, other, one, newest) for other, one in corpus.relations_to(actor.id)]
    return sorted([*own, *others], key=lambda one: one.standing == Standing.REJECTED)


def newest_day(corpus: Corpus) -> date:
    """The day of the newest source: what ended before it is told as past."""
    return max((day for one in corpus.of(Source) if (day := known_from(one))), default=date.max)


def speakers_in(corpus: Corpus, holder: Actor, relation: Relation) -> tuple[str, ...]:
    """Who says something, where that is the relation."""
    return (holder.id,) if corpus.types.relations[relation.type].is_speech else ()


def _judged(corpus: Corpus, holder: Actor, relation: Relation, newest: date) -> ActorRelation:
    judged = statement_standing(corpus, relation, (holder.id, relation.to), speakers_in(corpus, holder, relation))
    end = relation.period.latest if relation.period else None
    is_past = relation.past or (end is not None and end < newest)
    return ActorRelation(
        holder, relation, corpus.actor(relation.to), judged, corpus.types.relations[relation.type], is_past
    )


def _names(one: ActorRelation) -> tuple[SortKey, SortKey, str]:
    return name_key(one.holder.heading), name_key(one.to.heading), one.relation.type


def by_family(corpus: Corpus, relations: Iterable[ActorRelation]) -> list[tuple[str, list[ActorRelation]]]:
    """The name of each family that occurs, with its relations in the order given."""
    relations = list(relations)
    families = corpus.types.families.items()
    groups = ((family.label, [one for one in relations if one.family == key]) for key, family in families)
    return [(label, group) for label, group in groups if group]


def connections_of(relations: Iterable[ActorRelation]) -> list[Connection]:
    """The connections of these relations, in the order in which they first occur; none from an actor to itself."""
    groups: dict[ConnectionKey, list[ActorRelation]] = {}
    for one in relations:
        if one.holder.id != one.to.id:
            key = _key(one.holder, one.to, one.family, one.standing)
            groups.setdefault(key, []).append(one)
    return [_connection(group, family, standing) for (_, family, standing), group in groups.items()]


def _key(one: Actor, other: Actor, family: str, standing: Standing) -> ConnectionKey:
    return frozenset((one.id, other.id)), family, standing


def _connection(group: list[ActorRelation], family: str, standing: Standing) -> Connection:
    start, end = group[0].holder, group[0].to
    directed = all(one.holder.id == start.id and not one.type.is_mutual for one in group)
    return Connection(start, end, family, standing, directed, tuple(group))


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
