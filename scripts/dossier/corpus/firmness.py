"""How firmly one claim carries a statement: the levels, their order, and how they are told from a claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from dossier.model.records import Claim


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


def claim_standing(claim: Claim, about: Collection[str] = (), speakers: Collection[str] = ()) -> Standing:
    """How firmly a claim carries a statement about the records of these ids.

    Where the statement is that somebody said something, ``speakers`` are who: a source that passes that on asserts it,
    whatever it thinks of what was said.
    """
    if claim.said_by in speakers:
        return Standing.ASSERTED
    if claim.certainty == "disputed-by-author":
        return Standing.REJECTED
    if claim.kind == "allegation" or (claim.kind == "denial" and claim.said_by in about):
        return Standing.ALLEGED
    if claim.said_by or claim.certainty == "reported":
        return Standing.REPORTED
    if claim.certainty == "hedged" or claim.kind == "forecast":
        return Standing.SUGGESTED
    return Standing.ASSERTED


def least_firm(standings: Iterable[Standing]) -> Standing:
    """The least firm of these, of which there is at least one; what is contested is less firm than what is alleged."""
    return max(standings, key=(*FIRMNESS[:4], Standing.CONTESTED, Standing.REJECTED).index)


def firmest(standings: Iterable[Standing]) -> Standing:
    """The firmest of these, of which there is at least one."""
    return min(standings, key=FIRMNESS.index)
