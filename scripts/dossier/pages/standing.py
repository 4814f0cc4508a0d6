"""How a statement stands, as pages print it: a word for it, and who says so or speaks against it, by source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.corpus.standing import SourceStanding, Standing, StatementStanding, claim_standing, firmest, standing_of
from dossier.model.vocabulary import STANDINGS
from dossier.pages.context import Context
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note, Notes

# What a source does that stands otherwise to a statement than all together do.
DOES = {
    Standing.ASSERTED: "",
    Standing.SUGGESTED: "suggests it",
    Standing.REPORTED: "passes it on",
    Standing.ALLEGED: "passes on an allegation",
}


@dataclass(frozen=True, slots=True)
class SourceVoice:
    """A source, the actors whose words it passes on, and the claims in which it does so.

    ``does`` says what it does where it does not say so outright and stands otherwise than all together do.
    """

    source: RecordLink
    does: str
    speakers: tuple[RecordLink, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """How a statement stands: ``key`` is for programs and styles, ``words`` for readers."""

    key: str
    words: str
    said_by: tuple[SourceVoice, ...]
    rejected_by: tuple[SourceVoice, ...]
    denied_by: tuple[SourceVoice, ...]
    denials_rejected: tuple[SourceVoice, ...]

    @property
    def is_firm(self) -> bool:
        """Whether a source asserts it and nobody speaks against it."""
        return self.key == Standing.ASSERTED


def standing_view(context: Context, judged: StatementStanding, notes: Notes | None = None) -> StandingView:
    """How a statement stands; its claims are cited where there are ``notes`` to cite them in."""
    return StandingView(
        str(judged.standing),
        STANDINGS[str(judged.standing)],
        tuple(_voice(context, one, notes, _does(one.standing, judged.standing)) for one in judged.carried_by),
        *(
            tuple(_voice(context, one, notes, "") for one in sources)
            for sources in (judged.rejected_by, judged.denied_by, judged.denials_rejected)
        ),
    )


def _does(standing: Standing, whole: Standing) -> str:
    return "" if standing == whole else DOES[standing]


def _voice(context: Context, one: SourceStanding, notes: Notes | None, does: str) -> SourceVoice:
    # Where the author speaks, whom else the source passes on is no ground to think that it only passes it on.
    own_voice = any(not claim.said_by for claim in one.claims if claim_standing(claim) == one.standing)
    named = () if own_voice else dict.fromkeys(claim.said_by for claim in one.claims if claim.said_by)
    cited = notes.cite(claim.id for claim in one.claims) if notes else ()
    return SourceVoice(context.sources[one.source.id], does, linked(context.links, named), cited)


def position_standing(corpus: Corpus, taken: PositionClaims) -> StatementStanding:
    """How those who take a position stand to it: that another source rejects it is said beside it, of each alike."""
    judged = standing_of(corpus, (*taken.claims, *taken.rejecting))
    if not judged.carried_by:
        return judged
    return replace(judged, standing=firmest(one.standing for one in judged.carried_by))
