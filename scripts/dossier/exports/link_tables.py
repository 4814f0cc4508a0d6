"""The tables of what records list, and of how they refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.exports.dictionary import Dictionary, DictionaryEntry
from dossier.exports.statement_tables import voice_standing
from dossier.exports.statements import AllStatements
from dossier.exports.tables import Column, Foreign, OwnedItem, Table, each, linked, numbered, owner, said
from dossier.model.records import Claim, Event, Named, Place, Question, Record, Source

LINKS = ("disputes", "supports", "repeats")


def link_tables(corpus: Corpus, stated: AllStatements, entries: Dictionary) -> list[Table]:
    """All of these tables; ``stated`` are the ``all_statements`` of the corpus, ``entries`` those of ``dictionary``."""
    return [
        *_of_sources(corpus, entries),
        *_of_names(corpus, entries["Name"]),
        _identifiers(corpus),
        _listed("place_within", corpus.of(Place), "place", "within", "within", entries["Place"], "places"),
        *_of_questions(corpus, entries),
        _wordings("event_wordings", corpus.of(Event), "event", entries["Event"]),
        *_of_claims(corpus, stated, entries),
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
        Column("source", "string", "The source.", _source_of, required=True, table="sources"),
        Column("paragraph", "integer", "The number of the paragraph.", _paragraph_of, required=True),
    )
    foreign = (
        Foreign(("record", "name"), "names", ("record", "number")),
        Foreign(("source", "paragraph"), "paragraphs", ("source", "number")),
    )
    words, key = "Where a source uses a name in this spelling.", ("record", "name", "number")
    yield Table.of("name_uses", words, uses, key, each(each(named, "names"), "value.used_by"), foreign)


def _source_of(use: OwnedItem) -> str:
    return str(use.value).partition("#p")[0]


def _paragraph_of(use: OwnedItem) -> int:
    return int(use.value.partition("#p")[2])


def _of_questions(corpus: Corpus, entries: Dictionary) -> Iterator[Table]:
    question, position, questions = entries["Question"], entries["Position"], corpus.of(Question)
    yield _listed("question_about", questions, "question", "about", "record", question, "records")
    whose = owner("question", "The question.", "questions")
    yield _wordings("question_wordings", questions, "question", question)
    label = said(position, "label", at="value")
    columns = (
        whose,
        said(position, "id", at="value", name="position"),
        numbered(),
        replace(label, value=lambda one: corpus.plain(one.value.label)),
    )
    words = question.fields["positions"].description
    yield Table.of("positions", words, columns, ("question", "position"), each(questions, "positions"))


def _wordings(name: str, owners: Sequence[Record], kind: str, entry: DictionaryEntry) -> Table:
    """The table of the other words in which people ask for records of a kind."""
    words = entry.fields["asked_as"].description
    asked = Column("words", "string", words, attrgetter("value"), required=True)
    columns = (owner(kind, f"The {kind}.", f"{kind}s"), numbered(), asked)
    return Table.of(name, words, columns, (kind, "number"), each(owners, "asked_as"))


def _identifiers(corpus: Corpus) -> Table:
    columns = (
        owner("record", "The actor or the place.", "records"),
        numbered(),
        Column("register", "string", "Where, such as Wikidata.", attrgetter("value.label"), required=True),
        Column("identifier", "string", "What it is called there.", attrgetter("value.identifier"), required=True),
        Column("address", "string", "Its address there, if it has one.", lambda one: one.value.address or None),
    )
    words = "What others call actors and places: their identifiers in Wikidata and elsewhere."
    return Table.of("identifiers", words, columns, ("record", "number"), each(corpus.of(Named), "elsewhere"))


def _of_claims(corpus: Corpus, stated: AllStatements, entries: Dictionary) -> Iterator[Table]:
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
    firmness = {(question, one.position.id): one.claims for question, all_ in stated.questions.items() for one in all_}
    how = voice_standing(lambda one: firmness[one.value.question, one.value.position][one.owner.id])
    words = claim.fields["answers"].description
    yield Table.of("answers", words, (whose, numbered(), asked, taken, how), key, each(claims, "answers"), among)
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
