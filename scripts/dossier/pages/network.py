"""The page that draws all actors and their relations, and lists the same by actor in tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.corpus.known_by import in_order_known, known_from
from dossier.corpus.relations import (
    ActorRelation,
    Connection,
    all_relations,
    connections_by_actor,
    connections_of,
    covering,
)
from dossier.model.records import Claim
from dossier.model.words import Words
from dossier.pages.choices import KnownSteps, RelationMarks, YearRange, known_steps, relation_marks, year_range
from dossier.pages.connections import Key, Sheet, key_of, sheet, upright_sheet
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note, Notes
from dossier.pages.picture_sources import source_line
from dossier.pages.standing import StandingView, standing_view
from dossier.pictures.network import most_tied, network
from dossier.pictures.upright_network import upright
from dossier.text.direction import isolated


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
class RelationsOfActor:
    """The relations of an actor but for those that stand under another."""

    link: RecordLink
    rows: tuple[RelationRow, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """All relations, each in the table of one of its actors.

    ``title`` says in a sentence what the picture shows. ``drawn`` is the number of actors in it where not all are,
    or 0; ``unnamed`` says how many names found no room.
    """

    title: str
    actors: str
    relations: str
    years: YearRange | None
    known: KnownSteps | None
    drawn: int
    unnamed: str
    sources: str
    key: Key
    sheet: Sheet
    upright: Sheet
    groups: tuple[RelationsOfActor, ...]
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
    claims = [corpus.claim(key) for one in relations for key in (*one.relation.claims, *one.relation.denied_by)]
    picture = sheet(context, network(corpus, shown))
    unnamed = sum(not mark.is_named for mark in picture.marks)
    return NetworkView(
        title=_title(corpus.words, connections),
        actors=corpus.words.counted("actor", number),
        relations=corpus.words.counted("relation", len(relations)),
        years=year_range(relations),
        known=known_steps(corpus.words, corpus.sources_of(claims)),
        drawn=drawn if drawn < number else 0,
        unnamed=corpus.words.counted("name", unnamed) if unnamed else "",
        sources=source_line(context, claims),
        key=key_of(corpus.words, corpus.types, picture.lines, picture.marks),
        sheet=picture,
        upright=upright_sheet(context, upright(corpus, shown)),
        groups=_groups(context, relations, connections, notes),
        notes=notes.all(),
    )


def _title(words: Words, connections: Sequence[Connection]) -> str:
    """Who has relations to most others."""
    found = connections_by_actor(connections)
    tied = {key: len({tie.other(key).id for tie in own}) for key, own in found.items()}
    most = sorted(tied, key=lambda key: -tied[key])[:2]
    names = {
        actor.id: isolated(actor.heading) for own in found.values() for tie in own for actor in (tie.start, tie.end)
    }
    one, other, actors = most[0], most[-1], words.counted("actor", len(found))
    said = "title_two" if len(most) > 1 else "title"
    given = {"first": tied[one], "one": names[one], "second": tied[other], "other": names[other]}
    return words.say(f"network.{said}", actors=actors, **given)


def _groups(
    context: Context, relations: Sequence[ActorRelation], connections: Sequence[Connection], notes: Notes
) -> tuple[RelationsOfActor, ...]:
    """Each relation under that of its actors which has more; one of an actor to itself under it."""
    told: dict[str, list[ActorRelation]] = {}
    taken: set[str] = set()
    for key, own in covering(connections):
        found = [one for tie in own for one in tie.relations if one.key not in taken]
        taken.update(one.key for one in found)
        told[key] = found
    for one in relations:
        if one.key not in taken:
            told.setdefault(one.holder.id, []).append(one)
    return tuple(
        RelationsOfActor(context.links[key], tuple(_row(context, one, notes) for one in own))
        for key, own in told.items()
    )


def _row(context: Context, one: ActorRelation, notes: Notes) -> RelationRow:
    relation = one.relation
    return RelationRow(
        marks=relation_marks(context, one),
        holder=context.links[one.holder.id],
        words=one.words_from(one.holder.id),
        to=context.links[one.to.id],
        period=date_view(context.words, relation.period) if relation.period else None,
        standing=standing_view(context, one.judged),
        claims=_by_source(context, relation.claims, notes),
        denied_by=_by_source(context, relation.denied_by, notes),
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
