"""The page of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.corpus.evidence import evidence_of
from dossier.corpus.known_by import known_from
from dossier.corpus.standing import WITNESSING, claim_standing
from dossier.model.records import Claim, Event, PositionRedirect, Question
from dossier.pages.charts import ChartView, chart_views
from dossier.pages.choices import KnownSteps, known_steps
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.evidence import EvidenceView, evidence_view
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note, Notes
from dossier.pages.prose import ProsePart
from dossier.pages.sections import (
    DatedEvent,
    Mentions,
    Publication,
    claim_list,
    event_rows,
    mentions_of,
    publication,
)
from dossier.pages.standing import StandingView, position_standing, standing_view
from dossier.pages.strip import StripView, strip_view
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position, who holds it and how firmly, and the claims that do, and those that pass it on and dispute it.

    ``former_ids`` are ids that the position, or one that was merged into it, had before; ``repeated`` those of claims
    that stand under a position before it.
    """

    id: str
    former_ids: tuple[str, ...]
    label: tuple[ProsePart, ...]
    counted: str
    standing: StandingView
    claims: tuple[ClaimView, ...]
    rejecting: tuple[ClaimView, ...]
    repeated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GonePosition:
    """A position that no longer stands on the page, why, and the question on which it stands now, if on one.

    ``words`` are those that it had, in quotation marks, or else its id.
    """

    id: str
    words: str
    reason: str
    why: str
    address: Markup
    to: RecordLink | None


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source to cite for one side, and the ISO day from which it is known, or nothing."""

    id: str
    published: str
    publication: Publication


@dataclass(frozen=True, slots=True)
class QuestionEvents:
    """The events that a question has to do with, drawn and listed."""

    strip: StripView
    rows: tuple[DatedEvent, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with its positions side by side, why they differ, and what to cite.

    ``adds_up`` where the answers add to each other and are no disagreement; ``answer`` is the answer in short.
    ``former_ids`` are ids of questions that were renamed to it or merged into it.
    """

    eyebrow: str
    title: str
    adds_up: bool
    answer: tuple[ProsePart, ...]
    positions_counted: str
    claims_counted: str
    known: KnownSteps | None
    evidence: EvidenceView | None
    charts: tuple[ChartView, ...]
    former_ids: tuple[str, ...]
    positions: tuple[PositionView, ...]
    gone: tuple[GonePosition, ...]
    why_they_differ: tuple[ProsePart, ...]
    about: tuple[RecordLink, ...]
    events: QuestionEvents | None
    sources: tuple[CitedSource, ...]
    mentions: Mentions | None
    notes: tuple[Note, ...]


def question_page(context: Context, question: Question) -> QuestionPage:
    """The view of the page of a question."""
    corpus, notes = context.corpus, context.notes()
    taken = corpus.positions(question)
    claims = list({claim.id: claim for one in taken for claim in (*one.claims, *one.rejecting)}.values())
    answer = context.prose(question.answer_in_short, notes) if question.answer_in_short else ()
    sources = corpus.sources_of(claims)
    positions = tuple(_position(context, question, place, taken, notes) for place in range(len(taken)))
    return QuestionPage(
        eyebrow=corpus.words.say("question.eyebrow", kind=corpus.words.say(f"question_kinds.{question.kind}")),
        title=question.title,
        adds_up=question.kind == "facets",
        answer=answer,
        positions_counted=corpus.words.say("question.positions_counted", count=len(taken)),
        claims_counted=corpus.words.counted("claim", len(claims)),
        known=known_steps(corpus.words, sources),
        evidence=evidence_view(context, evidence_of(corpus, question)),
        charts=chart_views(context, [claim for claim in claims if not claim.is_rejected]),
        former_ids=tuple(one.id for one in corpus.redirects.values() if one.to == question.id),
        positions=positions,
        gone=_gone(context, question),
        why_they_differ=context.prose(question.why_they_differ, notes),
        about=linked(context.links, question.about),
        events=_events(context, events_of_question(corpus, question)),
        sources=tuple(CitedSource(one.id, str(known_from(one) or ""), publication(context, one)) for one in sources),
        mentions=mentions_of(context, question.id),
        notes=notes.all(),
    )


def _position(
    context: Context, question: Question, place: int, every: Sequence[PositionClaims], notes: Notes
) -> PositionView:
    taken, before = every[place], {claim.id for one in every[:place] for claim in (*one.claims, *one.rejecting)}
    witnessing = [claim for claim in taken.claims if claim_standing(claim) in WITNESSING]
    independent = len(context.corpus.independent_sources(witnessing))
    words = context.words
    number = words.say(
        "question.extent",
        claims=words.counted("claim", len(taken.claims)),
        sources=words.counted("independent_source", independent),
    )
    label = context.prose(taken.position.label, notes)
    key = f"{question.id}#{taken.position.id}"
    moved = context.corpus.position_redirects.items
    former = tuple(one.position for one in moved if one.to == key and one.question == question.id)
    judged = position_standing(context.corpus, taken)
    standing, rejecting = standing_view(context, judged), claim_list(context, taken.rejecting)
    claims = claim_list(context, taken.claims)
    repeated = tuple(claim.id for claim in (*taken.claims, *taken.rejecting) if claim.id in before)
    return PositionView(
        id=taken.position.id,
        former_ids=former,
        label=label,
        counted=number,
        standing=standing,
        claims=claims,
        rejecting=rejecting,
        repeated=repeated,
    )


def _gone(context: Context, question: Question) -> tuple[GonePosition, ...]:
    """The positions of a question that were withdrawn, or stand on another question now."""
    own = (one for one in context.corpus.position_redirects.items if one.question == question.id)
    return tuple(
        _gone_position(context, one) for one in own if one.to is None or one.to.partition("#")[0] != question.id
    )


def _gone_position(context: Context, redirect: PositionRedirect) -> GonePosition:
    words = f"“{redirect.title}”" if redirect.title else redirect.position
    if redirect.to is None:
        return GonePosition(redirect.position, words, redirect.reason, redirect.why, Markup(), None)
    question, _, position = redirect.to.partition("#")
    link = context.links[question]
    address = safe_address(f"{link.address}#position-{position}")
    return GonePosition(redirect.position, words, redirect.reason, redirect.why, address, link)


def _events(context: Context, events: Sequence[Event]) -> QuestionEvents | None:
    strip = strip_view(context, events)
    return QuestionEvents(strip, event_rows(context, events)) if strip else None


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
