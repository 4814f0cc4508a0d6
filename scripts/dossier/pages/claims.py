"""Claims as pages show them: each made once, for it stands on many pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import known_from
from dossier.model.records import Claim, Value
from dossier.model.words import Words
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import Locator, RecordLink, locators
from dossier.text.numbers import number_in

# Numbers that take “of” before what is counted.
COLLECTIVES = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
# And those that stand before it as they are, besides the small numbers.
NUMBERS = frozenset({"dozen", "hundred", "thousand", "million"})


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with who says it, where, and how firmly.

    ``sureness`` tells its kind, and how firmly it is made where that is not outright; ``firmly`` always tells both.
    ``number`` is its number among those of its source, ``where`` are its paragraphs and ``quantity`` its figure in
    words, ``published`` the ISO day from which its source is surely known; each is empty where there is none.
    """

    id: str
    number: str
    address: Markup
    text: str
    source: RecordLink
    speaker: RecordLink | None
    locators: tuple[Locator, ...]
    where: str
    sureness: str
    firmly: str
    quantity: str
    date: DateView | None
    as_of: DateView | None
    issued: DateView | None
    published: str


def claim_views(
    corpus: Corpus, links: Mapping[str, RecordLink], sources: Mapping[str, RecordLink]
) -> dict[str, ClaimView]:
    """Every claim by its id. ``links`` are those of records, ``sources`` those of sources under their labels."""
    issued = {key: corpus.source(key).issued for key in sources}
    dates = {key: date_view(corpus.words, when) if when else None for key, when in issued.items()}
    published = {key: str(known_from(corpus.source(key)) or "") for key in sources}

    def view(claim: Claim) -> ClaimView:
        value, source = claim.value, claim.source
        numbers = [str(number) for number in claim.paragraphs]
        kind = corpus.words.say(f"claim_kinds.{claim.kind}")
        return ClaimView(
            id=claim.id,
            number=claim.id.rpartition("-c")[2],
            address=links[claim.id].address,
            text=claim.text,
            source=sources[source],
            speaker=links[claim.said_by] if claim.said_by else None,
            locators=locators(source, claim.paragraphs),
            where=corpus.words.say("notes.paragraphs", count=len(numbers), numbers=", ".join(numbers)),
            sureness=kind if claim.certainty == "stated" else firmly(corpus.words, claim),
            firmly=firmly(corpus.words, claim),
            quantity=quantity(corpus.words, value) if value and value.unit else "",
            date=date_view(corpus.words, value.date, value.as_given) if value and value.date else None,
            as_of=date_view(corpus.words, value.as_of) if value and value.as_of else None,
            issued=dates[source],
            published=published[source],
        )

    return {claim.id: view(claim) for claim in corpus.of(Claim)}


def firmly(words: Words, claim: Claim) -> str:
    """Of what kind a claim is and how firmly it is made: ``Assessment, hedged``."""
    return f"{words.say(f'claim_kinds.{claim.kind}')}, {sureness(words, claim.certainty)}"


def sureness(words: Words, certainty: str) -> str:
    """How firmly a source says something, in words."""
    return words.say(f"certainties.{certainty}")


def quantity(words: Words, value: Value) -> str:
    """A quantity in words: ``about 180 deaths``, ``1,500 to 2,000 fighters``; a loose one as the source has it."""
    if value.as_given:
        return as_given(words, value.as_given, value.unit or "")
    low, high = (None if end is None else f"{end:,.10g}" for end in (value.low, value.high))
    shape = "up_to" if low is None else "or_more" if high is None else "exactly" if low == high else "from_to"
    about = "about_" if value.approximate else ""
    return words.say(f"quantities.{about}{shape}", low=low, high=high, unit=value.unit)


def as_given(words: Words, given: str, unit: str) -> str:
    """A loose quantity with what is counted: ``hundreds of fighters``, ``more than a hundred deaths``.

    Words that end in what is counted stay as they are.
    """
    last = given.rsplit(maxsplit=1)[-1].casefold()
    if last in COLLECTIVES:
        return words.say("quantities.of", number=given, unit=unit)
    is_number = last[-1].isdigit() or last in NUMBERS or number_in(last) is not None
    return words.say("quantities.given", number=given, unit=unit) if is_number else given
