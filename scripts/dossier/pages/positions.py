"""Who holds what: every position on every question, by the sources whose claims take it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import PositionClaims
from dossier.model.addresses import position_url
from dossier.model.records import Claim, Question, Source
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.templating import safe_address
from dossier.text.sorting import name_key


@dataclass(frozen=True, slots=True)
class PositionCell:
    """The claims of one source that take a position, and those that pass it on and dispute it."""

    source: str
    claims: tuple[ClaimView, ...]
    rejecting: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position, and a cell for each source in the order of the columns."""

    label: str
    address: Markup
    cells: tuple[PositionCell, ...]


@dataclass(frozen=True, slots=True)
class QuestionRows:
    """A question with a row for each of its positions."""

    link: RecordLink
    rows: tuple[PositionRow, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """All questions by title, and the sources whose claims answer one, oldest first."""

    sources: tuple[RecordLink, ...]
    questions: tuple[QuestionRows, ...]


def positions_view(context: Context) -> Positions:
    """The view of the page of all positions."""
    corpus = context.corpus
    questions = sorted(corpus.of(Question), key=lambda one: name_key(one.title))
    taken = {one.id: corpus.positions(one) for one in questions}
    sources = corpus.sources_of(
        claim for own in taken.values() for one in own for claim in (*one.claims, *one.rejecting)
    )
    rows = (
        QuestionRows(context.links[one.id], tuple(_row(context, one, each, sources) for each in taken[one.id]))
        for one in questions
    )
    return Positions(tuple(context.sources[one.id] for one in sources), tuple(rows))


def _row(context: Context, question: Question, taken: PositionClaims, sources: Sequence[Source]) -> PositionRow:
    cells = (
        PositionCell(one.label, _views(context, taken.claims, one), _views(context, taken.rejecting, one))
        for one in sources
    )
    label = context.plain(taken.position.label)
    return PositionRow(label, safe_address(position_url(question, taken.position)), tuple(cells))


def _views(context: Context, claims: Iterable[Claim], source: Source) -> tuple[ClaimView, ...]:
    return tuple(context.claims[claim.id] for claim in claims if claim.source == source.id)
