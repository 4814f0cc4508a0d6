"""What sources answer to a question as a table: positions by sources, a word in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from markupsafe import Markup

from dossier.corpus.comparison import QuestionAnswers, SourceAnswer
from dossier.model.addresses import position_url
from dossier.model.records import Position, Question, Source
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.sections import claim_list
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What a source does with a position: ``key`` is for styles, ``words`` for readers.

    ``address`` leads to the claim, or to the position where there are several; ``ids`` are those of the claims.
    """

    key: str
    words: str
    address: Markup
    ids: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """What a source does with a position: nothing, one thing, or two."""

    source: RecordLink
    answers: tuple[CellAnswer, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A position under its letter, and a cell for each source; ``None`` for one that is silent on the question."""

    letter: str
    label: str
    address: Markup
    cells: tuple[AnswerCell | None, ...]


@dataclass(frozen=True, slots=True)
class AnswerBlock:
    """A question with a row for each position, and the sources that are silent on it."""

    link: RecordLink
    rows: tuple[AnswerRow, ...]
    silent: tuple[RecordLink, ...]


def answer_block(
    context: Context, given: QuestionAnswers, sources: Sequence[Source], *, spoken_of: bool = False
) -> AnswerBlock:
    """A question by these sources; only the positions that one of them speaks of, where that is asked."""
    rows = (
        answer_row(context, given, place, sources)
        for place, taken in enumerate(given.positions)
        if not spoken_of or any(one.source in sources for one in given.to(taken.position.id))
    )
    silent = tuple(context.sources[one.id] for one in sources if one.id not in given.answers)
    return AnswerBlock(context.links[given.question.id], tuple(rows), silent)


def answer_row(context: Context, given: QuestionAnswers, place: int, sources: Iterable[Source]) -> AnswerRow:
    """The position of a question at a place by these sources."""
    position = given.positions[place].position
    cells = (
        AnswerCell(context.sources[one.id], cell_answers(context, given, position, one))
        if one.id in given.answers
        else None
        for one in sources
    )
    address = safe_address(position_url(given.question, position))
    return AnswerRow(letter_of(place), context.plain(position.label), address, tuple(cells))


def cell_answers(
    context: Context, given: QuestionAnswers, position: Position, source: Source
) -> tuple[CellAnswer, ...]:
    """What a source does with a position, in a word each."""
    own = (one for one in given.answers.get(source.id, ()) if one.position.id == position.id)
    return tuple(_cell_answer(context, given.question, one) for one in own)


def _cell_answer(context: Context, question: Question, one: SourceAnswer) -> CellAnswer:
    claims = claim_list(context, one.claims)
    address = claims[0].address if len(claims) == 1 else safe_address(position_url(question, one.position))
    return CellAnswer(
        str(one.does), context.words.say(f"does.{one.does}"), address, " ".join(claim.id for claim in claims), claims
    )


def letter_of(place: int) -> str:
    """The letter of a position: ``A`` for the first, ``AA`` after ``Z``."""
    rounds, rest = divmod(place, len(ascii_uppercase))
    return (letter_of(rounds - 1) if rounds else "") + ascii_uppercase[rest]
