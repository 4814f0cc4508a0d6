"""Who holds what, as a picture: a row for each question, a column for each source, marks by what the source does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from markupsafe import Markup

from dossier.corpus.comparison import (
    CARRYING,
    Does,
    Meeting,
    QuestionAnswers,
    SourceAnswer,
    all_answers,
    compared_sources,
    meeting,
)
from dossier.corpus.disagreement import APART
from dossier.corpus.themes import themes
from dossier.model.addresses import COMPARE
from dossier.model.records import Source
from dossier.model.words import Words
from dossier.pages.answers import letter_of
from dossier.pages.context import Context
from dossier.pages.templating import safe_address
from dossier.pictures.answer_grid import GridColumn, grid_columns, mark_offsets, most_marks, sheets_of
from dossier.text.sorting import SortKey, name_key

LEGEND = ("asserted", "suggested", "reported", "alleged", "rejected", "silent")
MOST_AT_HOME = 6

Groups = Sequence[tuple[str, Sequence[QuestionAnswers]]]
"""Titles, which may be empty, with the questions under each."""

# An allegation looks alike, whoever makes it, and so does what a source is against.
SHAPES = {Does.PASSES_ON: "alleged", Does.CONTRADICTS: "rejected"}


@dataclass(frozen=True, slots=True)
class HeldMark:
    """A mark: where the middle of its cell lies in per cent, how far from there it lies in pixels, and its letter."""

    shape: str
    words: str
    x: float
    aside: float


@dataclass(frozen=True, slots=True)
class HeldKey:
    """What a letter stands for."""

    letter: str
    label: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A question with its marks, which ``said`` puts into words.

    ``differs`` says that two sources differ on it; ``keys`` are what its letters stand for, if asked.
    """

    id: str
    title: str
    address: Markup
    said: str
    differs: bool
    marks: tuple[HeldMark, ...]
    keys: tuple[HeldKey, ...]


@dataclass(frozen=True, slots=True)
class HeldGroup:
    """The questions of a theme; ``title`` is empty where they are not divided by theme."""

    title: str
    rows: tuple[HeldRow, ...]


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """As many sources as stand beside each other, and the questions that one of them answers."""

    columns: tuple[GridColumn, ...]
    lines: int
    groups: tuple[HeldGroup, ...]


@dataclass(frozen=True, slots=True)
class LegendMark:
    """A shape that occurs, and what it means."""

    shape: str
    words: str


@dataclass(frozen=True, slots=True)
class HeldView:
    """The picture: a title that says what it shows, its sheets, and what their marks mean.

    ``apart`` has the questions whose answers pull apart, marked by letters; ``adding`` those whose answers add to each
    other, ``counted`` in words, and marked by numbers.
    """

    title: str
    apart: tuple[HeldSheet, ...]
    adding: tuple[HeldSheet, ...]
    counted: str
    legend: tuple[LegendMark, ...]


def who_holds_what(context: Context) -> HeldView | None:
    """All questions, each leading to its rows in the table; ``None`` where nobody answers one.

    Of those whose answers pull apart, the ones that most sources answer stand first; the others stand by theme.
    """
    every = [one for one in all_answers(context.corpus) if one.answers]
    apart = sorted((one for one in every if one.question.kind != "facets"), key=_most_answered)
    adding = [one for one in every if one.question.kind == "facets"]
    known = themes(context.corpus)
    groups = [(title, [one for one in adding if one.question.theme == key]) for key, title in known.items()]
    groups.append(("", [one for one in adding if one.question.theme not in known]))
    by_theme = [(title, sorted(own, key=_by_title)) for title, own in groups if own]
    return _view(context, [("", apart)], by_theme, is_compared=True) if every else None


def held_at_home(context: Context) -> HeldView | None:
    """Some of the questions on which sources differ, each leading to its page, with what the letters stand for.

    Those that most sources answer stand first; ``None`` where sources differ on none.
    """
    every = [one for one in all_answers(context.corpus) if one.answers]
    differ = sorted((one for one in every if differs_on(one)), key=_most_answered)
    apart = [one for one in differ if one.question.kind != "facets"][:MOST_AT_HOME]
    if not apart:
        return None
    words, shown = context.words, "title_among" if len(differ) > len(apart) else "title_these"
    questions = words.counted("question", len(every))
    title = words.say(f"who_holds_what.{shown}", differ=len(differ), questions=questions)
    return replace(_view(context, [("", apart)], [], is_compared=False), title=title)


def _most_answered(one: QuestionAnswers) -> tuple[int, SortKey]:
    return -len(one.answers), _by_title(one)


def _by_title(one: QuestionAnswers) -> SortKey:
    return name_key(one.question.title)


def title_of_all(words: Words, every: Sequence[QuestionAnswers]) -> str:
    """What the picture shows, in a sentence."""
    differ = [one for one in every if differs_on(one)]
    agree = [one for one in every if Meeting.AGREE in _meetings(one) and one not in differ]
    said = "some_differ" if differ else "none_differ"
    title = words.say(f"who_holds_what.{said}", differ=len(differ), questions=words.counted("question", len(every)))
    return words.say("who_holds_what.others_agree", differ=title, count=len(agree)) if agree else title


