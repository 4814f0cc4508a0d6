"""All questions by sources, and where each two sources stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.comparison import QuestionAnswers, all_answers, compared_sources, source_pairs
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import themes
from dossier.model.addresses import pair_url
from dossier.model.records import Source
from dossier.pages.answers import AnswerBlock, answer_block
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.pair import meetings, summed_up
from dossier.pages.templating import safe_address
from dossier.pages.who_holds_what import HeldView, who_holds_what
from dossier.text.sorting import name_key

# A table of more columns than this is read as a list at every width.
MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class PairLink:
    """Two sources, the older one first, where they stand beside each other, and what stands there, in words."""

    one: RecordLink
    other: RecordLink
    address: Markup
    common: str
    met: str


@dataclass(frozen=True, slots=True)
class AnswerTheme:
    """The questions of a theme by title; ``title`` is empty where no question has a theme."""

    id: str
    title: str
    blocks: tuple[AnswerBlock, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The picture, the pairs, and all questions by theme; the sources are those that answer one, oldest first."""

    sources: tuple[RecordLink, ...]
    is_wide: bool
    picture: HeldView | None
    pairs: tuple[PairLink, ...]
    themes: tuple[AnswerTheme, ...]


def compare_view(context: Context) -> CompareView:
    """The view of the page of all answers."""
    every = all_answers(context.corpus)
    sources = compared_sources(context.corpus, every)
    found = tuple(
        AnswerTheme(key, title, tuple(answer_block(context, one, sources) for one in own))
        for key, title, own in by_theme(context.corpus, every)
    )
    return CompareView(
        tuple(context.sources[one.id] for one in sources),
        len(sources) > MOST_COLUMNS,
        who_holds_what(context),
        pair_links(context, every, sources),
        found,
    )


def by_theme(corpus: Corpus, every: Iterable[QuestionAnswers]) -> list[tuple[str, str, list[QuestionAnswers]]]:
    """The questions of each theme by title, after its id and title; those of none last, without a title if all are."""
    known = themes(corpus)
    found: dict[str, list[QuestionAnswers]] = {key: [] for key in (*known, "")}
    for one in sorted(every, key=lambda one: name_key(one.question.title)):
        theme = one.question.theme
        found[theme if theme in known else ""].append(one)
    others = corpus.words.say("lists.other_questions") if any(found[key] for key in known) else ""
    return [(key or "other", known.get(key, others), own) for key, own in found.items() if own]


def pair_links(context: Context, every: Sequence[QuestionAnswers], sources: Sequence[Source]) -> tuple[PairLink, ...]:
    """Each two sources that answer a question in common, by the one that was published first."""
    order = {one.id: place for place, one in enumerate(sources)}
    found = (sorted(pair, key=order.__getitem__) for pair in source_pairs(context.corpus))
    return tuple(
        _pair_link(context, every, *pair) for pair in sorted(found, key=lambda pair: [order[one] for one in pair])
    )


def _pair_link(context: Context, every: Iterable[QuestionAnswers], one: str, other: str) -> PairLink:
    met = [kind for kind, _ in meetings(every, one, other)]
    return PairLink(
        context.sources[one],
        context.sources[other],
        safe_address(pair_url(one, other)),
        context.words.say("compare.in_common", questions=context.words.counted("question", len(met))),
        ", ".join(summed_up(context.words, met)),
    )
