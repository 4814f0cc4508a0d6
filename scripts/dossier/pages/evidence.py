"""The panel that tells on what a page rests."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.evidence import Alone, Evidence, Share
from dossier.model.records import Source
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.templating import safe_address


@dataclass(frozen=True, slots=True)
class AloneView:
    """Something that rests on one source; ``address`` is a fragment of the page, or begins at the site's root."""

    words: str
    address: Markup
    is_here: bool


@dataclass(frozen=True, slots=True)
class AloneOfSource:
    """What rests on one source alone."""

    source: RecordLink
    found: tuple[AloneView, ...]


@dataclass(frozen=True, slots=True)
class ShareView:
    """Of how many things how many rest on one source, what that means, and which they are.

    Those that are ``marked_elsewhere`` are not listed here.
    """

    number: int
    of: str
    meaning: str
    are_numbers: bool
    marked_elsewhere: bool
    alone: tuple[AloneOfSource, ...]


@dataclass(frozen=True, slots=True)
class Newest:
    """The source that was published last, and when."""

    date: DateView
    source: RecordLink


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """How many sources, how many of them independent, how new, and what rests on one source alone.

    ``figure`` is the latest date of a figure; ``method`` the address of the page on how this is counted, or empty.
    """

    sources: int
    of_all: int
    independent: int
    of_these: str
    newest: Newest | None
    figure: Newest | None
    shares: tuple[ShareView, ...]
    summary: str
    method: Markup


def evidence_view(context: Context, evidence: Evidence, *, lists_what: bool = True) -> EvidenceView | None:
    """The panel of a page; ``None`` where nothing stands behind it.

    A page too long to say here which relations and claims rest on one source says where they are marked.
    """
    if not evidence.sources:
        return None
    words = context.words
    number, newest, figure = len(evidence.sources), evidence.newest, evidence.figure
    shares = tuple(_share(context, one, lists_what) for one in evidence.shares)
    return EvidenceView(
        sources=number,
        of_all=len(context.corpus.of(Source)),
        independent=len(evidence.independent),
        of_these=words.say("evidence.of_this", count=number),
        newest=Newest(date_view(context.words, newest.issued), context.sources[newest.id])
        if newest and newest.issued
        else None,
        figure=Newest(date_view(context.words, figure.as_of), context.sources[figure.source.id]) if figure else None,
        shares=shares,
        summary=words.say(f"evidence.{'which_and_how' if any(one.number for one in shares) else 'how_counted'}"),
        method=safe_address(context.method),
    )


def _share(context: Context, share: Share, lists_what: bool) -> ShareView:
    is_of_claims, meaning = share.what == "claim", context.words.say(f"alone.{share.what}")
    total = context.words.counted(share.what, share.total)
    if not lists_what:
        return ShareView(share.number, total, meaning, is_of_claims, True, ())
    alone = (AloneOfSource(context.sources[source.id], tuple(map(_alone, found))) for source, found in share.alone)
    return ShareView(share.number, total, meaning, is_of_claims, False, tuple(alone))


def _alone(one: Alone) -> AloneView:
    return AloneView(one.words, safe_address(one.address), one.address.startswith("#"))