def differs_on(given: QuestionAnswers) -> bool:
    """Whether two sources differ on a question."""
    return not APART.isdisjoint(_meetings(given))


def _meetings(given: QuestionAnswers) -> set[Meeting]:
    return {meeting(given.question, *pair) for pair in combinations(given.answers.values(), 2)}


def _view(context: Context, apart: Groups, adding: Groups, *, is_compared: bool) -> HeldView:
    every = [one for _, own in (*apart, *adding) for one in own]
    sources = compared_sources(context.corpus, every)
    chunks = [[sources[place] for place in places] for places in sheets_of(len(sources))]
    drawn = [
        tuple(_sheet(context, chunk, groups, is_compared=is_compared) for chunk in chunks) for groups in (apart, adding)
    ]
    marks = [
        mark
        for sheets in drawn
        for sheet in sheets
        for group in sheet.groups
        for row in group.rows
        for mark in row.marks
    ]
    shapes = {mark.shape for mark in marks}
    legend = tuple(
        LegendMark(shape, context.words.say(f"who_holds_what.{shape}")) for shape in LEGEND if shape in shapes
    )
    number = sum(len(own) for _, own in adding)
    return HeldView(
        title_of_all(context.words, every),
        tuple(sheet for sheet in drawn[0] if sheet.groups),
        tuple(sheet for sheet in drawn[1] if sheet.groups),
        context.words.counted("question", number),
        legend,
    )


def _sheet(
    context: Context,
    sources: Sequence[Source],
    groups: Groups,
    *,
    is_compared: bool,
) -> HeldSheet:
    columns = grid_columns([one.label for one in sources])
    shown = (
        HeldGroup(
            title,
            tuple(
                _row(context, one, sources, columns, is_compared=is_compared)
                for one in own
                if any(source.id in one.answers for source in sources)
            ),
        )
        for title, own in groups
    )
    return HeldSheet(columns, max(len(one.lines) for one in columns), tuple(one for one in shown if one.rows))


def _row(
    context: Context,
    given: QuestionAnswers,
    sources: Sequence[Source],
    columns: Sequence[GridColumn],
    *,
    is_compared: bool,
) -> HeldRow:
    question = given.question
    marks = tuple(
        mark
        for source, column in zip(sources, columns, strict=True)
        for mark in _marks(given, given.answers.get(source.id, ()), column, most_marks(len(columns)))
    )
    address = f"{COMPARE}#on-{question.id}" if is_compared else context.links[question.id].address
    keys = () if is_compared or question.kind == "facets" else tuple(_keys(context, given))
    return HeldRow(
        question.id,
        question.title,
        safe_address(address),
        _said(context.words, given, sources),
        differs_on(given),
        marks,
        keys,
    )


def _keys(context: Context, given: QuestionAnswers) -> Iterator[HeldKey]:
    for place, taken in enumerate(given.positions):
        yield HeldKey(letter_of(place), context.plain(taken.position.label))


def _marks(given: QuestionAnswers, own: Sequence[SourceAnswer], column: GridColumn, most: int) -> list[HeldMark]:
    """The marks of one cell: of answers that add to each other one with their number, else one for each answer."""
    told = list(_told(given, own))
    if len(told) > most:
        told = [*told[: most - 1], (told[-1][0], "+")]
    return [
        HeldMark(shape, words, column.x, aside)
        for (shape, words), aside in zip(told, mark_offsets(len(told)), strict=True)
    ]


def _told(given: QuestionAnswers, own: Sequence[SourceAnswer]) -> Iterator[tuple[str, str]]:
    letters = {one.position.id: letter_of(place) for place, one in enumerate(given.positions)}
    carried = [one for one in own if one.does in CARRYING]
    if not own:
        yield "silent", ""
    elif given.question.kind == "facets" and carried:
        firmest = min((one.does for one in carried), key=list(Does).index)
        yield _shape(firmest), str(len(carried))
    else:
        # That a source contradicts an answer follows from the other that it holds.
        shown = [one for one in own if one.does != Does.CONTRADICTS] or own
        yield from ((_shape(one.does), letters[one.position.id]) for one in shown)


def _shape(does: Does) -> str:
    return SHAPES.get(does, str(does))


def _said(words: Words, given: QuestionAnswers, sources: Iterable[Source]) -> str:
    letters = {one.position.id: letter_of(place) for place, one in enumerate(given.positions)}
    parts = (_said_by(words, given, source, letters) for source in sources if source.id in given.answers)
    return "; ".join(parts)


def _said_by(words: Words, given: QuestionAnswers, source: Source, letters: dict[str, str]) -> str:
    own = given.answers[source.id]
    carried = [one for one in own if one.does in CARRYING]
    if given.question.kind == "facets" and carried:
        answers = words.counted("answer", len(carried))
        return words.say("who_holds_what.names_answers", source=source.label, answers=answers)
    answers = ", ".join(f"{words.say(f'does.{one.does}')} {letters[one.position.id]}" for one in own)
    return words.say("who_holds_what.does_what", source=source.label, answers=answers)
