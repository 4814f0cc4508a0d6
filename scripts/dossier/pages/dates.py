"""Dates as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Event
from dossier.text.edtf import Edtf


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words and as EDTF."""

    edtf: str
    words: str


def date_view(when: Edtf, as_given: str | None = None) -> DateView:
    """A date as a page shows it: in the words of the source, where these are given."""
    return DateView(when.text, as_given or when.words)


def event_dates(event: Event) -> tuple[DateView, ...]:
    """The dates that sources give an event, in the order of its record; none where none gives one."""
    return tuple({one.words: date_view(one.date, one.as_given) for one in event.dated}.values())
