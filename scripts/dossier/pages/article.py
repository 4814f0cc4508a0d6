"""What stands around a restated article: the publication above it, claims beside its paragraphs, citing below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.carrying_sentence import sentence_of
from dossier.corpus.corpus import Corpus
from dossier.corpus.related import Parallel, Parallels
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Claim, Source
from dossier.model.words import Words
from dossier.pages.claims import sureness
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.notes import Notes
from dossier.pages.prose import ProsePart
from dossier.pages.sections import Publication, authors, publication
from dossier.pages.templating import safe_address
from dossier.text.marked_text import shortened

SUBJECTS_SHOWN, RECORDS_SHOWN = 2, 1
# Letters of the perspective before it is unfolded: about two lines.
LONGEST_BEGINNING = 160


@dataclass(frozen=True, slots=True)
class SourceCard:
    """The publication that a page restates; what is not known of it is empty.

    ``speaks`` is the beginning of the perspective in plain words.
    """

    label: str
    authors: str
    published_in: str
    issued: DateView | None
    url: Markup
    counted: str
    speaks: str
    perspective: tuple[ProsePart, ...]
    note: str


def source_card(context: Context, source: Source, notes: Notes) -> SourceCard:
    """The card of a source above its article."""
    article = context.corpus.article(source.id)
    words = context.words
    paragraphs = words.counted("paragraph", len(article.paragraphs) if article else 0)
    claims = words.counted("claim", len(context.corpus.claims_of(source.id)))
    return SourceCard(
        label=source.label,
        authors=authors(words, source),
        published_in=source.container_title or source.publisher or "",
        issued=date_view(context.words, source.issued) if source.issued else None,
        url=safe_address(source.URL or ""),
        counted=words.say("article.extent", paragraphs=paragraphs, claims=claims),
        speaks=shortened(context.plain(source.perspective), LONGEST_BEGINNING),
        perspective=context.prose(source.perspective, notes),
        note=source.note or "",
    )


@dataclass(frozen=True, slots=True)
class MovedClaim:
    """A claim that stood on this page, and went to another source (``to``) or nowhere; ``said`` may not be known."""

    id: str
    said: str
    reason: str
    why: str
    to: str
    address: Markup


@dataclass(frozen=True, slots=True)
class SourceEnd:
    """How to cite an article, and the claims that stood on its page before."""

    publication: Publication
    url: Markup
    moved: tuple[MovedClaim, ...]


def source_end(context: Context, source: Source) -> SourceEnd:
    """What stands below the article of a source."""
    return SourceEnd(publication(context, source), safe_address(source.URL or ""), _moved(context.corpus, source))


def _moved(corpus: Corpus, source: Source) -> tuple[MovedClaim, ...]:
    gone = (one for one in corpus.redirects.values() if one.kind == "claim")
    own = ((one, corpus.claim(one.to) if one.to else None) for one in gone if one.source == source.id)
    return tuple(
        MovedClaim(
            one.id,
            one.said or "",
            one.reason,
            one.why,
            to.id if to else "",
            safe_address(url_for(to) if to else ""),
        )
        for one, to in own
        if to is None or to.source != source.id
    )


@dataclass(frozen=True, slots=True)
class MarginClaim:
    """A claim beside its paragraph; ``former_ids`` are those that it had before.

    ``said`` is who says it where it is not the author, and how firmly where that is not outright; ``sentence`` is the
    number of the sentence that carries it, from 1, or 0.
    """

    id: str
    former_ids: tuple[str, ...]
    address: Markup
    text: str
    said: str
    sentence: int


@dataclass(frozen=True, slots=True)
class RelatedParagraph:
    """A paragraph of another source on the same subject, and what both share, in words."""

    words: str
    address: Markup
    shared: str


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands beside a paragraph: its claims, related paragraphs, and the captured words in a private build."""

    number: int
    claims_counted: str
    claims: tuple[MarginClaim, ...]
    related: tuple[RelatedParagraph, ...]
    full_text: str


def margin(context: Context, number: int, claims: Iterable[Claim], near: Parallels | None, full_text: str) -> Margin:
    """The margin of a paragraph."""
    former = former_ids(context.corpus)
    shown = tuple(_margin_claim(context, claim, number, former) for claim in claims)
    both = (("article.earlier", near.earlier), ("article.later", near.later)) if near else ()
    related = tuple(_related(context.words, when, one) for when, one in both if one)
    return Margin(number, context.words.counted("claim", len(shown)), shown, related, full_text)


def former_ids(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The ids that records had before they were renamed or merged, by their id now."""
    found: dict[str, tuple[str, ...]] = {}
    for one in corpus.redirects.values():
        if one.to:
            found[one.to] = (*found.get(one.to, ()), one.id)
    return found


def _margin_claim(context: Context, claim: Claim, number: int, former: Mapping[str, tuple[str, ...]]) -> MarginClaim:
    view = context.claims[claim.id]
    firmness = "" if claim.certainty == "stated" else sureness(context.words, claim.certainty)
    said = ", ".join(filter(None, (view.speaker.words if view.speaker else "", firmness)))
    sentence = sentence_of(context.corpus, claim, number)
    return MarginClaim(claim.id, former.get(claim.id, ()), view.address, claim.text, said, sentence)


def _related(words: Words, when: str, one: Parallel) -> RelatedParagraph:
    links = [words.counted("link_between_claims", one.links)] if one.links else []
    shared = [*one.subjects[:SUBJECTS_SHOWN], *one.records[:RECORDS_SHOWN]]
    subjects = "; ".join([*links, *(record.heading for record in shared)])
    address = safe_address(paragraph_url(one.source.id, one.number))
    where = words.say(when, source=one.source.label, number=str(one.number))
    return RelatedParagraph(where, address, subjects)
