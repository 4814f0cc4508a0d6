"""What readers can narrow the list of all claims by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Claim, Event
from dossier.model.vocabulary import CERTAINTIES, CLAIM_KINDS
from dossier.pages.choices import NO_YEAR, Menu, menu_of, with_outer, years_within
from dossier.pages.claims import sureness
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
    name, say, marks = context.corpus.name_of, context.words.say, list(marks)
    kind = menu_of(
        say,
        "kind",
        say("claim_choices.all_kinds"),
        ((one.kind,) for one in marks),
        lambda key: say(f"claim_kinds.{key}"),
    )
    firmness = (
        ((one.certainty,) for one in marks),
        lambda key: _firmness(context, key),
        say("claim_choices.how_firmly"),
    )
    speakers = (((one.speaker,) for one in marks), lambda key: _speaker(context, key), say("claim_choices.said_by"))
    return (
        _in_order(kind, tuple(CLAIM_KINDS)),
        _in_order(menu_of(say, "certainty", say("claim_choices.however_firmly"), *firmness), tuple(CERTAINTIES)),
        menu_of(
            say,
            "source",
            say("claim_choices.all_sources"),
            ((one.source,) for one in marks),
            lambda key: str(context.sources[key].words),
        ),
        _in_order(menu_of(say, "speaker", say("claim_choices.anybody"), *speakers), (AUTHOR,)),
        menu_of(
            say,
            "actor",
            say("claim_choices.all_actors"),
            (one.actors.split() for one in marks),
            name,
            say("claim_choices.about_actor"),
        ),
        menu_of(
            say,
            "place",
            say("claim_choices.all_places"),
            (one.places.split() for one in marks),
            name,
            say("claim_choices.about_place"),
        ),
        menu_of(
            say,
            "year",
            say("claim_choices.all_years"),
            (one.years.split() for one in marks),
            lambda key: _year(context, key),
            say("claim_choices.year"),
        ),
    )


def _in_order(menu: Menu, first: Sequence[str]) -> Menu:
    """The menu with these values first, in their order, and the others as they stood."""
    place = {value: number for number, value in enumerate(first)}
    return replace(menu, options=tuple(sorted(menu.options, key=lambda one: place.get(one.value, len(place)))))


def _firmness(context: Context, certainty: str) -> str:
    words = sureness(context.words, certainty)
    return words[0].upper() + words[1:]


def _speaker(context: Context, key: str) -> str:
    return context.words.say("claim_choices.authors") if key == AUTHOR else context.corpus.name_of(key)


def _year(context: Context, year: str) -> str:
    return context.words.say("claim_choices.without_year") if year == NO_YEAR else year
