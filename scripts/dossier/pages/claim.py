"""The page of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.carrying_sentence import sentence_of
from dossier.model.addresses import passage_url
from dossier.model.records import Claim, Event, Question
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.links import Locator, RecordLink, linked, locators
from dossier.pages.notes import Note, Notes
from dossier.pages.prose import ProsePart
from dossier.pages.sections import DatedEvent, claim_list, event_rows
from dossier.pages.templating import safe_address
from dossier.text.sentences import Sentence

RELATED = ("disputes", "supports", "repeats")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the restated article that makes the claim: its sentence, where it is sure enough, and the rest.

    Where no sentence is, all words stand in ``before``.
    """

    locator: Locator
    before: tuple[ProsePart, ...]
    sentence: tuple[ProsePart, ...]
    after: tuple[ProsePart, ...]


@dataclass(frozen=True, slots=True)
class RelatedClaims:
    """The claims that a claim disputes, supports or repeats, and those that do it to the claim."""

    id: str
    words: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A question and the answer that the claim gives to it."""

    question: RecordLink
    position: tuple[ProsePart, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim: who says it, its passage, and what it has to do with other claims, questions and events.

    ``anchor_from`` and ``anchor_to`` are the first and last words of the passage in the original, ``passage_url`` leads
    to them at the publisher's, or is empty; ``has_sentence`` tells whether a sentence of a passage is marked.
    """

    claim: ClaimView
    source: RecordLink
    about: tuple[RecordLink, ...]
    passages: tuple[Passage, ...]
    has_sentence: bool
    anchor_from: str
    anchor_to: str
    passage_url: Markup
    related: tuple[RelatedClaims, ...]
    answers: tuple[AnswerView, ...]
    events: tuple[DatedEvent, ...]
    neighbours: tuple[ClaimView, ...]
    notes: tuple[Note, ...]


def claim_page(context: Context, claim: Claim) -> ClaimPage:
    """The view of the page of a claim."""
    corpus, notes = context.corpus, context.notes()
    source = corpus.source(claim.source)
    passages = _passages(context, claim, notes)
    related = (
        RelatedClaims(
            field, context.words.say(f"claim.related_{field}"), claim_list(context, corpus.both_ways(claim, field))
        )
        for field in RELATED
    )
    neighbours = (one for one in corpus.claims_in(claim.source, claim.paragraphs[0]) if one.id != claim.id)
    return ClaimPage(
        claim=context.claims[claim.id],
        source=context.links[claim.source],
        about=linked(context.links, claim.about),
        passages=passages,
        has_sentence=any(one.sentence for one in passages),
        anchor_from=claim.anchor.from_,
        anchor_to=claim.anchor.to,
        passage_url=safe_address(passage_url(claim, source.URL) if source.URL else ""),
        related=tuple(one for one in related if one.claims),
        answers=_answers(context, claim),
        events=event_rows(context, corpus.in_time(corpus.referring(claim.id, "claims", Event))),
        neighbours=claim_list(context, neighbours),
        notes=notes.all(),
    )


def _passages(context: Context, claim: Claim, notes: Notes) -> tuple[Passage, ...]:
    article = context.corpus.article(claim.source)
    told = article.sentences if article else {}
    return tuple(
        _passage(context, locator, told[locator.number], claim, notes)
        for locator in locators(claim.source, claim.paragraphs)
    )


def _passage(context: Context, locator: Locator, told: Sequence[Sentence], claim: Claim, notes: Notes) -> Passage:
    number = sentence_of(context.corpus, claim, locator.number)
    marked = [one.marked for one in told]
    place = number - 1 if number else len(marked)
    parts = (marked[:place], marked[place : place + 1], marked[place + 1 :])
    before, sentence, after = (context.prose(" ".join(part), notes) for part in parts)
    return Passage(locator, before, sentence, after)


def _answers(context: Context, claim: Claim) -> tuple[AnswerView, ...]:
    found = []
    for answer in claim.answers:
        question = context.corpus.records[answer.question]
        assert isinstance(question, Question)
        labels = (one.label for one in question.positions if one.id == answer.position)
        found += [AnswerView(context.links[question.id], context.prose(label)) for label in labels]
    return tuple(found)
