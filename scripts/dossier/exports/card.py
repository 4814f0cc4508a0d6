"""A record in a few lines: what a card beside a link to it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedEvent, JudgedStatement, judged_event
from dossier.corpus.standing import Standing
from dossier.model import vocabulary
from dossier.model.records import Actor, Claim, Event, Name, Named, Place, Question, Record, Source
from dossier.model.vocabulary import counted
from dossier.text.direction import direction, isolated
from dossier.text.marked_text import shortened
from dossier.text.marks import without_marks

LONGEST_TEXT = 240
HAPPENED = {
    Standing.ALLEGED: "alleged to have happened",
    Standing.CONTESTED: "contested whether it happened",
    Standing.REJECTED: "disputed by every source that tells of it",
}


@dataclass(frozen=True, slots=True)
class InScript:
    """A name that is written from right to left. ``lang`` is a BCP 47 tag, ``dir`` as in HTML."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class RecordCard:
    """``label`` says what sort of record it is, ``text`` is plain and may be empty, ``facts`` are a few words each."""

    label: str
    title: str
    in_script: InScript | None
    text: str
    facts: tuple[str, ...]


def card_of(corpus: Corpus, record: Record) -> RecordCard:
    """A record of any kind in a few lines, all of it in words for a reader."""
    text = without_marks(_text(record), corpus.name_of)
    facts = tuple(fact for fact in _facts(corpus, record) if fact)
    return RecordCard(
        _label(corpus, record), _title(corpus, record), _in_script(record), shortened(text, LONGEST_TEXT), facts
    )


def _label(corpus: Corpus, record: Record) -> str:
    if isinstance(record, Actor):
        return corpus.types.actors[record.type].one
    if isinstance(record, Place):
        return corpus.types.places[record.type].one
    if isinstance(record, Event):
        return corpus.types.events[record.type].one
    return vocabulary.KINDS[record.kind_of_record][0]


def _title(corpus: Corpus, record: Record) -> str:
    if isinstance(record, Claim):
        return f"Claim {record.id.rpartition('-c')[2]} of {corpus.source(record.source).label}"
    return record.label if isinstance(record, Source) else record.heading


def _in_script(record: Record) -> InScript | None:
    def is_rtl(name: Name) -> bool:
        return direction(name.text) == "rtl"

    names = filter(is_rtl, record.names) if isinstance(record, Named) else iter(())
    return next((InScript(name.text, name.lang, "rtl") for name in names), None)


def _text(record: Record) -> str:
    if isinstance(record, Claim):
        return record.text
    if isinstance(record, Source):
        return f"“{record.title}”"
    if isinstance(record, Question):
        return "; ".join(position.label for position in record.positions)
    return next((words for _, words in record.prose()), "")


def _facts(corpus: Corpus, record: Record) -> Iterator[str]:
    if isinstance(record, Claim):
        speaker = isolated(corpus.actor(record.said_by).heading) if record.said_by else ""
        yield from (speaker and f"said by {speaker}", vocabulary.CERTAINTIES[record.certainty])
    elif isinstance(record, Question):
        claims = corpus.referring(record.id, "answers", Claim)
        yield from (counted(len(record.positions), "position"), counted(len(claims), "claim"))
        yield counted(len(corpus.sources_of(claims)), "source")
    elif isinstance(record, Source):
        yield from (record.issued.words if record.issued else "", record.container_title or record.publisher or "")
        yield counted(len(corpus.claims_of(record.id)), "claim")
    elif isinstance(record, Event):
        yield from (*_of_event(judged_event(corpus, record), corpus), _claims(corpus, record))
    else:
        yield from (_years(corpus, record), _where(corpus, record), _claims(corpus, record))


def _of_event(judged: JudgedEvent, corpus: Corpus) -> Iterator[str]:
    """Whether it happened, where that is not firm, when and where; what every source rejects is not said."""
    yield HAPPENED.get(judged.standing, "")
    yield " or ".join(dict.fromkeys(one.said.words + _mark(one) for one in judged.dates)) or (
        "" if judged.event.dated else "undated"
    )
    yield ", ".join(isolated(corpus.name_of(one.said.place)) + _mark(one) for one in judged.places)


def _mark(one: JudgedStatement[Any]) -> str:
    return f" ({one.standing})" if one.standing in (Standing.ALLEGED, Standing.CONTESTED) else ""


def _years(corpus: Corpus, record: Record) -> str:
    """The years of the events of an actor."""
    if not isinstance(record, Actor):
        return ""
    years = sorted(one.when.first_known.year for event in corpus.events_of(record.id) for one in event.dated)
    if not years:
        return ""
    return f"events in {years[0]}" if years[0] == years[-1] else f"events from {years[0]} to {years[-1]}"


def _where(corpus: Corpus, record: Record) -> str:
    if not isinstance(record, Place) or not record.within:
        return ""
    return f"in {', '.join(isolated(corpus.name_of(key)) for key in record.within)}"


def _claims(corpus: Corpus, record: Record) -> str:
    """For an event the claims that tell of it as well as those about it."""
    told = record.told_by if isinstance(record, Event) else ()
    about = (claim.id for claim in corpus.referring(record.id, "about", Claim))
    return counted(len({*told, *about}), "claim")
