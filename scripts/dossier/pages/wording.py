"""What templates ask of records: lists in the order in which they are shown, and words for values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import Mention
from dossier.model import vocabulary
from dossier.model.records import Actor, Claim, Event, Name, Question, Record, Value
from dossier.reading.markdown_file import Document, pieces, sentence_with

QUESTIONS_AT_HOME = 6


def quantity(value: Value) -> str:
    """A quantity in words: ``about 180 deaths``, ``1,500 to 2,000 fighters``, ``100 or more deaths``."""
    low, high = (None if end is None else f"{end:,.10g}" for end in (value.low, value.high))
    about = "about " if value.approximate else ""
    if low is None:
        return f"up to {about}{high} {value.unit}"
    if high is None:
        return f"{about}{low} or more {value.unit}"
    return f"{about}{low if low == high else f'{low} to {high}'} {value.unit}"


def excerpt(mention: Mention, key: str) -> str:
    """The sentence of a block that links the record, its marks kept."""
    found = pieces(mention.block)
    return sentence_with(next((one for one in found if re.search(rf"\[\[{key}[|\]]", one)), found[0]), key)


def by_attribute(
    records: Iterable[Record], attribute: str, labels: Mapping[str, Any]
) -> list[tuple[str, list[Record]]]:
    """Records by type, in the order of the labels; within a type by heading."""
    order = list(labels)
    ordered = sorted(records, key=lambda r: (order.index(getattr(r, attribute)), r.heading.casefold()))
    return [(key, list(group)) for key, group in groupby(ordered, key=lambda r: str(getattr(r, attribute)))]


def by_year(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """Events in time, by the year in which they can have begun."""

    def year(event: Event) -> str:
        if event.date.earliest is None:
            return "Undated"
        decade = "X" in event.date.text.split("-")[0]
        return f"{event.date.earliest.year}{'s' if decade else ''}"

    return [(key, list(group)) for key, group in groupby(sorted(events, key=lambda e: e.date.sort_key), key=year)]


def by_source(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims that stand in order of publication, by source."""
    return [(key, list(group)) for key, group in groupby(claims, key=lambda claim: claim.source)]


def by_document(mentions: Iterable[Mention]) -> list[tuple[Document, list[Mention]]]:
    """Mentions by the page of prose that they stand in."""
    return [(group[0].document, group) for _, found in groupby(mentions, key=_file) if (group := list(found))]


def _file(mention: Mention) -> str:
    return mention.document.file


def unused_names(names: Iterable[Name]) -> list[tuple[str, list[Name]]]:
    """Names that no source uses, by what they are and their language."""

    def label(name: Name) -> str:
        kind = vocabulary.NAME_KINDS[name.kind]
        return kind if name.lang == "en" else f"{kind}, {vocabulary.language(name.lang)}"

    rest = [name for name in names if not name.used_by and name.kind != "primary"]
    labels = dict.fromkeys(label(name) for name in rest)
    return [(one, [name for name in rest if label(name) == one]) for one in labels]


def most_contested(corpus: Corpus) -> list[Question]:
    """The questions that most sources answer, then those with the most positions, then the most claims."""

    def weight(question: Question) -> tuple[int, int, int, str]:
        claims = corpus.referring(question.id, "answers", Claim)
        return (-len(corpus.sources_of(claims)), -len(question.positions), -len(claims), question.id)

    return sorted(corpus.of(Question), key=weight)[:QUESTIONS_AT_HOME]


def events_of_question(corpus: Corpus, question: Question) -> list[Event]:
    """The events that a question is about, those that the claims are about which answer it, and those that rest on
    these claims; in time.
    """
    claims = corpus.referring(question.id, "answers", Claim)
    about = [*question.about, *(key for claim in claims for key in claim.about)]
    named = [corpus.records[key] for key in about]
    resting = [event for claim in claims for event in corpus.referring(claim.id, "claims", Event)]
    found = {one.id: one for one in (*named, *resting) if isinstance(one, Event)}
    return corpus.in_time(found.values())


GLANCE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Part of", ("part_of", "affiliate_of"), ()),
    ("Has as parts", (), ("part_of", "affiliate_of")),
    ("Leads", ("leads",), ()),
    ("Led by", (), ("leads",)),
    ("Member of", ("member_of",), ()),
    ("Allies and partners", ("allied_with", "cooperates_with"), ("allied_with", "cooperates_with")),
    ("Rivals and enemies", ("rival_of", "fights"), ("rival_of", "fights")),
)


def at_a_glance(corpus: Corpus, actor: Actor) -> list[tuple[str, list[Actor]]]:
    """The relations that a reader asks for first: a label and the actors that stand in it."""
    rows = []
    for label, forward, backward in GLANCE:
        own = [corpus.actor(one.to) for one in actor.relations if one.type in forward]
        others = [other for other, one in corpus.relations_to(actor.id) if one.type in backward]
        if found := list({other.id: other for other in [*own, *others]}.values()):
            rows.append((label, found))
    return rows
