"""The list of corrections below the page about them."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Correction
from dossier.pages.context import Context
from dossier.pages.dates import DateView, date_view
from dossier.pages.links import RecordLink


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was changed, when, in which record, and why; ``link`` is empty where the record is gone."""

    changed: str
    date: DateView
    record: str
    link: RecordLink | None
    why: str


def corrections_view(context: Context) -> tuple[CorrectionView, ...]:
    """All corrections, newest first."""
    ordered = sorted(context.corpus.corrections, key=lambda one: one.date.sort_key, reverse=True)
    return tuple(_correction(context, one) for one in ordered)


def _correction(context: Context, one: Correction) -> CorrectionView:
    return CorrectionView(one.changed, date_view(one.date), one.record, context.links.get(one.record), one.why)
