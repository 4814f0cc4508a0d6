"""The list of corrections below the page about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import redirect_url
from dossier.model.records import Correction, Redirect
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink
from dossier.pages.page import former_heading
from dossier.pages.templating import safe_address

# Of a longer list only the newest stand open.
LONGEST, NEWEST = 12, 8


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was changed, when, in which record, and why; of a record that is gone ``link`` leads to where it was."""

    changed: str
    date: DateView
    link: RecordLink
    why: str


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """The newest corrections, and the older ones, which a page folds; each newest first."""

    newest: tuple[CorrectionView, ...]
    older: tuple[CorrectionView, ...]


def corrections_view(context: Context) -> CorrectionsView:
    """All corrections, and the withdrawals that are dated and of which no correction tells."""
    ordered = sorted(_all(context.corpus), key=lambda one: one.date.sort_key, reverse=True)
    shown = tuple(_correction(context, one) for one in ordered)
    shown_open = len(shown) if len(shown) <= LONGEST else NEWEST
    return CorrectionsView(shown[:shown_open], shown[shown_open:])


def _all(corpus: Corpus) -> Iterator[Correction]:
    yield from corpus.corrections
    told = {one.record for one in corpus.corrections}
    for one in corpus.redirects.values():
        if one.reason == "withdrawn" and one.date and one.id not in told:
            yield Correction(
                date=one.date, record=one.id, changed=corpus.words.say(f"corrections.withdrawn_{one.kind}"), why=one.why
            )


def _correction(context: Context, one: Correction) -> CorrectionView:
    link = context.links.get(one.record) or _former_link(context.corpus, context.corpus.redirects[one.record])
    return CorrectionView(one.changed, date_view(context.words, one.date), link, one.why)


def _former_link(corpus: Corpus, redirect: Redirect) -> RecordLink:
    return RecordLink(
        redirect.kind, redirect.id, safe_address(redirect_url(redirect)), former_heading(corpus, redirect)
    )
