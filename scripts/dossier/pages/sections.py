"""The sections that pages of several kinds have: events, names, questions, claims about a record, its mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import Mention
from dossier.corpus.judged_events import is_rejected
from dossier.corpus.known_by import first_known
from dossier.corpus.themes import is_long, paragraphs_on
from dossier.model.addresses import document_url
from dossier.model.records import Claim, Event, Name, Named, Question, Source
from dossier.model.vocabulary import language
from dossier.model.words import Words
from dossier.pages.claims import ClaimView
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view, event_dates
from dossier.pages.links import RecordLink, linked
from dossier.pages.templating import safe_address
from dossier.reading.markdown_file import Document, pieces, sentence_with
from dossier.text.direction import direction


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event by its dates; ``published`` is the ISO day from which it is known, or empty.

    ``rejected`` says that every source which tells of it rejects that it happened; else it is empty.
    """

    dates: tuple[DateView, ...]
    link: RecordLink
    published: str
    rejected: str = ""


def event_rows(context: Context, events: Iterable[Event]) -> tuple[DatedEvent, ...]:
    """Events in the order given."""
    return tuple(
        DatedEvent(
            event_dates(context.words, one),
            context.links[one.id],
            known_day(context.corpus, one.told_by),
            context.words.say("sections.rejected") if is_rejected(context.corpus, one) else "",
        )
        for one in events
    )


def known_day(corpus: Corpus, claims: Iterable[str]) -> str:
    """The ISO day from which at least one of these claims is known; empty where that is always so."""
    return str(first_known(corpus, map(corpus.claim, claims)) or "")


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in its script; ``lang`` is a BCP 47 tag, empty for English."""

    text: str
    lang: str
    is_rtl: bool


@dataclass(frozen=True, slots=True)
class UsedName:
    """A name that stands among the first: what it is, and the sources that use it."""

    name: NameView
    kind: str
    users: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """What a register elsewhere calls the subject of a page; ``address`` is empty where it has none."""

    label: str
    identifier: str
    address: Markup


@dataclass(frozen=True, slots=True)
class UnusedNames:
    """Names of one sort that no source uses."""

    label: str
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a record: the primary one and those that sources use, the others by sort, and those elsewhere."""

    used: tuple[UsedName, ...]
    unused: tuple[UnusedNames, ...]
    elsewhere: tuple[ElsewhereView, ...] = ()


def names_of(context: Context, record: Named) -> Names:
    """The names of a record."""
    used = tuple(
        UsedName(name_view(one), _name_kind(context.words, one), linked(context.sources, one.users))
        for one in record.names
        if one.used_by or one.kind == "primary"
    )
    rest = [one for one in record.names if not one.used_by and one.kind != "primary"]
    kinds = {one: _name_kind(context.words, one) for one in rest}
    labels = dict.fromkeys(kinds.values())
    unused = (UnusedNames(label, tuple(name_view(one) for one in rest if kinds[one] == label)) for label in labels)
    elsewhere = (ElsewhereView(one.label, one.identifier, safe_address(one.address)) for one in record.elsewhere)
    return Names(used, tuple(unused), tuple(elsewhere))


def _name_kind(words: Words, name: Name) -> str:
    kind = words.say(f"name_kinds.{name.kind}")
    return (
        kind if name.lang == "en" else words.say("languages.with_kind", kind=kind, language=language(words, name.lang))
    )


def name_view(name: Name) -> NameView:
    """A name in its script."""
    return NameView(name.text, "" if name.lang == "en" else name.lang, direction(name.text) == "rtl")


