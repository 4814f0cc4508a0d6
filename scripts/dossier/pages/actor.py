"""The page of an actor."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.corpus.evidence import evidence_of
from dossier.corpus.relations import relations_of
from dossier.corpus.themes import SAID, claims_by
from dossier.model.records import Actor
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.evidence import EvidenceView, evidence_view
from dossier.pages.neighbourhood import NeighbourhoodView, neighbourhood_view
from dossier.pages.notes import Note
from dossier.pages.numbers import FiguresOf, actor_numbers
from dossier.pages.prose import ProsePart
from dossier.pages.record_lists import Lists, has_list, lists_of
from dossier.pages.relations import Relations, relation_views
from dossier.pages.sections import (
    ClaimsAbout,
    DatedEvent,
    Mentions,
    Names,
    NameView,
    QuestionRow,
    claim_list,
    claims_about,
    event_rows,
    mentions_of,
    names_of,
    native_name,
    questions_about,
)
from dossier.pages.strip import StripView, strip_view


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor: what it is, its relations and who says so, its events, what there is to read on it, and its names.

    ``lists`` are its long lists, which stand on pages of their own and are left out here: claims about it with the
    questions, claims by it, and mentions.
    """

    eyebrow: str
    title: str
    native: NameView | None
    summary: tuple[ProsePart, ...]
    relations: Relations | None
    neighbourhood: NeighbourhoodView | None
    strip: StripView | None
    strip_words: str
    events: tuple[DatedEvent, ...]
    numbers: tuple[FiguresOf, ...]
    questions: tuple[QuestionRow, ...]
    said: tuple[ClaimView, ...]
    claims: ClaimsAbout | None
    mentions: Mentions | None
    lists: Lists | None
    names: Names
    evidence: EvidenceView | None
    notes: tuple[Note, ...]


def actor_page(context: Context, actor: Actor) -> ActorPage:
    """The view of the page of an actor."""
    corpus, notes = context.corpus, context.notes()
    summary = context.prose(actor.summary, notes) if actor.summary else ()
    found = relations_of(corpus, actor)
    events = corpus.events_of(actor.id)
    lists = lists_of(context, actor)
    by_theme = lists is not None and bool(lists.themes)
    return ActorPage(
        eyebrow=corpus.types.actors[actor.type].one,
        title=actor.heading,
        native=native_name(actor),
        summary=summary,
        relations=relation_views(context, actor, found) if found else None,
        neighbourhood=neighbourhood_view(context, actor) if found else None,
        strip=strip_view(context, events),
        strip_words=context.words.say("actor.events_of", actor=actor.heading),
        events=event_rows(context, events),
        numbers=actor_numbers(context, actor.id),
        questions=() if by_theme else questions_about(context, actor.id),
        said=() if has_list(lists, SAID) else claim_list(context, claims_by(corpus, actor.id)),
        claims=claims_about(context, actor.id),
        mentions=mentions_of(context, actor.id),
        lists=lists,
        names=names_of(context, actor),
        evidence=evidence_view(context, evidence_of(corpus, actor), lists_what=not by_theme),
        notes=notes.all(),
    )
