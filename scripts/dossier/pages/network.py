"""The page that draws all actors and their relations, and lists the same in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.corpus.known_by import in_order_known, known_from
from dossier.corpus.relations import (
    ActorRelation,
    Connection,
    all_relations,
    by_family,
    connections_by_actor,
    connections_of,
    covering,
)
from dossier.model.records import Claim
from dossier.model.vocabulary import counted
from dossier.pages.choices import KnownSteps, RelationMarks, YearRange, known_steps, relation_marks, year_range
from dossier.pages.connections import Key, Sheet, key_of, sheet
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note, Notes
from dossier.pages.standing import StandingView, standing_view
from dossier.pictures.network import WIDTHS, most_tied, network


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """The drawing for wide screens or for narrow ones."""

    name: str
    actors: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class ListedRelation:
    """A relation as it reads from the actor under which it is listed."""

    marks: RelationMarks
    words: str
    other: RecordLink
    period: DateView | None
    standing: StandingView


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor with its relations, for small screens."""

    link: RecordLink
    relations: tuple[ListedRelation, ...]


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """A source with its claims on a relation, and the ISO day from which it is known, or nothing.

    ``speakers`` are those whose words it passes on, where it does not say so in its own voice; ``is_rejecting`` where
    it disputes what it passes on.
    """

    id: str
    published: str
    label: str
    speakers: tuple[RecordLink, ...]
    is_rejecting: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation in the table: who is what to whom, when, who says so and who denies it."""

    marks: RelationMarks
    holder: RecordLink
    words: str
    to: RecordLink
    period: DateView | None
    standing: StandingView
    claims: tuple[SourceNotes, ...]
    denied_by: tuple[SourceNotes, ...]


@dataclass(frozen=True, slots=True)
class RelationFamily:
    """The relations of one sort."""

    title: str
    rows: tuple[RelationRow, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """All relations; ``drawn`` is the number of actors in the picture where not all are, or 0."""

    actors: str
    relations: str
    years: YearRange | None
    known: KnownSteps | None
    drawn: int
    key: Key
    sheets: tuple[NamedSheet, ...]
    listed: tuple[ListedActor, ...]
    families: tuple[RelationFamily, ...]
    notes: tuple[Note, ...]


def network_view(context: Context) -> NetworkView | None:
    """The view of the page; ``None`` where no actor has a relation."""
    corpus, notes = context.corpus, context.notes()
    relations = all_relations(corpus)
    if not relations:
        return None
    connections = connections_of(relations)
    shown = most_tied(connections)
    number, drawn = len(connections_by_actor(connections)), len(connections_by_actor(shown))
    claims = (key for one in relations for key in (*one.relation.claims, *one.relation.denied_by))
    marks = {one.key: relation_marks(context, one) for one in relations}
    families = tuple(
        RelationFamily(title, tuple(_row(context, one, marks, notes) for one in members))
        for title, members in by_family(corpus, relations)
    )
    sheets = tuple(_sheet(context, name, shown, width) for name, width in WIDTHS.items())
    return NetworkView(
        counted(number, "actor"),
        counted(len(relations), "relation"),
        year_range(relations),
        known_steps(corpus.sources_of(map(corpus.claim, claims))),
        drawn if drawn < number else 0,
        key_of(corpus.types, sheets[0].sheet.lines, sheets[0].sheet.marks),
        sheets,
        tuple(_listed(context, key, own, marks) for key, own in covering(connections)),
        families,
        notes.all(),
    )


def _sheet(context: Context, name: str, connections: Sequence[Connection], width: int) -> NamedSheet:
    drawing = network(context.corpus, connections, width)
    return NamedSheet(name, counted(len(drawing.marks), "actor"), sheet(context, drawing))


def _listed(
    context: Context, key: str, connections: Iterable[Connection], marks: dict[str, RelationMarks]
) -> ListedActor:
    relations = (
        ListedRelation(
            marks[one.key],
            one.words_from(key),
            context.links[connection.other(key).id],
            date_view(one.relation.period) if one.relation.period else None,
            standing_view(context, one.judged),
        )
        for connection in connections
        for one in connection.relations
    )
    return ListedActor(context.links[key], tuple(relations))


def _row(context: Context, one: ActorRelation, marks: dict[str, RelationMarks], notes: Notes) -> RelationRow:
    relation = one.relation
    return RelationRow(
        marks[one.key],
        context.links[one.holder.id],
        one.words_from(one.holder.id),
        context.links[one.to.id],
        date_view(relation.period) if relation.period else None,
        standing_view(context, one.judged),
        _by_source(context, relation.claims, notes),
        _by_source(context, relation.denied_by, notes),
    )


def _by_source(context: Context, keys: Sequence[str], notes: Notes) -> tuple[SourceNotes, ...]:
    """The sources of these claims in the order in which they came to be known, so that those shown come first."""
    corpus = context.corpus
    sources = in_order_known(corpus.sources_of(map(corpus.claim, keys)))
    told = {one.id: [claim for key in keys if (claim := corpus.claim(key)).source == one.id] for one in sources}
    return tuple(
        SourceNotes(
            source.id,
            str(known_from(source) or ""),
            source.label,
            _speakers(context, told[source.id]),
            all(claim.is_rejected for claim in told[source.id]),
            notes.cite(key for key in keys if corpus.claim(key).source == source.id),
        )
        for source in sources
    )


def _speakers(context: Context, claims: Sequence[Claim]) -> tuple[RecordLink, ...]:
    """Whose words a source passes on; nobody's where one of its claims is in the author's own voice."""
    if any(not claim.said_by for claim in claims):
        return ()
    return linked(context.links, dict.fromkeys(claim.said_by for claim in claims if claim.said_by))