def native_name(record: Named) -> NameView | None:
    """The first name that is written from right to left."""
    return next((name_view(one) for one in record.names if direction(one.text) == "rtl"), None)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, and how many positions it has, in words."""

    link: RecordLink
    positions: str


def questions_about(context: Context, key: str) -> tuple[QuestionRow, ...]:
    """The questions about a record."""
    return question_rows(context, context.corpus.referring(key, "about", Question))


def question_rows(context: Context, questions: Iterable[Question]) -> tuple[QuestionRow, ...]:
    """Questions in the order given."""
    return tuple(
        QuestionRow(context.links[one.id], context.words.counted("position", len(one.positions))) for one in questions
    )


@dataclass(frozen=True, slots=True)
class SourceClaims:
    """Claims of one source."""

    source: RecordLink
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ClaimsAbout:
    """The claims about a record by source, oldest publication first, and how many there are."""

    counted: str
    groups: tuple[SourceClaims, ...]


def claim_list(context: Context, claims: Iterable[Claim]) -> tuple[ClaimView, ...]:
    """Claims as pages show them."""
    return tuple(context.claims[one.id] for one in claims)


def counted_in_sources(corpus: Corpus, claims: list[Claim]) -> str:
    """How many claims in how many sources, and in which order they stand."""
    words = corpus.words
    sources = words.counted("source", len(corpus.sources_of(claims)))
    return words.say("sections.in_sources", claims=words.counted("claim", len(claims)), sources=sources)


def claims_about(context: Context, key: str) -> ClaimsAbout | None:
    """The claims about a record; ``None`` where there are none, or where they stand on pages of their own."""
    found = context.corpus.claims_about(key)
    if not found or is_long(found):
        return None
    groups = tuple(
        SourceClaims(context.sources[source], claim_list(context, own))
        for source, own in groupby(found, key=lambda claim: claim.source)
    )
    return ClaimsAbout(counted_in_sources(context.corpus, found), groups)


@dataclass(frozen=True, slots=True)
class MentionView:
    """A sentence of prose that links a record, as plain words, where it stands, and the words for that."""

    where: str
    address: Markup
    words: str


@dataclass(frozen=True, slots=True)
class PageMentions:
    """The mentions on one page of prose; ``id`` is that of the section."""

    id: str
    title: str
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where prose mentions a record, by page, and how often."""

    counted: str
    pages: tuple[PageMentions, ...]


def mentions_of(context: Context, key: str) -> Mentions | None:
    """Where prose mentions a record; ``None`` where it nowhere does, or where that has a page of its own."""
    found = paragraphs_on(context.corpus, key)
    return mentions_in(context, key, found) if found and not is_long(found) else None


def mentions_in(context: Context, key: str, found: Sequence[Mention]) -> Mentions:
    """These mentions of a record."""
    pages = tuple(_page_mentions(context, key, document, own) for document, own in by_document(found))
    words = context.words
    paragraphs, on = words.counted("paragraph", len(found)), words.counted("page", len(pages))
    return Mentions(words.say("sections.in_pages", paragraphs=paragraphs, pages=on), pages)


def by_document(mentions: Iterable[Mention]) -> Iterator[tuple[Document, list[Mention]]]:
    """Mentions by the page of prose that they stand in."""
    for _, found in groupby(mentions, key=lambda one: one.document.file):
        own = list(found)
        yield own[0].document, own


def _page_mentions(context: Context, key: str, document: Document, mentions: list[Mention]) -> PageMentions:
    shown = tuple(_mention(context, key, document, one) for one in mentions)
    return PageMentions(f"mentions-in-{document.name.replace('/', '-')}", document.title, shown)


def _mention(context: Context, key: str, document: Document, mention: Mention) -> MentionView:
    number, address = mention.block.number, document_url(document)
    say = context.words.say
    where = say("sections.paragraph", number=str(number)) if number else say("sections.in_the_text")
    address += f"#p{number}" if number else ""
    return MentionView(where, safe_address(address), context.plain(excerpt(mention, key)))


def excerpt(mention: Mention, key: str) -> str:
    """The sentence of a block that links the record, its marks kept."""
    found = pieces(mention.block)
    return sentence_with(next((one for one in found if re.search(rf"\[\[{key}[|\]]", one)), found[0]), key)


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of where a source was published; each part is empty where it is not."""

    link: RecordLink
    title: str
    authors: str
    container: str
    publisher: str
    issued: DateView | None


def publication(context: Context, source: Source) -> Publication:
    """The publication of a source."""
    return Publication(
        context.links[source.id],
        source.title,
        authors(context.words, source),
        source.container_title or "",
        source.publisher or "",
        date_view(context.words, source.issued) if source.issued else None,
    )


def authors(words: Words, source: Source) -> str:
    """The authors of a source in words: ``A. Tarn, Guild of Lamps and B. Quay``."""
    names = [one.literal or " ".join(filter(None, (one.given, one.family))) for one in source.author]
    *first, last = names or [""]
    return words.say("sections.authors", first=", ".join(first), last=last) if first else last
