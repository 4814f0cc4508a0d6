"""Claims do not contradict what they say of each other.

None disputes, supports or repeats itself, nor both disputes and supports another. What supports another claim does not
take a position against it. What differs in time alone does not dispute: figures and relations of different times, nor
different dates, unless both answer one question or date one event.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.model.records import Actor, Claim, Event, Question
from dossier.problems import Problem
from dossier.text.edtf import Edtf
from dossier.text.spelling import words_of

RULE = "claim-relations"
YEAR, DAY = re.compile(r"1\d{3}|20\d{2}"), re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
# Words of a date besides its figures.
OF_DATES = frozenset({"in", "on", *(name.casefold() for name in calendar.month_name if name)})


def check(corpus: Corpus) -> Iterator[Problem]:
    for claim in corpus.of(Claim):
        for field in ("disputes", "supports", "repeats"):
            for place, other in enumerate(getattr(claim, field)):
                if other == claim.id:
                    yield corpus.location(claim.id, (field, place), RULE, "a claim names itself", "take it out")
        for place, other in enumerate(claim.supports):
            if other in claim.disputes:
                message = f'"{other}" is both disputed and supported'
                yield corpus.location(claim.id, ("supports", place), RULE, message, "keep one")
            yield from _opposed(corpus, claim, place, other)
        for place, other in enumerate(claim.disputes):
            yield from _of_another_time(corpus, claim, place, other)


def _opposed(corpus: Corpus, claim: Claim, place: int, key: str) -> Iterator[Problem]:
    other = corpus.records.get(key)
    if not isinstance(other, Claim):
        return
    taken = {answer.question: answer.position for answer in claim.answers}
    for answer in other.answers:
        question = corpus.records.get(answer.question)
        opposed = isinstance(question, Question) and question.kind != "facets"
        if opposed and taken.get(answer.question, answer.position) != answer.position:
            message = f'supports "{key}", which takes another position on "{answer.question}"'
            hint = "take the support out, or one of the answers"
            yield corpus.location(claim.id, ("supports", place), RULE, message, hint)


def _of_another_time(corpus: Corpus, claim: Claim, place: int, key: str) -> Iterator[Problem]:
    other = corpus.records.get(key)
    if not isinstance(other, Claim):
        return
    if _apart(_times(corpus, claim), _times(corpus, other)):
        what = "figure" if claim.value and claim.value.as_of and other.value and other.value.as_of else "statement"
        message = f'disputes "{key}", whose {what} is of another time'
        yield corpus.location(claim.id, ("disputes", place), RULE, message, "take it out: both can be true")
    elif _differ_in_date_alone(claim, other) and not _date_one_thing(corpus, claim, other):
        message = f'disputes "{key}", from which it differs in its date alone'
        hint = "take it out; where they date one thing differently, let both answer a question, or date one event"
        yield corpus.location(claim.id, ("disputes", place), RULE, message, hint)


def _times(corpus: Corpus, claim: Claim) -> list[Edtf]:
    """When what a claim says held: the time of its figure, or the periods of the relations that it carries.

    Nothing where it carries one without a period too.
    """
    if claim.value and claim.value.as_of:
        return [claim.value.as_of]
    actors = corpus.referring(claim.id, "relations", Actor)
    periods = [one.period for actor in actors for one in actor.relations if claim.id in one.claims]
    return [] if None in periods else [period for period in periods if period]


def _apart(times: list[Edtf], others: list[Edtf]) -> bool:
    """Whether there are times of both, of which no two meet."""
    return bool(times and others) and not any(one.meets(other) for one in times for other in others)


def _differ_in_date_alone(claim: Claim, other: Claim) -> bool:
    """Whether they give dates, of which no day is the same, or say the same but for the years and days they name."""
    dates = [one.value.date for one in (claim, other) if one.value and one.value.date]
    if len(dates) == 2:
        return not dates[0].meets(dates[1])
    texts = [words_of(one.text) for one in (claim, other)]
    timeless, named = zip(*(_parted(words) for words in texts), strict=True)
    return timeless[0] == timeless[1] and named[0] != named[1] and all(named)


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The words of a text that name no time, and those that do: a year, and what stands beside it."""
    if not any(YEAR.fullmatch(word) for word in words):
        return words, []
    named = [word for word in words if YEAR.fullmatch(word) or word in OF_DATES or DAY.fullmatch(word)]
    return [word for word in words if word not in named], named


def _date_one_thing(corpus: Corpus, claim: Claim, other: Claim) -> bool:
    """Whether they answer one question, or both date one event."""
    if {one.question for one in claim.answers} & {one.question for one in other.answers}:
        return True
    dating = ({event.id for event in corpus.referring(one.id, "dated", Event)} for one in (claim, other))
    return bool(set.intersection(*dating))
