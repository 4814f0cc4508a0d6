"""Who holds what: every position on every question, by the sources whose claims take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.model.addresses import POSITIONS
from dossier.model.records import Claim, Position, Question, Source
from dossier.pages.render import Page, Pages

TITLE = "Who holds what"


@dataclass(frozen=True, slots=True)
class Row:
    """A position, and for each source, in the order of the columns, its claims that take it."""

    position: Position
    cells: tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A question with a row for each of its positions."""

    question: Question
    rows: tuple[Row, ...]


def matrix(corpus: Corpus, sources: Sequence[Source]) -> list[Block]:
    """All questions by title, and of each the positions as its own page orders them."""
    questions = sorted(corpus.of(Question), key=lambda one: one.title.casefold())
    return [Block(one, tuple(_row(taken, sources) for taken in corpus.positions(one))) for one in questions]


def _row(taken: PositionClaims, sources: Sequence[Source]) -> Row:
    own = {key: tuple(found) for key, found in groupby(sorted(taken.claims, key=_source), key=_source)}
    return Row(taken.position, tuple(own.get(source.id, ()) for source in sources))


def _source(claim: Claim) -> str:
    return claim.source


def positions_page(pages: Pages) -> Page:
    """The page of the matrix; sources stand in the order of their publication."""
    corpus = pages.corpus
    sources = corpus.sources_of(
        claim for question in corpus.of(Question) for taken in corpus.positions(question) for claim in taken.claims
    )
    content = pages.part("positions.html", POSITIONS, sources=sources, blocks=matrix(corpus, sources))
    description = "Every position on every question, side by side, with the sources that take it."
    return Page(POSITIONS, "picture", "positions", TITLE, "", description, content, ((TITLE, POSITIONS),))
