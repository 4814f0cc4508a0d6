"""How a statement stands, as pages print it: a word for it, and who says so or speaks against it, by source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.corpus.standing import SourceStanding, Standing, StatementStanding, firmest, standing_of
from dossier.model.vocabulary import STANDINGS
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.notes import Note, Notes

# What a source does that carries a statement so, before the speakers whose words it passes on.
DOES = {
    Standing.ASSERTED: "",
    Standing.SUGGESTED: "suggests it",
    Standing.REPORTED: "passes it on",
    Standing.ALLEGED: "passes on an allegation",
    Standing.REJECTED: "passes it on and disputes it",
}


@dataclass(frozen=True, slots=True)
class SourceVoice:
    """A source, what it does, the actors whose words it passes on, and the claims in which it does so.

    ``does`` is empty where it says so outright.
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
        _voices(context, judged.carried_by, notes),
        _voices(context, judged.rejected_by, notes),
        _voices(context, judged.denied_by, notes, passes="passes on a denial"),
        _voices(context, judged.denials_rejected, notes, passes="passes on a denial and disputes that"),
    )


def _voices(
    context: Context, sources: Iterable[SourceStanding], notes: Notes | None, passes: str = ""
) -> tuple[SourceVoice, ...]:
    return tuple(_voice(context, one, notes, passes) for one in sources)


def _voice(context: Context, one: SourceStanding, notes: Notes | None, passes: str) -> SourceVoice:
    own_voice = one.standing in (Standing.ASSERTED, Standing.SUGGESTED)
    named = dict.fromkeys(claim.said_by for claim in one.claims if claim.said_by)
    # Where the author speaks, whom else the source passes on is no ground to think that it only passes it on.
    speakers = () if own_voice and not passes else tuple(context.links[key] for key in named)
    words = (passes if speakers else "") or DOES[one.standing]
    cited = notes.cite(claim.id for claim in one.claims) if notes else ()
    return SourceVoice(context.sources[one.source.id], words, speakers, cited)


def position_standing(corpus: Corpus, taken: PositionClaims) -> StatementStanding:
    """How those who take a position stand to it: that another source rejects it is said beside it, of each alike."""
    judged = standing_of(corpus, (*taken.claims, *taken.rejecting))
    if not judged.carried_by:
        return judged
    return replace(judged, standing=firmest(one.standing for one in judged.carried_by))
