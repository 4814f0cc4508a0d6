"""A record in a few lines: what a card beside a link to it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import JudgedEvent, JudgedStatement, judged_event
from dossier.corpus.standing import Standing
from dossier.model.records import Actor, Claim, Event, EventDate, Name, Named, Place, Question, Record, Source
from dossier.model.words import Words
from dossier.text.direction import direction, isolated
from dossier.text.marked_text import shortened

LONGEST_TEXT = 240
HAPPENED = frozenset({Standing.ALLEGED, Standing.CONTESTED, Standing.REJECTED})


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
    text = corpus.plain(_text(record))
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
    return corpus.words.say(f"kind.{record.kind_of_record}")


def _title(corpus: Corpus, record: Record) -> str:
    if isinstance(record, Claim):
        return corpus.words.say(
            "page.claim_of", number=record.id.rpartition("-c")[2], source=corpus.source(record.source).label
        )
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
    words = corpus.words
    if isinstance(record, Claim):
        speaker = isolated(corpus.actor(record.said_by).heading) if record.said_by else ""
        yield words.say("record_card.said_by", speaker=speaker) if speaker else ""
        yield words.say(f"certainties.{record.certainty}")
    elif isinstance(record, Question):
        claims = corpus.referring(record.id, "answers", Claim)
        yield from (words.counted("position", len(record.positions)), words.counted("claim", len(claims)))
        yield words.counted("source", len(corpus.sources_of(claims)))
    elif isinstance(record, Source):
        yield from (
            record.issued.said(words.date_phrase) if record.issued else "",
            record.container_title or record.publisher or "",
        )
        yield words.counted("claim", len(corpus.claims_of(record.id)))
    elif isinstance(record, Event):
        yield from (*_of_event(judged_event(corpus, record), corpus), _claims(corpus, record))
    else:
        yield from (_years(corpus, record), _where(corpus, record), _claims(corpus, record))


def _of_event(judged: JudgedEvent, corpus: Corpus) -> Iterator[str]:
    """Whether it happened, where that is not firm, when and where; what every source rejects is not said."""
    words = corpus.words
    yield words.say(f"record_card.happened_{judged.standing}") if judged.standing in HAPPENED else ""
    dates = dict.fromkeys(_date(words, one) for one in judged.dates)
    yield words.say("record_card.or").join(dates) or ("" if judged.event.dated else words.say("record_card.undated"))
    yield ", ".join(isolated(corpus.name_of(one.said.place)) + _mark(words, one) for one in judged.places)


def _date(words: Words, one: JudgedStatement[EventDate]) -> str:
    return (one.said.as_given or one.said.date.said(words.date_phrase)) + _mark(words, one)


def _mark(words: Words, one: JudgedStatement[Any]) -> str:
    stands = words.say(f"standings.{one.standing}").lower()
    return f" ({stands})" if one.standing in (Standing.ALLEGED, Standing.CONTESTED) else ""


def _years(corpus: Corpus, record: Record) -> str:
    """The years of the events of an actor."""
    if not isinstance(record, Actor):
        return ""
    years = sorted(one.when.first_known.year for event in corpus.events_of(record.id) for one in event.dated)
    if not years:
        return ""
    said = "events_in" if years[0] == years[-1] else "events_from_to"
    return corpus.words.say(f"record_card.{said}", first=str(years[0]), last=str(years[-1]))


def _where(corpus: Corpus, record: Record) -> str:
    if not isinstance(record, Place) or not record.within:
        return ""
    places = ", ".join(isolated(corpus.name_of(key)) for key in record.within)
    return corpus.words.say("record_card.in_places", places=places)


def _claims(corpus: Corpus, record: Record) -> str:
    """For an event the claims that tell of it as well as those about it."""
    told = record.told_by if isinstance(record, Event) else ()
    about = (claim.id for claim in corpus.referring(record.id, "about", Claim))
    return corpus.words.counted("claim", len({*told, *about}))
