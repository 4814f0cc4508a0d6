"""How firmly a statement stands: worked out from the claims that carry it and those that deny it, never written down.

It is judged for each source first, by the firmest of its claims, and then for all sources together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.firmness import FIRMNESS, WITNESSING, Standing, claim_standing, firmest, least_firm
from dossier.corpus.known_by import known_from
from dossier.model.records import Claim, Source, Statement

__all__ = [
    "FIRMNESS",
    "WITNESSING",
    "SourceStanding",
    "Standing",
    "StatementStanding",
    "claim_standing",
    "firmest",
    "least_firm",
    "standing_of",
    "standings_by_day",
    "standings_of_days",
    "statement_standing",
]


# A claim and how firmly it carries a statement, or denies it.
Judged = tuple[Claim, Standing]


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
    dispute it; ``denied_by`` those that deny it or pass on a denial; ``denials_rejected`` those that pass on a denial
    and dispute that.
    """

    standing: Standing
    carried_by: tuple[SourceStanding, ...]
    rejected_by: tuple[SourceStanding, ...]
    denied_by: tuple[SourceStanding, ...]
    denials_rejected: tuple[SourceStanding, ...] = ()

    @property
    def witnesses(self) -> tuple[Source, ...]:
        """The sources that assert, suggest or report it."""
        return tuple(one.source for one in self.carried_by if one.standing in WITNESSING)


def statement_standing(
    corpus: Corpus, statement: Statement, about: Collection[str] = (), speakers: Collection[str] = ()
) -> StatementStanding:
    """How a statement about the records of these ids stands, or one that ``speakers`` said something.

    Raises ``KeyError`` where there is no such claim.
    """
    carrying = [corpus.claim(key) for key in statement.claims]
    denying = [corpus.claim(key) for key in statement.denied_by]
    return standing_of(corpus, carrying, denying, about, speakers)


def standing_of(
    corpus: Corpus,
    carrying: Iterable[Claim],
    denying: Iterable[Claim] = (),
    about: Collection[str] = (),
    speakers: Collection[str] = (),
) -> StatementStanding:
    """How what some claims carry and others deny stands. Raises ``ValueError`` where no claim carries it."""
    judged = [(claim, claim_standing(claim, about, speakers)) for claim in corpus.by_publication(carrying)]
    against_it = [(claim, claim_standing(claim)) for claim in corpus.by_publication(denying)]
    sources = _by_source(corpus, judged)
    said = tuple(one for one in sources if one.standing != Standing.REJECTED)
    rejected = tuple(one for one in sources if one.standing == Standing.REJECTED)
    denials = [one for one in against_it if one[1] != Standing.REJECTED]
    disputed = [one for one in against_it if one[1] == Standing.REJECTED]
    contested = _is_contested(judged, denials)
    standing = Standing.CONTESTED if contested else firmest(one.standing for one in sources)
    return StatementStanding(standing, said, rejected, _by_source(corpus, denials), _by_source(corpus, disputed))


def _is_contested(judged: Sequence[Judged], denials: Sequence[Judged]) -> bool:
    """Whether one voice says what another one rejects or denies."""
    against = {_voice(claim) for claim, standing in judged if standing == Standing.REJECTED}
    against |= {_voice(claim) for claim, _ in denials}
    if not against:
        return False
    voices = {_voice(claim) for claim, standing in judged if standing != Standing.REJECTED}
    return any(one != other for one in voices for other in against)


def standings_by_day(
    corpus: Corpus, statement: Statement, about: Collection[str] = (), speakers: Collection[str] = ()
) -> tuple[tuple[date | None, Standing], ...]:
    """The days from which the statement stands in another way, for more sources are known; ``None`` is always.

    Before the first of them nobody is known who carries it.
    """
    carrying, denying = ([corpus.claim(key) for key in keys] for keys in (statement.claims, statement.denied_by))
    return standings_of_days(corpus, carrying, denying, about, speakers)


def standings_of_days(
    corpus: Corpus,
    carrying: Sequence[Claim],
    denying: Sequence[Claim] = (),
    about: Collection[str] = (),
    speakers: Collection[str] = (),
) -> tuple[tuple[date | None, Standing], ...]:
    """The same of what some claims carry and others deny."""
    since = {claim.id: known_from(corpus.source(claim.source)) or date.min for claim in (*carrying, *denying)}
    found: list[tuple[date | None, Standing]] = []
    for day in sorted(set(since.values())):
        said = [claim for claim in carrying if since[claim.id] <= day]
        against = [claim for claim in denying if since[claim.id] <= day]
        if not said:
            continue
        standing = standing_of(corpus, said, against, about, speakers).standing
        if not found or found[-1][1] != standing:
            found.append((None if day == date.min else day, standing))
    return tuple(found)


def _voice(claim: Claim) -> tuple[str, str]:
    """Who speaks in a claim: the source, and in it the actor whose words it passes on, or the author."""
    return claim.source, claim.said_by or ""


def _by_source(corpus: Corpus, judged: Iterable[Judged]) -> tuple[SourceStanding, ...]:
    groups: dict[str, list[Judged]] = {}
    for claim, standing in judged:
        groups.setdefault(claim.source, []).append((claim, standing))
    return tuple(
        SourceStanding(corpus.source(key), firmest(one for _, one in told), tuple(claim for claim, _ in told))
        for key, told in groups.items()
    )
