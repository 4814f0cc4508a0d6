"""The parts of the home page that are made of records: counts, questions and years."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS
from dossier.model.records import MODELS, Claim, Question
from dossier.model.vocabulary import KINDS, all_of
from dossier.pages.context import Context
from dossier.pages.lists import QuestionCard, YearGroup, events_list, question_card
from dossier.pages.templating import safe_address

QUESTIONS_AT_HOME = 6


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many records of a kind there are, and where they are listed."""

    number: int
    words: str
    address: Markup


def home_counts(context: Context) -> tuple[KindCount, ...]:
    """The number of records of each kind of which there are any."""

    def count(number: int, one: str, many: str, section: str) -> KindCount:
        return KindCount(number, (one if number == 1 else many).lower(), safe_address(f"{section}/"))

    numbers = {kind: len(context.corpus.of(MODELS[kind])) for kind in KINDS}
    return tuple(count(numbers[kind], *KINDS[kind], SECTIONS[kind]) for kind in KINDS if numbers[kind])


@dataclass(frozen=True, slots=True)
class HomeQuestions:
    """The questions that most sources answer, and words for all questions, empty where there are no more than these."""

    cards: tuple[QuestionCard, ...]
    all: str


def home_questions(context: Context) -> HomeQuestions:
    """The questions of the home page."""
    cards = tuple(question_card(context, one) for one in most_contested(context.corpus))
    number = len(context.corpus.of(Question))
    return HomeQuestions(cards, all_of(number, "question") if number > len(cards) else "")


def most_contested(corpus: Corpus) -> list[Question]:
    """The questions that most sources answer, then those with the most positions, then the most claims.

    A question whose answers add to each other is none on which sources disagree.
    """

    def weight(question: Question) -> tuple[int, int, int, str]:
        claims = corpus.referring(question.id, "answers", Claim)
        return (-len(corpus.sources_of(claims)), -len(question.positions), -len(claims), question.id)

    disagreements = (question for question in corpus.of(Question) if question.kind != "facets")
    return sorted(disagreements, key=weight)[:QUESTIONS_AT_HOME]


def home_timeline(context: Context) -> tuple[YearGroup, ...]:
    """The events of each year."""
    return events_list(context)
