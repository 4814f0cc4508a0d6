"""The tables of what records list, and of how they refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.exports.dictionary import Dictionary, DictionaryEntry
from dossier.exports.tables import Column, Foreign, OwnedItem, Table, dated, each, linked, numbered, owner, said
from dossier.model.records import Actor, Claim, Event, Named, Place, Question, Record, Source

LINKS = ("disputes", "supports", "repeats")
STANCES = {"says": "claims", "denies": "denied_by"}


def link_tables(corpus: Corpus, entries: Dictionary) -> list[Table]:
    """All of these tables, filled from the corpus; ``entries`` are those of ``dictionary``."""
    return [
        *_of_sources(corpus, entries),
        *_of_names(corpus, entries["Name"]),
        *_of_actors(corpus, entries["Relation"]),
        _listed("place_within", corpus.of(Place), "place", "within", "within", entries["Place"], "places"),
        *_of_events(corpus, entries),
        *_of_questions(corpus, entries),
        *_of_claims(corpus, entries),
        _citations(corpus),
    ]


def _listed(
    name: str,
    owners: Sequence[Record],
    kind: str,
    field: str,
    other: str,
    entry: DictionaryEntry,
    table: str,
) -> Table:
    """A table of the ids that records of a kind list in a field."""
    columns = (owner(kind, f"The {kind}.", f"{kind}s"), numbered(), linked(entry, field, other, table))
    return Table.of(name, entry.fields[field].description, columns, (kind, "number"), each(owners, field))


def _of_sources(corpus: Corpus, entries: Dictionary) -> Iterator[Table]:
    author, sources = entries["Author"], corpus.of(Source)
    columns = (
        owner("source", "The source.", "sources"),
        numbered("The author's place among those of the source, from 1."),
        *(said(author, field, at="value") for field in author.fields),
    )
    yield Table.of("source_authors", author.description, columns, ("source", "number"), each(sources, "author"))
    yield _listed("source_derivations", sources, "source", "derives_from", "derives_from", entries["Source"], "sources")


def _of_names(corpus: Corpus, entry: DictionaryEntry) -> Iterator[Table]:
    named = corpus.of(Named)
    record = owner("record", "The actor or the place.", "records")
    columns = (record, numbered(), *(said(entry, field, at="value") for field in ("text", "kind", "lang")))
    yield Table.of("names", "The names of actors and places.", columns, ("record", "number"), each(named, "names"))
    uses = (
        owner("record", "The actor or the place.", "records", "owner.owner.id"),
        Column("name", "integer", "The number of the name.", attrgetter("owner.number"), required=True),
        numbered(),
        linked(entry, "used_by", "source", "sources"),
    )
    foreign = (Foreign(("record", "name"), "names", ("record", "number")),)
    words, key = "Which source uses which name in this spelling.", ("record", "name", "number")
    yield Table.of("name_uses", words, uses, key, each(each(named, "names"), "value.used_by"), foreign)


def _of_actors(corpus: Corpus, entry: DictionaryEntry) -> Iterator[Table]:
    actors = corpus.of(Actor)
    columns = (
        owner("actor", "The actor.", "actors"),
        numbered(),
        said(entry, "type", at="value"),
        said(entry, "to", at="value", name="other", table="actors"),
        *dated(said(entry, "period", at="value")),
    )
    key = ("actor", "number")
    yield Table.of("relations", entry.description, columns, key, each(actors, "relations"))
    rests = (
        owner("actor", "The actor.", "actors", "owner.owner.id"),
        Column("relation", "integer", "The number of the relation.", attrgetter("owner.number"), required=True),
        numbered(),
        Column(
            "stance", "string", "What the claim does.", lambda one: one.value[0], required=True, allowed=tuple(STANCES)
        ),
        Column("claim", "string", "The claim.", lambda one: one.value[1], required=True, table="claims"),
    )
    foreign = (Foreign(("actor", "relation"), "relations", key),)
    words = "The claims that say that one actor is something to another, and those that deny it."
    yield Table.of(
        "relation_claims", words, rests, ("actor", "relation", "number"), _stances(each(actors, "relations")), foreign
    )


def _stances(relations: Iterable[OwnedItem]) -> Iterator[OwnedItem]:
    for relation in relations:
        told = [(stance, claim) for stance, field in STANCES.items() for claim in getattr(relation.value, field)]
        yield from (OwnedItem(relation, number, one) for number, one in enumerate(told, 1))


def _of_events(corpus: Corpus, entries: Dictionary) -> Iterator[Table]:
    event, participant, events = entries["Event"], entries["Participant"], corpus.of(Event)
    yield _listed("event_places", events, "event", "places", "place", event, "places")
    yield _listed("event_claims", events, "event", "claims", "claim", event, "claims")
    columns = (
        owner("event", "The event.", "events"),
        numbered(),
        said(participant, "actor", at="value", table="actors"),
        said(participant, "role", at="value"),
    )
    words = event.fields["actors"].description
    yield Table.of("participants", words, columns, ("event", "number"), each(events, "actors"))


def _of_questions(corpus: Corpus, entries: Dictionary) -> Iterator[Table]:
    question, position, questions = entries["Question"], entries["Position"], corpus.of(Question)
    yield _listed("question_about", questions, "question", "about", "record", question, "records")
    whose = owner("question", "The question.", "questions")
    columns = (
        whose,
        said(position, "id", at="value", name="position"),
        numbered(),
        said(position, "label", at="value"),
    )
    words = question.fields["positions"].description
    yield Table.of("positions", words, columns, ("question", "position"), each(questions, "positions"))


def _of_claims(corpus: Corpus, entries: Dictionary) -> Iterator[Table]:
    claim, answer, claims = entries["Claim"], entries["Answer"], corpus.of(Claim)
    whose = owner("claim", "The claim.", "claims")
    number = Column("paragraph", "integer", "The number of the paragraph.", attrgetter("value"), required=True)
    source = owner("source", "The source of the claim.", "", "owner.source")
    in_article = (Foreign(("source", "paragraph"), "paragraphs", ("source", "number")),)
    words, key = claim.fields["paragraphs"].description, ("claim", "number")
    columns = (whose, numbered(), source, number)
    yield Table.of("claim_paragraphs", words, columns, key, each(claims, "paragraphs"), in_article)
    yield _listed("claim_about", claims, "claim", "about", "record", claim, "records")
    asked, taken = said(answer, "question", at="value", table="questions"), said(answer, "position", at="value")
    among = (Foreign(("question", "position"), "positions", ("question", "position")),)
    words, columns = claim.fields["answers"].description, (whose, numbered(), asked, taken)
    yield Table.of("answers", words, columns, key, each(claims, "answers"), among)
    yield _claim_links(claims)


def _claim_links(claims: list[Claim]) -> Table:
    columns = (
        owner("claim", "The claim.", "claims"),
        Column("type", "string", "What it does.", lambda one: one.value[0], required=True, allowed=LINKS),
        numbered("The place of the other in the claim's list of its type, from 1."),
        Column(
            "other", "string", "The claim to which it does so.", lambda one: one.value[1], required=True, table="claims"
        ),
    )
    words, key = "Which claim disputes, supports or repeats which other.", ("claim", "type", "number")
    return Table.of("claim_links", words, columns, key, _linked(claims))


def _linked(claims: Iterable[Claim]) -> Iterator[OwnedItem]:
    for claim in claims:
        for type_ in LINKS:
            yield from (OwnedItem(claim, at, (type_, other)) for at, other in enumerate(getattr(claim, type_), 1))


def _citations(corpus: Corpus) -> Table:
    columns = (
        owner("record", "The record.", "records"),
        numbered(),
        Column("field", "string", "The field whose prose cites the claim.", lambda one: one.value[0], required=True),
        Column("claim", "string", "The claim.", lambda one: one.value[1], required=True, table="claims"),
    )
    words = "The claims that the records' own prose cites, such as a summary."
    return Table.of("citations", words, columns, ("record", "number"), _cited(corpus.records.values()))


def _cited(records: Iterable[Record]) -> Iterator[OwnedItem]:
    for record in records:
        marks = ((str(path[0]), mark) for path, mark in prose_marks(record) if mark.is_citation)
        told = [(field, key) for field, mark in marks for key in mark.keys]
        yield from (OwnedItem(record, number, one) for number, one in enumerate(told, 1))
