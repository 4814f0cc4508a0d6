"""Dates as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Event
from dossier.model.words import Words
from dossier.text.edtf import Edtf

SEASONS = ("21", "22", "23", "24")


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words and as EDTF; ``is_time`` tells whether HTML holds it for a date too."""

    edtf: str
    words: str
    is_time: bool


def date_view(words: Words, when: Edtf, as_given: str | None = None) -> DateView:
    """A date as a page shows it: in the words of the source, where these are given."""
    return DateView(when.text, as_given or when.said(words.date_phrase), is_html_time(when.text) and not as_given)


def event_dates(words: Words, event: Event) -> tuple[DateView, ...]:
    """The dates that sources give an event, in the order of its record; none where none gives one."""
    return tuple({one.words: date_view(words, one.date, one.as_given) for one in event.dated}.values())


def dates_in_words(words: Words, event: Event) -> str:
    """The dates of an event, or that no source gives one."""
    said = words.say("dates.or").join(one.words for one in event_dates(words, event))
    return said or words.say("dates.undated")


def is_html_time(text: str) -> bool:
    """Whether an EDTF text is a valid ``datetime`` of HTML: a year, a month or a day without a doubt."""
    if len(text) not in (4, 7, 10) or "X" in text or "/" in text:
        return False
    return text[-1] not in "~?%" and text[5:7] not in SEASONS
