"""Figures by who says them, of what and for when: all on a page, and those of an event or an actor on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim, Event, Question
from dossier.model.words import Words
from dossier.pages.charts import ChartView, chart_views
from dossier.pages.choices import KnownSteps, known_steps
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.links import RecordLink
from dossier.pages.sections import claim_list


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart of one unit, and a sentence that says what it shows."""

    title: str
    chart: ChartView


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one thing: on a scale those in a unit in which several count, and the others in a list.

    Both are in order of the time for which they hold.
    """

    number: int
    drawn: tuple[Drawn, ...]
    single: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class FiguresOf:
    """A question or an event, and the figures that answer it or tell of it."""

    link: RecordLink
    figures: Figures


@dataclass(frozen=True, slots=True)
class NumbersView:
    """All figures: those that answer questions, those of events, and the others. ``title`` says how many there are."""

    title: str
    counted: str
    known: KnownSteps | None
    questions: tuple[FiguresOf, ...]
    events: tuple[FiguresOf, ...]
    others: Figures | None


def numbers_view(context: Context) -> NumbersView | None:
    """The view of the page; ``None`` where no claim gives a figure by which its source stands."""
    corpus = context.corpus
    found = _with_figures(corpus.of(Claim))
    if not found:
        return None
    questions = [one for one in corpus.of(Question) if one.kind == "quantity"]
    answering = [(one, _answering(corpus, one)) for one in questions]
    taken = {claim.id for _, claims in answering for claim in claims}
    telling = [(one, [claim for claim in _of_event(corpus, one) if claim.id not in taken]) for one in _events(corpus)]
    taken |= {claim.id for _, claims in telling for claim in claims}
    words = corpus.words
    number, sources = words.counted("figure", len(found)), words.counted("source", len(corpus.sources_of(found)))
    return NumbersView(
        words.say("numbers.summed_up", figures=number, sources=sources),
        number,
        known_steps(words, corpus.sources_of(found)),
        _figures_of(context, answering),
        _figures_of(context, telling),
        figures(context, [claim for claim in found if claim.id not in taken]),
    )


def event_numbers(context: Context, event: Event) -> Figures | None:
    """The figures of an event; ``None`` where no claim that tells of it gives one."""
    return figures(context, _of_event(context.corpus, event))


def actor_numbers(context: Context, actor: str) -> tuple[FiguresOf, ...]:
    """The figures that answer questions about an actor: all that there are, so that none stands for the others."""
    corpus = context.corpus
    asked = (one for one in corpus.referring(actor, "about", Question) if one.kind == "quantity")
    return _figures_of(context, ((one, _answering(corpus, one)) for one in asked))


def figures(context: Context, claims: Iterable[Claim]) -> Figures | None:
    """The figures of claims about one thing; ``None`` where none gives one. What its author rejects is left out."""
    found = sorted(_with_figures(claims), key=_time)
    if not found:
        return None
    drawn = [one for one in chart_views(context, found) if one.bars]
    shown = {bar.claim.id for one in drawn for bar in one.bars}
    single = claim_list(context, (claim for claim in found if claim.id not in shown))
    return Figures(len(found), tuple(Drawn(_title(context.words, one, found), one) for one in drawn), single)


def _with_figures(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.value and claim.value.unit and not claim.is_rejected]


def _time(claim: Claim) -> tuple[date, str]:
    """By the time for which a figure holds; what holds for none that is said stands last."""
    when = claim.value.as_of if claim.value else None
    return (when.first_known if when else date.max), claim.id


def _title(words: Words, chart: ChartView, found: Sequence[Claim]) -> str:
    """From the least to the most that is said, by how many sources."""
    shown = {bar.claim.id for bar in chart.bars}
    own = [claim for claim in found if claim.id in shown]
    ends = [end for one in own if one.value for end in (one.value.low, one.value.high) if end is not None]
    unit = chart.of[:1].lower() + chart.of[1:] if chart.of[1:2].islower() else chart.of
    least, most = f"{min(ends):,.10g}", f"{max(ends):,.10g}"
    sources, drawn = words.counted("source", len({claim.source for claim in own})), words.counted("figure", len(own))
    span = "span" if least == most else "span_to"
    return words.say(f"numbers.{span}", least=least, most=most, unit=unit, figures=drawn, sources=sources)


def _answering(corpus: Corpus, question: Question) -> list[Claim]:
    return _with_figures(corpus.referring(question.id, "answers", Claim))


def _of_event(corpus: Corpus, event: Event) -> list[Claim]:
    return _with_figures(map(corpus.claim, event.told_by))


def _events(corpus: Corpus) -> list[Event]:
    return corpus.in_time(corpus.of(Event))


def _figures_of(context: Context, groups: Iterable[tuple[Question | Event, Iterable[Claim]]]) -> tuple[FiguresOf, ...]:
    made = ((context.links[record.id], figures(context, claims)) for record, claims in groups)
    return tuple(FiguresOf(link, one) for link, one in made if one)
