"""What readers can narrow the list of all claims by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Claim, Event
from dossier.model.vocabulary import CERTAINTIES, CLAIM_KINDS
from dossier.pages.choices import NO_YEAR, Menu, menu_of, with_outer, years_within
from dossier.pages.context import Context
from dossier.text.edtf import Edtf

# Stands for who says what the author of a source says in their own voice.
AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class ClaimMarks:
    """What tells filters which claim a part of a page shows; ids and years are parted by blanks."""

    kind: str
    certainty: str
    speaker: str
    source: str
    actors: str
    places: str
    years: str


def claim_marks(context: Context, claims: Iterable[Claim]) -> dict[str, ClaimMarks]:
    """The marks of claims by their ids."""
    corpus, claims = context.corpus, list(claims)
    years = years_within({one.id: dates_of(corpus, one) for one in claims})
    return {
        one.id: ClaimMarks(
            one.kind,
            one.certainty,
            one.said_by or AUTHOR,
            one.source,
            " ".join(key for key in one.about if isinstance(corpus.records[key], Actor)),
            " ".join(with_outer(corpus, one.about)),
            " ".join(years[one.id]),
        )
        for one in claims
    }


def dates_of(corpus: Corpus, claim: Claim) -> list[Edtf]:
    """The date that a claim gives; of one that gives none, those of the events that it is about, by any source."""
    value = claim.value
    own = value and (value.when or value.as_of)
    if own:
        return [own]
    about = (corpus.records[key] for key in claim.about)
    return [one.when for event in about if isinstance(event, Event) for one in event.dated]


def claim_menus(context: Context, marks: Iterable[ClaimMarks]) -> tuple[Menu, ...]:
    """Menus of what occurs in the marks of claims."""
    name, marks = context.corpus.name_of, list(marks)
    kind = menu_of("kind", "All kinds", ((one.kind,) for one in marks), CLAIM_KINDS.__getitem__)
    firmness = (((one.certainty,) for one in marks), _firmness, "How the source says it")
    speakers = (((one.speaker,) for one in marks), lambda key: _speaker(context, key), "Said by")
    return (
        _in_order(kind, tuple(CLAIM_KINDS)),
        _in_order(menu_of("certainty", "However firmly", *firmness), tuple(CERTAINTIES)),
        menu_of("source", "All sources", ((one.source,) for one in marks), lambda key: str(context.sources[key].words)),
        _in_order(menu_of("speaker", "Anybody", *speakers), (AUTHOR,)),
        menu_of("actor", "All actors", (one.actors.split() for one in marks), name, "About the actor"),
        menu_of("place", "All places", (one.places.split() for one in marks), name, "About the place"),
        menu_of("year", "All years", (one.years.split() for one in marks), _year, "Year it speaks of"),
    )


def _in_order(menu: Menu, first: Sequence[str]) -> Menu:
    """The menu with these values first, in their order, and the others as they stood."""
    place = {value: number for number, value in enumerate(first)}
    return replace(menu, options=tuple(sorted(menu.options, key=lambda one: place.get(one.value, len(place)))))


def _firmness(certainty: str) -> str:
    words = CERTAINTIES[certainty]
    return words[0].upper() + words[1:]


def _speaker(context: Context, key: str) -> str:
    return "The authors themselves" if key == AUTHOR else context.corpus.name_of(key)


def _year(year: str) -> str:
    return "Without a year" if year == NO_YEAR else year
