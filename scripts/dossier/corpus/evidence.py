"""On what a page rests: how many sources, how many of them independent, how new, and what rests on one source alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.corpus.corpus import Corpus
from dossier.corpus.relations import ActorRelation, relations_of
from dossier.corpus.standing import Standing, claim_standing, firmest
from dossier.model.addresses import position_url, url_for
from dossier.model.records import Actor, Claim, Question, Source
from dossier.reading.markdown_file import Document, pieces, sentences
from dossier.text.edtf import Edtf
from dossier.text.marked_text import shortened
from dossier.text.marks import Mark, find_marks

LONGEST_SENTENCE = 90

What = Literal["sentence", "position", "relation", "claim"]


@dataclass(frozen=True, slots=True)
class Alone:
    """Something that rests on one source alone: in a few words, and its address from the site's root.

    The address of what stands on the page itself is only a fragment.
    """

    words: str
    address: str
    source: Source


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many sentences, positions, relations or claims, those that rest on one source; by source, oldest first."""

    what: What
    total: int
    alone: tuple[tuple[Source, tuple[Alone, ...]], ...]

    @property
    def number(self) -> int:
        """How many rest on one source."""
        return sum(len(found) for _, found in self.alone)


@dataclass(frozen=True, slots=True)
class LatestFigure:
    """The latest date to which a figure refers, and the source that gives it."""

    as_of: Edtf
    source: Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page rests on. Sources are in the order of publication, ``newest`` is the last of those that are dated."""

    sources: tuple[Source, ...]
    independent: tuple[Source, ...]
    newest: Source | None
    figure: LatestFigure | None
    shares: tuple[Share, ...]


def evidence_of(corpus: Corpus, what: Actor | Question | Document) -> Evidence:
    """The evidence of a page."""
    match what:
        case Actor():
            return of_actor(corpus, what)
        case Question():
            return of_question(corpus, what)
        case Document():
            return of_document(corpus, what)


def of_document(corpus: Corpus, document: Document) -> Evidence:
    """The evidence of a page of prose: each sentence by the sources that it cites."""
    cited = [(one, [corpus.claim(key) for key in one.keys]) for one in statements(document)]
    alone = (
        Alone(_words(corpus, one.text), f"#{one.id}", source)
        for one, claims in cited
        if (source := only_source(corpus, claims))
    )
    share = _share(corpus, "sentence", len(cited), alone)
    return _evidence(corpus, [claim for _, claims in cited for claim in claims], [share])


def of_question(corpus: Corpus, question: Question) -> Evidence:
    """The evidence of a question: each position by the sources whose claims take it."""
    positions = [taken for taken in corpus.positions(question) if taken.claims]
    alone = (
        Alone(
            corpus.plain(taken.position.label),
            f"#{position_url(question, taken.position).partition('#')[2]}",
            source,
        )
        for taken in positions
        if (source := only_source(corpus, taken.claims))
    )
    share = _share(corpus, "position", len(positions), alone)
    return _evidence(corpus, [claim for taken in positions for claim in taken.claims], [share])


def of_actor(corpus: Corpus, actor: Actor) -> Evidence:
    """The evidence of an actor: its relations by the sources that tell of them, and the claims about it.

    A claim is one source's alone where it ``stands_alone``, and is listed under the source that makes it.
    """
    about = corpus.claims_about(actor.id)
    told = _relations(corpus, actor)
    said = corpus.referring(actor.id, "said_by", Claim)
    relations = (
        Alone(words, url_for(claims[0]), source) for words, claims in told if (source := only_source(corpus, claims))
    )
    claims = (
        Alone(claim.id.rpartition("-c")[2], f"#{claim.id}", corpus.source(claim.source))
        for claim in about
        if stands_alone(corpus, claim)
    )
    shares = [_share(corpus, "relation", len(told), relations), _share(corpus, "claim", len(about), claims)]
    return _evidence(corpus, [*about, *said, *(claim for _, found in told for claim in found)], shares)


def only_source(corpus: Corpus, claims: Iterable[Claim]) -> Source | None:
    """The one source on which the claims rest, if it is one: sources that are not independent of it do not count."""
    claims = list(claims)
    witnesses = corpus.independent_sources(claims) or corpus.sources_of(claims)[:1]
    return witnesses[0] if len(witnesses) == 1 else None


def stands_alone(corpus: Corpus, claim: Claim) -> bool:
    """Whether no claim of an independent source supports or repeats it, is so by it, or takes the same position."""
    linked = [*corpus.both_ways(claim, "supports"), *corpus.both_ways(claim, "repeats")]
    alike = [
        other
        for answer in claim.answers
        for other in corpus.referring(answer.question, "answers", Claim)
        if answer in other.answers
    ]
    return only_source(corpus, {one.id: one for one in (claim, *linked, *alike)}.values()) is not None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its marks, the claims that it cites, and the id of its first citation on the page."""

    text: str
    keys: tuple[str, ...]
    id: str


