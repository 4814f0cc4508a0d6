"""A statement of a record stands on claims, and each of these carries it.

A claim of a relation names both ends, one of a place or a participant names that, and one of a date holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Claim, Event, EventDate, Named, Path, Place, Record, Statement
from dossier.problems import Problem
from dossier.text.edtf import Edtf

CLAIMLESS, UNCARRIED = "claimless-statement", "claim-says-other"


def check(corpus: Corpus) -> Iterator[Problem]:
    for actor in corpus.of(Actor):
        for place, relation in enumerate(actor.relations):
            yield from _carried(corpus, actor, ("relations", place), relation, Actor, (actor.id, relation.to))
    for event in corpus.of(Event):
        for place, dated in enumerate(event.dated):
            yield from _claimless(corpus, event, ("dated", place), dated)
            yield from _undated(corpus, event, ("dated", place), dated)
        for place, placed in enumerate(event.placed):
            yield from _carried(corpus, event, ("placed", place), placed, Place, (placed.place,))
        for place, participant in enumerate(event.participants):
            yield from _carried(corpus, event, ("participants", place), participant, Actor, (participant.actor,))


def _carried(
    corpus: Corpus, record: Record, path: Path, statement: Statement, kind: type[Named], named: tuple[str, ...]
) -> Iterator[Problem]:
    yield from _claimless(corpus, record, path, statement)
    for number, key in enumerate(statement.claims):
        claim = _claim(corpus, key)
        known = [one for one in named if claim and isinstance(corpus.records.get(one), kind)]
        missing = [one for one in known if claim and _is_sound(corpus, claim) and not names(corpus, claim, one)]
        if missing:
            said = f"{key} does not name {' and '.join(missing)}"
            hint = "name a claim that does, or add it to what the claim is about if its passage names it"
            yield corpus.location(record.id, (*path, "claims", number), UNCARRIED, said, hint)


def _claimless(corpus: Corpus, record: Record, path: Path, statement: Statement) -> Iterator[Problem]:
    if not statement.claims:
        hint = "name the claims that say so, or take it out"
        yield corpus.location(record.id, path, CLAIMLESS, "no claim says so", hint)


def _undated(corpus: Corpus, event: Event, path: Path, dated: EventDate) -> Iterator[Problem]:
    for number, key in enumerate(dated.claims):
        claim = _claim(corpus, key)
        if claim and not holds_date(claim, dated.date):
            said = f"{key} gives no date that fits {dated.date}"
            hint = "name a claim that gives it, give its `value` the date, or take the date out"
            yield corpus.location(event.id, (*path, "claims", number), UNCARRIED, said, hint)


def _claim(corpus: Corpus, key: str) -> Claim | None:
    """The claim of this id; ``None`` where there is none, or one that could not be read, which others tell."""
    found = corpus.records.get(key)
    return found if isinstance(found, Claim) and not corpus.is_unread(key) else None


def _is_sound(corpus: Corpus, claim: Claim) -> bool:
    """Whether all that a claim is about is there; else it may name under another id what it does not seem to name."""
    return all(key in corpus.records for key in claim.about)


def names(corpus: Corpus, claim: Claim, key: str) -> bool:
    """Whether a claim is about a record, says what that one says, or has one of its names in its words."""
    if key in claim.about or claim.said_by == key:
        return True
    record = corpus.records.get(key)
    return isinstance(record, Named) and any(_in_words(name.text, claim.text) for name in record.names)


def _in_words(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def holds_date(claim: Claim, when: Edtf) -> bool:
    """Whether a claim gives a date that can be this one, or its words have every year of it."""
    given = claim.value.date if claim.value else None
    if given and given.meets(when):
        return True
    years = re.findall(r"\d{4}|\d{3}(?=X)", when.text)
    return bool(years) and all(year in claim.text for year in years)
