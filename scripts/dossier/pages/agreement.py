"""What sources say independently of each other, by theme, strongest first, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.agreement import (
    AgreedPosition,
    AgreedRelation,
    agreed_positions,
    agreed_relations,
    theme_of,
)
from dossier.corpus.comparison import Does, SourceAnswer
from dossier.corpus.firmness import Standing
from dossier.corpus.standing import SourceStanding, StatementStanding, standing_of
from dossier.corpus.themes import themes
from dossier.model.addresses import position_url
from dossier.model.records import Source
from dossier.model.words import Words
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
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
class AgreedView:
    """Something on which independent sources agree.

    It is an answer (``label``, ``address`` and the ``question``), or a relation (``holder``, ``words``, ``to``).
    ``counted`` says how many independent sources there are; ``dependent`` are those that say so too.
    """

    label: str
    address: Markup
    question: RecordLink | None
    holder: RecordLink | None
    to: RecordLink | None
    counted: str
    said_by: tuple[SourceVoice, ...]
    dependent: tuple[RecordLink, ...]
    rejected_by: tuple[SourceVoice, ...]
    contradicted_by: tuple[SourceVoice, ...]
    others: tuple[OtherAnswer, ...]
    disputing: tuple[ClaimView, ...]

    @property
    def is_undisputed(self) -> bool:
        return not (self.rejected_by or self.contradicted_by or self.others or self.disputing)


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
    ]
    ordered = [(theme if theme in known else "", view) for _, theme, view in sorted(every, key=lambda one: one[0])]
    titles = {**known, "": context.words.say("agreement.other_matters") if any(theme for theme, _ in ordered) else ""}
    groups = (
        AgreedTheme(key or "other", title, tuple(view for theme, view in ordered if theme == key))
        for key, title in titles.items()
    )
    undisputed = sum(view.is_undisputed for _, view in ordered)
    return AgreementView(sentence(context.words, len(ordered), undisputed), tuple(one for one in groups if one.found))


def sentence(words: Words, number: int, undisputed: int) -> str:
    """How many statements independent sources make, and against how many of them nobody speaks."""
    said = "none_speaks_against" if undisputed else "each_of_them"
    against = words.say(f"agreement.{said}", undisputed=undisputed)
    return words.say("agreement.summed_up", statements=words.counted("statement", number), against=against)


def _position(context: Context, one: AgreedPosition) -> AgreedView:
    question = one.answers.question
    return AgreedView(
        context.plain(one.taken.position.label),
        safe_address(position_url(question, one.taken.position)),
        context.links[question.id],
        None,
        None,
        strength_words(context.words, one.independent, one.asserting),
        _voices(context, one.holding),
        _dependent(context, (each.source for each in one.holding), one.independent),
        _voices(context, (each for each in one.against if each.does == Does.REJECTS)),
        _voices(context, (each for each in one.against if each.does == Does.CONTRADICTS)),
        _others(context, one),
        claim_list(context, one.disputing),
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
    said = standing_view(context, standing_of(context.corpus, one.told))
    judged = standing_view(context, relation.judged)
    return AgreedView(
        relation.words_from(relation.holder.id),
        Markup(),
        None,
        context.links[relation.holder.id],
        context.links[relation.to.id],
        strength_words(context.words, one.independent, one.asserting),
        said.said_by,
        _dependent(context, context.corpus.sources_of(one.told), one.independent),
        judged.rejected_by,
        judged.denied_by,
        (),
        (),
    )


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