def statements(document: Document) -> Iterator[Statement]:
    """The sentences of a page of prose, rows of tables and items of lists among them, that cite claims."""
    for block in document.blocks:
        citations = deque(mark for mark in block.marks if mark.is_citation)
        for text in (one for piece in pieces(block) for one in sentences(piece)) if block.level <= 0 else ():
            if cited := _taken(citations, text):
                yield Statement(text, tuple(key for mark in cited for key in mark.keys), cited[0].id)


def _taken(citations: deque[Mark], text: str) -> list[Mark]:
    """The citations of a sentence, taken from those that its block still has."""
    found = (mark.keys for mark in find_marks(text) if isinstance(mark, Mark) and mark.is_citation)
    return [citations.popleft() for keys in found if citations and citations[0].keys == keys]


def _words(corpus: Corpus, text: str) -> str:
    return shortened(corpus.plain(text), LONGEST_SENTENCE)


def _relations(corpus: Corpus, actor: Actor) -> list[tuple[str, list[Claim]]]:
    """What an actor is to others and they to it, in words, with the claims that say so.

    What holds for several periods is one relation here; what no claim says is none.
    """
    told: dict[tuple[str, bool, str], list[ActorRelation]] = {}
    for one in relations_of(corpus, actor):
        is_own = one.holder.id == actor.id
        other = one.to if is_own else one.holder
        told.setdefault((one.relation.type, is_own, other.heading), []).append(one)
    found = ((heading, alike, _carrying(corpus, alike)) for (_, _, heading), alike in told.items())
    return [
        (f"{_words_of_all(alike, actor)} {heading}{_doubt(claims)}", claims)
        for heading, alike, claims in found
        if claims
    ]


def _words_of_all(alike: list[ActorRelation], actor: Actor) -> str:
    """What stands between two actors: in the past where none of their relations of a type lasts."""
    return next((one for one in alike if not one.is_past), alike[0]).words_from(actor.id)


def _carrying(corpus: Corpus, alike: list[ActorRelation]) -> list[Claim]:
    claims = (corpus.claim(key) for one in alike for key in one.relation.claims)
    return [claim for claim in claims if not claim.is_rejected]


def _doubt(claims: Iterable[Claim]) -> str:
    """How what claims say of a relation stands, where nobody asserts it."""
    standing = firmest(claim_standing(claim) for claim in claims)
    return "" if standing == Standing.ASSERTED else f" ({standing})"


def _share(corpus: Corpus, what: What, total: int, alone: Iterable[Alone]) -> Share:
    by_source: dict[str, list[Alone]] = {}
    for one in alone:
        by_source.setdefault(one.source.id, []).append(one)
    ordered = corpus.oldest_first(map(corpus.source, by_source))
    return Share(what, total, tuple((source, tuple(by_source[source.id])) for source in ordered))


def _evidence(corpus: Corpus, claims: Iterable[Claim], shares: Iterable[Share]) -> Evidence:
    claims = list({claim.id: claim for claim in claims}.values())
    sources = corpus.sources_of(claims)
    dated = [source for source in sources if source.issued]
    counted = [(claim, as_of) for claim in claims if claim.value and (as_of := claim.value.as_of)]
    latest = max(counted, key=lambda one: (one[1].sort_key, one[0].id), default=None)
    return Evidence(
        tuple(sources),
        tuple(corpus.independent_sources(claims)),
        dated[-1] if dated else None,
        LatestFigure(latest[1], corpus.source(latest[0].source)) if latest else None,
        tuple(share for share in shares if share.total),
    )
