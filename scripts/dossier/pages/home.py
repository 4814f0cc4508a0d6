"""The parts of the home page that are made of records: counts, and the questions on which sources disagree most."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import PositionClaims
from dossier.corpus.disagreement import Disagreement, disagreements
from dossier.model.addresses import SECTIONS, position_url
from dossier.model.records import MODELS, Claim, Kind, Question, Source
from dossier.model.vocabulary import KINDS
from dossier.model.words import Words
from dossier.pages.context import Context
from dossier.pages.links import RecordLink, linked
from dossier.pages.numbers import Drawn, figures
from dossier.pages.prose import ProsePart
from dossier.pages.standing import StandingView, position_standing, standing_view
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

    def count(kind: Kind, number: int) -> KindCount:
        return KindCount(number, context.words.say(f"one_of.{kind}", count=number), safe_address(f"{SECTIONS[kind]}/"))

    numbers = {kind: len(context.corpus.of(MODELS[kind])) for kind in KINDS}
    return tuple(count(kind, number) for kind, number in numbers.items() if number)


@dataclass(frozen=True, slots=True)
class HomeAnswer:
    """An answer in words, who gives it and how firmly, and the address at which it stands with its claims."""

    label: tuple[ProsePart, ...]
    address: Markup
    standing: StandingView


@dataclass(frozen=True, slots=True)
class HomeQuestion:
    """A question with its answers, the one that was published first standing first.

    ``differing`` says how many pairs of sources differ on it, and ``silent`` are the sources that give no answer.
    """

    link: RecordLink
    differing: str
    answers: tuple[HomeAnswer, ...]
    silent: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class HomeNumbers:
    """The question that most figures on one scale answer, and these."""

    link: RecordLink
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class HomeQuestions:
    """The questions on which sources disagree most, figures that may be of different times, and words for all
    questions, empty where there are no more.
    """

    questions: tuple[HomeQuestion, ...]
    numbers: HomeNumbers | None
    all: str


def home_questions(context: Context) -> HomeQuestions:
    """The questions of the home page."""
    shown = disagreements(context.corpus)[:QUESTIONS_AT_HOME]
    number = len(context.corpus.of(Question))
    questions = tuple(_question(context, one) for one in shown)
    every = context.words.say("all.question", count=number) if number > len(shown) else ""
    return HomeQuestions(questions, _numbers(context), every)


def _question(context: Context, found: Disagreement) -> HomeQuestion:
    corpus, question = context.corpus, found.question
    taken = corpus.positions(question)
    claims = corpus.referring(question.id, "answers", Claim)
    answering = {claim.source for claim in claims}
    silent = corpus.oldest_first(one for one in corpus.of(Source) if one.id not in answering)
    return HomeQuestion(
        context.links[question.id],
        _differing(context.words, found),
        tuple(_answer(context, question, one) for one in taken if one.claims or one.rejecting),
        linked(context.sources, [one.id for one in silent]),
    )


def _differing(words: Words, found: Disagreement) -> str:
    if found.pairs == 1:
        return words.say("home_questions.two_differ")
    many = "all" if found.differing == found.pairs else "some"
    return words.say(f"home_questions.{many}_pairs_differ", differing=found.differing, pairs=found.pairs)


def _answer(context: Context, question: Question, taken: PositionClaims) -> HomeAnswer:
    standing = standing_view(context, position_standing(context.corpus, taken))
    address = safe_address(position_url(question, taken.position))
    return HomeAnswer(context.prose(taken.position.label), address, standing)


def _numbers(context: Context) -> HomeNumbers | None:
    corpus = context.corpus
    quantities = [one for one in corpus.of(Question) if one.kind == "quantity"]
    drawn = [
        HomeNumbers(context.links[one.id], found.drawn[0])
        for one in quantities
        if (found := figures(context, corpus.referring(one.id, "answers", Claim))) and found.drawn
    ]
    return max(drawn, key=lambda one: len(one.drawn.chart.bars), default=None)
