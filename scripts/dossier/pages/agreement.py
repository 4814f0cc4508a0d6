"""What sources say independently of each other, by theme, strongest first, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.corpus.agreement import (
    AgreedDetail,
    AgreedEvent,
    AgreedPosition,
    AgreedRelation,
    agreed_events,
    agreed_positions,
    agreed_relations,
    theme_of,
)
from dossier.corpus.comparison import Does, SourceAnswer
from dossier.corpus.firmness import Standing
from dossier.corpus.judged_events import JudgedStatement
from dossier.corpus.standing import SourceStanding, StatementStanding, standing_of
from dossier.corpus.themes import themes
from dossier.model.addresses import position_url
from dossier.model.records import EventDate, EventPlace, Participant, Source
from dossier.model.words import Words
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.sections import claim_list
from dossier.pages.standing import SourceVoice, standing_view
from dossier.pages.templating import safe_address

# What the answers besides one are called, by the kind of the question.
BESIDES = frozenset({"exclusive", "date", "quantity"})


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """Another answer to the same question: what it is called, its words and address, and who holds it."""

    called: str
    label: str
    address: Markup
    held_by: tuple[SourceVoice, ...]


@dataclass(frozen=True, slots=True)
class OtherDate:
    """Another date of an event, and who gives it."""

    date: DateView
    said_by: tuple[SourceVoice, ...]


@dataclass(frozen=True, slots=True)
class AgreedDetailView:
    """A date, a place or a part in an event: what it is, a link or a date, and who says so and who does not.

    The words of a part, ``is_part``, follow the link.
    """

    label: str
    is_part: bool
    link: RecordLink | None
    date: DateView | None
    counted: str
    said_by: tuple[SourceVoice, ...]
    rejected_by: tuple[SourceVoice, ...]
    denied_by: tuple[SourceVoice, ...]
    others: tuple[OtherDate, ...]

    @property
    def is_undisputed(self) -> bool:
        return not (self.rejected_by or self.denied_by or self.others)


@dataclass(frozen=True, slots=True)
class AgreedView:
    """Something on which independent sources agree.

    It is an answer (``label``, ``address`` and the ``question``), a relation (``holder``, ``label``, ``to``), or that
    an ``event`` happened, with ``details`` of it on which sources agree too. ``counted`` says how many independent
    sources there are; ``dependent`` are those that say so too.
    """

    address: Markup
    counted: str
    said_by: tuple[SourceVoice, ...]
    dependent: tuple[RecordLink, ...]
    rejected_by: tuple[SourceVoice, ...]
    contradicted_by: tuple[SourceVoice, ...]
    label: str = ""
    question: RecordLink | None = None
    holder: RecordLink | None = None
    to: RecordLink | None = None
    event: RecordLink | None = None
    others: tuple[OtherAnswer, ...] = ()
    disputing: tuple[ClaimView, ...] = ()
    details: tuple[AgreedDetailView, ...] = ()

    @property
    def is_undisputed(self) -> bool:
        return not (self.rejected_by or self.contradicted_by or self.others or self.disputing)

    @property
    def number(self) -> int:
        """How many statements it makes."""
        return 1 + len(self.details)

    @property
    def undisputed(self) -> int:
        """Against how many of them nobody speaks."""
        return self.is_undisputed + sum(one.is_undisputed for one in self.details)


@dataclass(frozen=True, slots=True)
class AgreedTheme:
    """What is agreed on a theme, strongest first; ``title`` is empty where nothing has a theme."""

    id: str
    title: str
    found: tuple[AgreedView, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """What sources agree on, by theme, and how much that is, in a sentence."""

    summed_up: str
    themes: tuple[AgreedTheme, ...]


def agreement_view(context: Context) -> AgreementView:
    """The view of the page of what sources agree on."""
    corpus, known = context.corpus, themes(context.corpus)
    every = [
        *(
            (one.strength, one.answers.question.theme or "", _position(context, one))
            for one in agreed_positions(corpus)
        ),
        *((one.strength, theme_of(one, context.themes), _relation(context, one)) for one in agreed_relations(corpus)),
        *((one.strength, theme_of(one, context.themes), _event(context, one)) for one in agreed_events(corpus)),
    ]
    ordered = [(theme if theme in known else "", view) for _, theme, view in sorted(every, key=lambda one: one[0])]
    titles = {**known, "": context.words.say("agreement.other_matters") if any(theme for theme, _ in ordered) else ""}
    groups = (
        AgreedTheme(key or "other", title, tuple(view for theme, view in ordered if theme == key))
        for key, title in titles.items()
    )
    number, undisputed = sum(view.number for _, view in ordered), sum(view.undisputed for _, view in ordered)
    return AgreementView(sentence(context.words, number, undisputed), tuple(one for one in groups if one.found))


def sentence(words: Words, number: int, undisputed: int) -> str:
    """How many statements independent sources make, and against how many of them nobody speaks."""
    said = "each_of_them" if not undisputed else "none_against_any" if undisputed == number else "none_speaks_against"
    against = words.say(f"agreement.{said}", undisputed=undisputed)
    return words.say("agreement.summed_up", statements=words.counted("statement", number), against=against)


def _position(context: Context, one: AgreedPosition) -> AgreedView:
    question = one.answers.question
    return AgreedView(
        label=context.plain(one.taken.position.label),
        address=safe_address(position_url(question, one.taken.position)),
        question=context.links[question.id],
        counted=strength_words(context.words, one.independent, one.asserting),
        said_by=_voices(context, one.holding),
        dependent=_dependent(context, (each.source for each in one.holding), one.independent),
        rejected_by=_voices(context, (each for each in one.against if each.does == Does.REJECTS)),
        contradicted_by=_voices(context, (each for each in one.against if each.does == Does.CONTRADICTS)),
        others=_others(context, one),
        disputing=claim_list(context, one.disputing),
    )


def _others(context: Context, one: AgreedPosition) -> tuple[OtherAnswer, ...]:
    question, kind = one.answers.question, one.answers.question.kind
    words = context.words.say(f"agreement.another_{kind}") if kind in BESIDES else ""
    by_position: dict[str, list[SourceAnswer]] = {}
    for each in one.others:
        by_position.setdefault(each.position.id, []).append(each)
    return tuple(
        OtherAnswer(
            words,
            context.plain(held[0].position.label),
            safe_address(position_url(question, held[0].position)),
            _voices(context, held),
        )
        for held in by_position.values()
    )


def _relation(context: Context, one: AgreedRelation) -> AgreedView:
    relation = one.relation
    return replace(
        _stated(context, one, relation.judged),
        label=relation.words_from(relation.holder.id),
        holder=context.links[relation.holder.id],
        to=context.links[relation.to.id],
    )


def _event(context: Context, one: AgreedEvent) -> AgreedView:
    return replace(
        _stated(context, one, one.judged.judged),
        event=context.links[one.judged.event.id],
        details=tuple(_detail(context, detail) for detail in one.details),
    )


def _stated(context: Context, one: AgreedRelation | AgreedEvent, standing: StatementStanding) -> AgreedView:
    """Who says it and who speaks against it, without what it is."""
    said = standing_view(context, standing_of(context.corpus, one.told))
    judged = standing_view(context, standing)
    return AgreedView(
        address=Markup(),
        counted=strength_words(context.words, one.independent, one.asserting),
        said_by=said.said_by,
        dependent=_dependent(context, context.corpus.sources_of(one.told), one.independent),
        rejected_by=judged.rejected_by,
        contradicted_by=judged.denied_by,
    )


def _detail(context: Context, one: AgreedDetail) -> AgreedDetailView:
    words, said = context.words, one.statement.said
    judged = standing_view(context, one.statement.judged)
    if isinstance(said, EventDate):
        label, link, date = words.say("agreement.date"), None, date_view(words, said.date, said.as_given)
    elif isinstance(said, EventPlace):
        label, link, date = words.say("agreement.place"), context.links[said.place], None
    else:
        label, link, date = context.corpus.types.roles[said.role].words, context.links[said.actor], None
    return AgreedDetailView(
        label=label,
        is_part=isinstance(said, Participant),
        link=link,
        date=date,
        counted=strength_words(words, one.independent, one.asserting),
        said_by=standing_view(context, standing_of(context.corpus, one.told)).said_by,
        rejected_by=judged.rejected_by,
        denied_by=judged.denied_by,
        others=tuple(_other_date(context, each) for each in one.others),
    )


def _other_date(context: Context, one: JudgedStatement[EventDate]) -> OtherDate:
    date = date_view(context.words, one.said.date, one.said.as_given)
    return OtherDate(date, standing_view(context, one.judged).said_by)


def strength_words(words: Words, independent: Sequence[Source], asserting: Sequence[Source]) -> str:
    """How many independent sources say so, and how many of them outright, where that is not all."""
    sources = words.counted("independent_source", len(independent))
    if len(asserting) == len(independent):
        return sources
    outright = "some_outright" if asserting else "none_outright"
    return words.say(f"agreement.{outright}", sources=sources, outright=len(asserting))


def _dependent(context: Context, sources: Iterable[Source], independent: Sequence[Source]) -> tuple[RecordLink, ...]:
    return tuple(context.sources[one.id] for one in sources if one not in independent)


def _voices(context: Context, answers: Iterable[SourceAnswer]) -> tuple[SourceVoice, ...]:
    """The sources of some answers; what one does that holds its answer less firmly than outright is said."""
    held = tuple(SourceStanding(one.source, _standing(one.does), one.claims) for one in answers)
    return standing_view(context, StatementStanding(Standing.ASSERTED, held, (), ())).said_by


def _standing(does: Does) -> Standing:
    return Standing.SUGGESTED if does == Does.SUGGESTS else Standing.ASSERTED
