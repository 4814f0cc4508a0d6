"""Two sources beside each other: where they agree, where they differ, what only one of them says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.corpus.comparison import Meeting, QuestionAnswers, meeting
from dossier.corpus.corpus import Corpus
from dossier.model.addresses import pair_url
from dossier.model.records import Claim, Source
from dossier.model.words import Words
from dossier.pages.answers import AnswerBlock, answer_block
from dossier.pages.context import Context
from dossier.pages.links import PageLink, RecordLink
from dossier.pages.sections import Publication, publication
from dossier.pages.templating import safe_address
from dossier.text.sorting import name_key

# What two sources do that give other answers to a question of each kind.
SUMMED_UP = {Meeting.AGREE: "agree_on", Meeting.PARTLY: "partly_on", Meeting.DIFFER: "differ_on"}


@dataclass(frozen=True, slots=True)
class MeetingBlock:
    """A question with the answers of both; ``how`` says how they differ where they need not clash."""

    block: AnswerBlock
    how: str


@dataclass(frozen=True, slots=True)
class MeetingGroup:
    """The questions on which two sources stand alike to each other, by title."""

    id: str
    title: str
    lead: str
    is_folded: bool
    blocks: tuple[MeetingBlock, ...]


@dataclass(frozen=True, slots=True)
class AloneGroup:
    """What only one of the two answers."""

    source: RecordLink
    counted: str
    blocks: tuple[AnswerBlock, ...]


@dataclass(frozen=True, slots=True)
class OtherPairs:
    """The pages on which one of the two stands beside a third source."""

    source: RecordLink
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two sources, the older one first; ``dependent`` says whether one of them is no second witness of the other."""

    one: RecordLink
    other: RecordLink
    publications: tuple[Publication, Publication]
    summed_up: str
    dependent: str
    groups: tuple[MeetingGroup, ...]
    alone: tuple[AloneGroup, ...]
    others: tuple[OtherPairs, ...]


def pair_view(
    context: Context, every: Sequence[QuestionAnswers], pairs: Iterable[tuple[str, str]], keys: tuple[str, str]
) -> PairView:
    """The view of the page of two sources; ``pairs`` are all that have a page."""
    one, other = context.corpus.oldest_first(map(context.corpus.source, keys))
    ordered = sorted(every, key=lambda given: name_key(given.question.title))
    met = meetings(ordered, one.id, other.id)
    pairs = list(pairs)
    alone = (_alone(context, ordered, *sources) for sources in ((one, other), (other, one)))
    return PairView(
        one=context.sources[one.id],
        other=context.sources[other.id],
        publications=(publication(context, one), publication(context, other)),
        summed_up=_sentence(context.words, [kind for kind, _ in met]),
        dependent=dependence(context.corpus, one, other),
        groups=tuple(_groups(context, met, one, other)),
        alone=tuple(found for found in alone if found.blocks),
        others=tuple(_other_pairs(context, pairs, *sources) for sources in ((one, other), (other, one))),
    )


def _groups(
    context: Context, met: Sequence[tuple[Meeting, QuestionAnswers]], one: Source, other: Source
) -> Iterator[MeetingGroup]:
    for kind in Meeting:
        own = [given for found, given in met if found == kind]
        if own:
            blocks = (
                MeetingBlock(
                    _common_first(answer_block(context, given, (one, other), spoken_of=True)),
                    _how(context.words, given, one, other) if kind == Meeting.OTHERWISE else "",
                )
                for given in own
            )
            title, lead = (context.words.say(f"pair.{what}_{kind}") for what in ("title", "lead"))
            is_folded = kind in (Meeting.SECOND_HAND, Meeting.OTHERWISE)
            yield MeetingGroup(str(kind), title, lead, is_folded, tuple(blocks))


def _how(words: Words, given: QuestionAnswers, *sources: Source) -> str:
    """What two sources do whose answers need not clash."""
    one, other = (given.answers[source.id] for source in sources)
    spoken_of = {each.position.id for each in one} & {each.position.id for each in other}
    return words.say(f"pair.otherwise_{'passed_on' if spoken_of else given.question.kind}")


def _common_first(block: AnswerBlock) -> AnswerBlock:
    """The same with the positions of which both speak before those of which only one does."""
    return replace(
        block, rows=tuple(sorted(block.rows, key=lambda row: not all(one and one.answers for one in row.cells)))
    )


def _alone(context: Context, every: Iterable[QuestionAnswers], one: Source, other: Source) -> AloneGroup:
    own = [given for given in every if one.id in given.answers and other.id not in given.answers]
    blocks = tuple(answer_block(context, given, (one,), spoken_of=True) for given in own)
    return AloneGroup(context.sources[one.id], context.words.counted("question", len(own)), blocks)


def meetings(every: Iterable[QuestionAnswers], one: str, other: str) -> list[tuple[Meeting, QuestionAnswers]]:
    """How two sources stand to each other on each question that both answer."""
    shared = (given for given in every if one in given.answers and other in given.answers)
    return [(meeting(given.question, given.answers[one], given.answers[other]), given) for given in shared]


def summed_up(words: Words, met: Iterable[Meeting]) -> list[str]:
    """On how many questions two sources agree, agree in part and differ; what does not occur is left out."""
    number = Counter(met)
    return [words.say(f"pair.{key}", number=number[kind]) for kind, key in SUMMED_UP.items() if number[kind]]


def _sentence(words: Words, met: Sequence[Meeting]) -> str:
    """How many questions both answer, and how they stand to each other on them."""
    parts, rest = summed_up(words, met), sum(kind not in SUMMED_UP for kind in met)
    if rest and parts:
        parts.append(words.say("pair.neither_on", number=rest))
    questions = words.counted("question", len(met))
    if not parts:
        return words.say("pair.both_answer_apart", questions=questions)
    *first, last = parts
    listed = words.say("pair.list", first=", ".join(first), last=last) if first else last
    return words.say("pair.both_answer", questions=questions, listed=listed)


def dependence(corpus: Corpus, one: Source, other: Source) -> str:
    """That one of two sources derives from the other, or repeats claims of it; empty where neither does."""
    for late, early in ((one, other), (other, one)):
        if early.id in late.derives_from:
            return corpus.words.say("pair.derives_from", late=late.label, early=early.label)
        if number := sum(_repeats(corpus, claim, early) for claim in corpus.claims_of(late.id)):
            return corpus.words.say("pair.repeats", count=number, late=late.label, early=early.label)
    return ""


def _repeats(corpus: Corpus, claim: Claim, source: Source) -> bool:
    return any(corpus.claim(key).source == source.id for key in claim.repeats)


def _other_pairs(context: Context, pairs: Iterable[tuple[str, str]], one: Source, beside: Source) -> OtherPairs:
    found = {key for pair in pairs if one.id in pair for key in pair} - {one.id, beside.id}
    links = (
        PageLink(_address(one.id, third.id), third.label)
        for third in context.corpus.oldest_first(map(context.corpus.source, found))
    )
    return OtherPairs(context.sources[one.id], tuple(links))


def _address(one: str, other: str) -> Markup:
    return safe_address(pair_url(one, other))
