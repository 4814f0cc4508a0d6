"""What the desk shows of a source: each captured paragraph with its restatement, its claims and what they lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from dossier.checking.rules.placeholders import NOT_RESTATED
from dossier.commands.found_names import FoundName, names_in
from dossier.corpus.corpus import Corpus
from dossier.desk.looking import Lack, SharedWords, lacks, shared
from dossier.desk.passages import place_of
from dossier.desk.workplace import Loaded
from dossier.model.records import Claim, Named, Question, Record, Source
from dossier.model.vocabulary import PRECISIONS
from dossier.problems import Problem

# The key that chooses each kind and each certainty while its row has the focus.
KIND_KEYS = {
    "fact": "f",
    "figure": "g",
    "assessment": "a",
    "forecast": "o",
    "allegation": "l",
    "denial": "d",
    "intention": "i",
}
CERTAINTY_KEYS = {"stated": "s", "hedged": "h", "reported": "r", "disputed-by-author": "d"}


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as its file says it; ``start`` and ``end`` of its passage in the paragraph, both -1 where not found."""

    id: str
    said: Mapping[str, Any]
    start: int
    end: int
    is_published: bool


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A captured paragraph and all that we have of it."""

    number: int
    text: str
    restatement: str
    is_restated: bool
    claims: tuple[ShownClaim, ...]
    names: tuple[FoundName, ...]
    lacks: tuple[Lack, ...]
    shared: tuple[SharedWords, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: what a file says, what a reader reads, and its kind."""

    value: str
    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """All that a form offers."""

    kinds: Mapping[str, str]
    certainties: Mapping[str, str]
    records: tuple[Choice, ...]
    questions: tuple[Choice, ...]
    positions: tuple[Choice, ...]
    claims: tuple[Choice, ...]
    types: Mapping[str, tuple[str, ...]]
    relations: tuple[Choice, ...]
    precisions: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SourceDesk:
    """The page of a source. ``files`` are those that its forms change, each with its fingerprint."""

    id: str
    label: str
    title: str
    language: str
    perspective: str
    paragraphs: tuple[ShownParagraph, ...]
    problems: tuple[str, ...]
    files: Mapping[str, str]
    choices: Choices


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list: how far it is. ``paragraphs`` is 0 where its article is not among the captures."""

    id: str
    label: str
    title: str
    paragraphs: int
    restated: int
    claims: int


def files_of(source: str) -> tuple[str, str, str]:
    """The files of a source that are changed here: its claims, its restated article, its record."""
    return f"data/claims/{source}.yaml", f"docs/sources/{source}.md", f"data/sources/{source}.yaml"


def source_lines(loaded: Loaded) -> list[SourceLine]:
    """All sources, in the order of their ids."""
    return [
        SourceLine(
            source.id,
            source.label,
            source.title,
            len(loaded.captured.get(source.id, ())),
            sum(map(_is_restated, _restatements(loaded.corpus, source.id).values())),
            len(loaded.corpus.claims_of(source.id)),
        )
        for source in sorted(loaded.corpus.of(Source), key=lambda one: one.id)
    ]


def source_desk(loaded: Loaded, key: str, files: Mapping[str, str]) -> SourceDesk:
    """The page of a source. Raises ``LookupError`` where there is no such source, or no captured article of it."""
    source = loaded.corpus.records.get(key)
    if not isinstance(source, Source) or key not in loaded.captured:
        raise LookupError(f'no captured article of a source "{key}"')
    return SourceDesk(
        id=key,
        label=source.label,
        title=source.title,
        language=source.language or "",
        perspective=source.perspective,
        paragraphs=tuple(_paragraphs(loaded, source)),
        problems=tuple(told(one) for one in loaded.problems if one.file in files),
        files=files,
        choices=choices(loaded.corpus),
    )


def told(problem: Problem) -> str:
    """A problem in a line, with its place."""
    said = f"{problem.field}: {problem.message}" if problem.field else problem.message
    return f"{problem.file}:{problem.line}: {said}" + (f"; {problem.hint}" if problem.hint else "")


def _paragraphs(loaded: Loaded, source: Source) -> Iterator[ShownParagraph]:
    ours = _restatements(loaded.corpus, source.id)
    for number, text in enumerate(loaded.captured[source.id], 1):
        restatement = ours.get(number, "")
        yield ShownParagraph(
            number=number,
            text=text,
            restatement=restatement,
            is_restated=_is_restated(restatement),
            claims=tuple(_claims(loaded.corpus, source.id, number, text)),
            names=tuple(one for one in names_in(loaded.names, [text]) if one.records),
            lacks=tuple(lacks(loaded, source.id, number, {}, None)),
            shared=tuple(shared(loaded, restatement)),
        )


def _restatements(corpus: Corpus, source: str) -> dict[int, str]:
    article = corpus.article(source)
    return {number: block.text for number, block in article.paragraphs.items()} if article else {}


def _is_restated(text: str) -> bool:
    return bool(text) and not NOT_RESTATED.search(text)


def _claims(corpus: Corpus, source: str, number: int, text: str) -> Iterator[ShownClaim]:
    for claim in corpus.claims_in(source, number):
        start, end = place_of(text, claim.anchor.from_, claim.anchor.to) or (-1, -1)
        published = any(claim.id in address for address in corpus.permalinks)
        yield ShownClaim(claim.id, corpus.origins[claim.id].node.plain(), start, end, published)


def choices(corpus: Corpus) -> Choices:
    """What a form offers, from the records that there are."""
    records = [record for record in corpus.records.values() if not isinstance(record, Claim | Question)]
    questions = corpus.of(Question)
    types = corpus.types
    return Choices(
        kinds=KIND_KEYS,
        certainties=CERTAINTY_KEYS,
        records=tuple(
            Choice(one.id, _names(one), one.kind_of_record) for one in sorted(records, key=lambda one: one.id)
        ),
        questions=tuple(Choice(one.id, one.title) for one in questions),
        positions=tuple(
            Choice(f"{one.id}#{position.id}", f"{one.title} {position.label}")
            for one in questions
            for position in one.positions
        ),
        claims=tuple(Choice(claim.id, claim.text) for claim in corpus.of(Claim)),
        types={
            "actor": tuple(types.actors),
            "place": tuple(types.places),
            "event": tuple(types.events),
            "role": tuple(types.roles),
            "question": get_args(Question.model_fields["kind"].annotation),
        },
        relations=tuple(Choice(key, one.words) for key, one in types.relations.items()),
        precisions=tuple(Choice(key, words) for key, words in PRECISIONS.items()),
    )


def _names(record: Record) -> str:
    return ", ".join(name.text for name in record.names) if isinstance(record, Named) else str(record.heading)
