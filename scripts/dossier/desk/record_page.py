"""What the desk shows of a record that is no source: its texts, the claims that they can cite, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.desk.source_page import Choice, Choices, choices, told
from dossier.desk.whereabouts import where_shown
from dossier.desk.workplace import Loaded
from dossier.editing.house_form import Value
from dossier.editing.places_in_files import place_in_file
from dossier.model.addresses import SECTIONS
from dossier.model.base import Path
from dossier.model.records import Actor, Claim, Event, Named, Place, Question, Record

SHORT = "In short: at most two sentences, each with its citation"


@dataclass(frozen=True, slots=True)
class RecordText:
    """A text of a record that cites claims: the way to it in the file, and whether the record cannot be without it."""

    path: Path
    label: str
    value: str
    is_needed: bool

    @property
    def key(self) -> str:
        """Its name in a form."""
        return ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text as the form shows it."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CitedClaims:
    """Claims that a text can cite, under what they have in common."""

    label: str
    claims: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RecordDesk:
    """The page of a record. ``where`` is empty but for a place, ``relations`` but for an actor."""

    id: str
    kind: str
    title: str
    address: str
    texts: tuple[ShownText, ...]
    groups: tuple[CitedClaims, ...]
    where: Mapping[str, Value]
    relations: tuple[str, ...]
    problems: tuple[str, ...]
    files: Mapping[str, str]
    choices: Choices


def records_offered(loaded: Loaded) -> list[dict[str, str]]:
    """All records that have such a page: their ids, what they are called, and their kinds."""
    found = (one for one in loaded.corpus.records.values() if isinstance(one, Named | Event | Question))
    return [{"value": one.id, "label": one.heading, "kind": one.kind_of_record} for one in found]


def record_named(corpus: Corpus, key: str) -> Record:
    """The record of this id that has such a page. Raises ``LookupError``."""
    record = corpus.records.get(key)
    if not isinstance(record, Named | Event | Question):
        raise LookupError(f'no actor, event, place or question "{key}"')
    return record


def file_of(corpus: Corpus, key: str) -> str:
    """The file of such a record."""
    return place_in_file(corpus, record_named(corpus, key))[0]


def texts_of(record: Record) -> list[RecordText]:
    """The texts of a record that the desk writes, in the order in which a reader meets them."""
    if isinstance(record, Question):
        return [
            RecordText(
                ("answer_in_short",),
                "The range of answers, in two cited sentences",
                record.answer_in_short or "",
                is_needed=False,
            ),
            *(
                RecordText(("positions", place, "label"), f"Position {one.id}", one.label, is_needed=True)
                for place, one in enumerate(record.positions)
            ),
            RecordText(("why_they_differ",), "Why they differ, cited", record.why_they_differ, is_needed=True),
        ]
    return [RecordText(("summary",), SHORT, getattr(record, "summary", None) or "", is_needed=False)]


def record_desk(loaded: Loaded, key: str, files: Mapping[str, str]) -> RecordDesk:
    """The page of a record; ``files`` is its file with its fingerprint. Raises ``LookupError``."""
    corpus = loaded.corpus
    record = record_named(corpus, key)
    return RecordDesk(
        id=key,
        kind=record.kind_of_record,
        title=record.heading,
        address=f"/{SECTIONS[record.kind_of_record]}/{key}/",
        texts=tuple(ShownText(one.key, one.label, one.value) for one in texts_of(record)),
        groups=tuple(_groups(corpus, record)),
        where=where_shown(record) if isinstance(record, Place) else {},
        relations=tuple(_relations(corpus, record)) if isinstance(record, Actor) else (),
        problems=tuple(told(one) for one in loaded.problems if one.file in files),
        files=files,
        choices=choices(corpus),
    )


def _groups(corpus: Corpus, record: Record) -> Iterator[CitedClaims]:
    """The claims of each position of a question; of any other record those about it, by their sources."""
    if isinstance(record, Question):
        for position in record.positions:
            taken = (record.id, position.id)
            found = [one for one in corpus.of(Claim) if taken in ((at.question, at.position) for at in one.answers)]
            yield _group(position.label, found)
        return
    about = list(corpus.claims_about(record.id))
    if isinstance(record, Event):
        about = [*(corpus.claim(key) for key in record.told_by if key in corpus.records), *about]
    by_source: dict[str, dict[str, Claim]] = {}
    for claim in about:
        by_source.setdefault(claim.source, {})[claim.id] = claim
    for source, claims in by_source.items():
        yield _group(source, list(claims.values()))


def _group(label: str, claims: Sequence[Claim]) -> CitedClaims:
    return CitedClaims(label, tuple(Choice(one.id, one.text, one.source) for one in claims))


def _relations(corpus: Corpus, actor: Actor) -> Iterator[str]:
    for one in actor.relations:
        known = corpus.types.relations.get(one.type)
        words = (known.past if one.past else known.words) if known else one.type
        period = f" ({one.period})" if one.period else ""
        yield f"{words} {one.to}{period}: {', '.join(one.claims)}"
