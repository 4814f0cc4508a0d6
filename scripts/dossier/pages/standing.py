"""How a statement stands, as pages print it: a word for it, and who says so or speaks against it, by source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.corpus.corpus import Corpus, PositionClaims
from dossier.corpus.indexes import gathered
from dossier.corpus.standing import SourceStanding, Standing, StatementStanding, claim_standing, firmest, standing_of
from dossier.model.words import Words
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.links import RecordLink, linked
from dossier.pages.notes import Note, Notes
from dossier.text.direction import isolated

# What a source does that stands otherwise to a statement than all together do.
DOES = frozenset({Standing.SUGGESTED, Standing.REPORTED, Standing.ALLEGED})


@dataclass(frozen=True, slots=True)
class Told:
    """A link under a paragraph of a source, the first under the name of the source too.

    It leads to the claim that is made there, or to the paragraph where it makes several.
    """

    address: Markup
    words: str


@dataclass(frozen=True, slots=True)
class SourceVoice:
    """A source, the actors whose words it passes on, and the claims in which it does so; ``notes`` cite them, if asked.

    ``does`` says what it does where it does not say so outright and stands otherwise than all together do.
    """

    source: RecordLink
    does: str
    speakers: tuple[RecordLink, ...]
    told: tuple[Told, ...]
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
        context.words.say(f"standings.{judged.standing}"),
        tuple(
            _voice(context, one, notes, _does(context.words, one.standing, judged.standing))
            for one in judged.carried_by
        ),
        *(
            tuple(_voice(context, one, notes, "") for one in sources)
            for sources in (judged.rejected_by, judged.denied_by, judged.denials_rejected)
        ),
    )


def _does(words: Words, standing: Standing, whole: Standing) -> str:
    return words.say(f"standing.{standing}") if standing in DOES and standing != whole else ""


def _voice(context: Context, one: SourceStanding, notes: Notes | None, does: str) -> SourceVoice:
    # Where the author speaks, whom else the source passes on is no ground to think that it only passes it on.
    own_voice = any(not claim.said_by for claim in one.claims if claim_standing(claim) == one.standing)
    named = () if own_voice else dict.fromkeys(claim.said_by for claim in one.claims if claim.said_by)
    cited = notes.cite(claim.id for claim in one.claims) if notes else ()
    told = _told(context.sources[one.source.id], [context.claims[claim.id] for claim in one.claims])
    return SourceVoice(context.sources[one.source.id], does, linked(context.links, named), told, cited)


def _told(source: RecordLink, claims: Sequence[ClaimView]) -> tuple[Told, ...]:
    places = gathered((claim.locators[0], claim) for claim in claims)
    name = f"{isolated(source.words)}\N{NO-BREAK SPACE}"
    return tuple(
        Told(
            made[0].address if len(made) == 1 else place.address,
            f"{'' if number else name}¶\N{NO-BREAK SPACE}{place.number}",
        )
        for number, (place, made) in enumerate(places.items())
    )


def position_standing(corpus: Corpus, taken: PositionClaims) -> StatementStanding:
    """How those who take a position stand to it: that another source rejects it is said beside it, of each alike."""
    judged = standing_of(corpus, (*taken.claims, *taken.rejecting))
    if not judged.carried_by:
        return judged
    return replace(judged, standing=firmest(one.standing for one in judged.carried_by))
