"""How firmly a statement stands: worked out from the claims that carry it and those that deny it, never written down.

It is judged for each source first, by the firmest of its claims, and then for all sources together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Source, Statement


class Standing(StrEnum):
    """How firmly a statement stands, the firmest first; ``CONTESTED`` only ever stands for several voices together."""

    ASSERTED = "asserted"
    SUGGESTED = "suggested"
    REPORTED = "reported"
    ALLEGED = "alleged"
    REJECTED = "rejected"
    CONTESTED = "contested"


FIRMNESS = (Standing.ASSERTED, Standing.SUGGESTED, Standing.REPORTED, Standing.ALLEGED, Standing.REJECTED)
WITNESSING = frozenset(FIRMNESS[:3])


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """How one source stands to a statement, and the claims in which it does so, in reading order."""

    source: Source
    standing: Standing
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StatementStanding:
    """How a statement stands, and who says so: sources in the order of publication.

    ``carried_by`` are those that assert, suggest, report or allege it; ``rejected_by`` those that pass it on and
    dispute it; ``denied_by`` those that deny it or pass on a denial.
    """

    standing: Standing
    carried_by: tuple[SourceStanding, ...]
    rejected_by: tuple[SourceStanding, ...]
    denied_by: tuple[SourceStanding, ...]

    @property
    def witnesses(self) -> tuple[Source, ...]:
        """The sources that assert, suggest or report it."""
        return tuple(one.source for one in self.carried_by if one.standing in WITNESSING)


def claim_standing(claim: Claim, about: Collection[str] = ()) -> Standing:
    """How firmly a claim carries a statement about the records of these ids."""
    if claim.certainty == "disputed-by-author":
        return Standing.REJECTED
    if claim.kind == "allegation" or (claim.kind == "denial" and claim.said_by in about):
        return Standing.ALLEGED
    if claim.said_by or claim.certainty == "reported":
        return Standing.REPORTED
    if claim.certainty == "hedged" or claim.kind == "forecast":
        return Standing.SUGGESTED
    return Standing.ASSERTED


def firmest(standings: Iterable[Standing]) -> Standing:
    """The firmest of these, of which there is at least one."""
    return min(standings, key=FIRMNESS.index)


def statement_standing(corpus: Corpus, statement: Statement, about: Collection[str] = ()) -> StatementStanding:
    """How a statement about the records of these ids stands. Raises ``KeyError`` where there is no such claim."""
    carrying = [corpus.claim(key) for key in statement.claims]
    denying = [corpus.claim(key) for key in statement.denied_by]
    return standing_of(corpus, carrying, denying, about)


def standing_of(
    corpus: Corpus, carrying: Iterable[Claim], denying: Iterable[Claim] = (), about: Collection[str] = ()
) -> StatementStanding:
    """How what some claims carry and others deny stands. Raises ``ValueError`` where no claim carries it."""
    judged = [(claim, claim_standing(claim, about)) for claim in corpus.by_publication(carrying)]
    denials = [
        (claim, standing)
        for claim in corpus.by_publication(denying)
        if (standing := claim_standing(claim)) != Standing.REJECTED
    ]
    sources = _by_source(corpus, judged)
    said = tuple(one for one in sources if one.standing != Standing.REJECTED)
    rejected = tuple(one for one in sources if one.standing == Standing.REJECTED)
    voices = {_voice(claim) for claim, standing in judged if standing != Standing.REJECTED}
    against = {_voice(claim) for claim, standing in judged if standing == Standing.REJECTED}
    against |= {_voice(claim) for claim, _ in denials}
    contested = any(one != other for one in voices for other in against)
    standing = Standing.CONTESTED if contested else firmest(one.standing for one in sources)
    return StatementStanding(standing, said, rejected, _by_source(corpus, denials))


def _voice(claim: Claim) -> tuple[str, str]:
    """Who speaks in a claim: the source, and in it the actor whose words it passes on, or the author."""
    return claim.source, claim.said_by or ""


def _by_source(corpus: Corpus, judged: Iterable[tuple[Claim, Standing]]) -> tuple[SourceStanding, ...]:
    groups: dict[str, list[tuple[Claim, Standing]]] = {}
    for claim, standing in judged:
        groups.setdefault(claim.source, []).append((claim, standing))
    return tuple(
        SourceStanding(corpus.source(key), firmest(one for _, one in told), tuple(claim for claim, _ in told))
        for key, told in groups.items()
    )
