"""The tables of what records state by claims, each statement with its standing, and of the claims that say or deny it.

What every source rejects that tells of it is among the statements, and its standing says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.standing import FIRMNESS, Standing
from dossier.exports.dictionary import Dictionary, DictionaryEntry
from dossier.exports.statements import STANCES, AllStatements, StatedPosition
from dossier.exports.tables import Column, Foreign, OwnedItem, Table, dated, numbered, owner, said
from dossier.model.records import Actor, Event, Question, Record

HOW = "How it stands, worked out from its claims; `rejected` where every source disputes it that tells of it."
HAPPENED = f"That it happened: {HOW[0].lower()}{HOW[1:]}"
HOW_FIRMLY = "How firmly it does so; `rejected` where its source passes it on and disputes it."


def statement_tables(corpus: Corpus, stated: AllStatements, entries: Dictionary) -> list[Table]:
    """All of these tables; ``stated`` are the ``all_statements`` of the corpus."""
    return [
        *_relations(corpus, stated, entries["Relation"]),
        *_of_events(corpus, stated, entries),
        _phase_claims(stated),
        _position_sources(corpus, stated),
    ]


def standing(value: Callable[[Any], Standing], description: str = HOW) -> Column:
    """The column of the standing of a statement, where ``value`` gives that of an item."""
    return _standing(value, description, Standing)


def voice_standing(value: Callable[[Any], Standing], description: str = HOW_FIRMLY) -> Column:
    """The column of the standing of one claim or source, which is never ``contested``."""
    return _standing(value, description, FIRMNESS)


def _standing(value: Callable[[Any], Standing], description: str, allowed: Iterable[Standing]) -> Column:
    words = tuple(map(str, allowed))
    return Column("standing", "string", description, lambda item: str(value(item)), required=True, allowed=words)


def _relations(corpus: Corpus, stated: AllStatements, entry: DictionaryEntry) -> Iterator[Table]:
    told = list(_items(corpus.of(Actor), stated.actors))
    columns = (
        owner("actor", "The actor.", "actors"),
        numbered(),
        said(entry, "type", at="value.said"),
        said(entry, "to", at="value.said", name="other", table="actors"),
        *dated(said(entry, "period", at="value.said")),
        said(entry, "past", at="value.said"),
        standing(attrgetter("value.standing")),
    )
    yield Table.of("relations", entry.description, columns, ("actor", "number"), told)
    words = "The claims that say that one actor is something to another, and those that deny it."
    yield _claims_of_parts("relation_claims", words, owner("actor", "The actor.", "actors"), "relation", told)


def _of_events(corpus: Corpus, stated: AllStatements, entries: Dictionary) -> Iterator[Table]:
    events, event = corpus.of(Event), owner("event", "The event.", "events")
    voices = {key: one.voices for key, one in stated.events.items()}
    words, columns = "The claims that tell of an event, and those that deny it.", (event, *_voice_columns())
    yield Table.of("event_claims", words, columns, ("event", "number"), _items(events, voices))
    date, place, participant = (entries[name] for name in ("EventDate", "EventPlace", "Participant"))
    when = attrgetter("value.said.when")
    dates = (*dated(said(date, "date", at="value.said"), when), said(date, "as_given", at="value.said"))
    places = (said(place, "place", at="value.said", table="places"),)
    parts = (said(participant, "actor", at="value.said", table="actors"), said(participant, "role", at="value.said"))
    for name, part, key, entry, fields, telling in (
        ("event_dates", "event_date", "dated", date, dates, "date an event"),
        ("event_places", "event_place", "placed", place, places, "place an event"),
        ("participants", "participant", "participants", participant, parts, "give an actor a part in an event"),
    ):
        told = list(_items(events, {one: getattr(own, key) for one, own in stated.events.items()}))
        columns = (event, numbered(), *fields, standing(attrgetter("value.standing")))
        yield Table.of(name, entry.description, columns, ("event", "number"), told)
        words = f"The claims that {telling}, and those that deny it."
        yield _claims_of_parts(f"{part}_claims", words, event, part, told, name)


def _items(owners: Iterable[Record], of: Mapping[str, Sequence[Any]]) -> Iterator[OwnedItem]:
    return (OwnedItem(one, number, value) for one in owners for number, value in enumerate(of[one.id], 1))


def _claims_of_parts(
    name: str, words: str, whose: Column, part: str, told: Iterable[OwnedItem], table: str = "relations"
) -> Table:
    """The claims of each of the statements that records of a kind have, which the table ``table`` numbers."""
    number = f"The number of the {part.replace('_', ' ')}."
    columns = (
        owner(whose.name, whose.description, whose.table, "owner.owner.id"),
        Column(part, "integer", number, attrgetter("owner.number"), required=True),
        *_voice_columns(),
    )
    items = (OwnedItem(one, number, voice) for one in told for number, voice in enumerate(one.value.voices, 1))
    foreign = (Foreign((whose.name, part), table, (whose.name, "number")),)
    return Table.of(name, words, columns, (whose.name, part, "number"), items, foreign)


def _voice_columns() -> tuple[Column, ...]:
    """The columns of a claim that says or denies something."""
    return (
        numbered(),
        Column("stance", "string", "What the claim does.", _of("stance"), required=True, allowed=tuple(STANCES)),
        Column("claim", "string", "The claim.", _of("claim"), required=True, table="claims"),
        voice_standing(_of("standing")),
    )


def _of(field: str) -> attrgetter[Any]:
    return attrgetter(f"value.{field}")


def _phase_claims(stated: AllStatements) -> Table:
    phase = Column("phase", "integer", "The number of the phase.", attrgetter("owner"), required=True)
    voices = enumerate((one.voices for one in stated.phases), 1)
    items = (OwnedItem(phase, number, voice) for phase, told in voices for number, voice in enumerate(told, 1))
    words, foreign = (
        "The claims that speak of a phase, and those against it.",
        Foreign(("phase",), "phases", ("number",)),
    )
    return Table.of("phase_claims", words, (phase, *_voice_columns()), ("phase", "number"), items, (foreign,))


def _position_sources(corpus: Corpus, stated: AllStatements) -> Table:
    columns = (
        owner("question", "The question.", "questions"),
        Column("position", "string", "The id of the position.", lambda one: one.value[0], required=True),
        Column("source", "string", "The source.", lambda one: one.value[1], required=True, table="sources"),
        voice_standing(
            lambda one: one.value[2], "How the source stands to it; `rejected` where it passes it on and disputes it."
        ),
    )
    foreign = (Foreign(("question", "position"), "positions", ("question", "position")),)
    words = "Which source asserts, suggests, reports, alleges or rejects which position."
    items = (
        OwnedItem(question, number, row)
        for question in corpus.of(Question)
        for number, row in enumerate(_source_rows(stated.questions[question.id]), 1)
    )
    return Table.of("position_sources", words, columns, ("question", "position", "source"), items, foreign)


def _source_rows(positions: Iterable[StatedPosition]) -> Iterator[tuple[str, str, Standing]]:
    for one in positions:
        for told in (*one.carried_by, *one.rejected_by):
            yield one.position.id, told.source.id, told.standing
