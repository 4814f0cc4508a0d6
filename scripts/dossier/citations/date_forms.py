"""How formats of references write a date: none has room for all of EDTF, and each says what it can without error."""

from __future__ import annotations

import re

from dossier.citations.csl_json import Item, edtf_of
from dossier.text.edtf import DOUBTS, OPEN, SEASONS, Edtf, parse

POINT_IN_TIME = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def date_of(item: Item) -> Edtf | None:
    """The date of an item with all that is said of it; ``None`` where none is known."""
    issued = item.get("issued")
    return parse(item.get("custom", {}).get("issued") or edtf_of(issued)) if issued else None


def is_period(date: Edtf) -> bool:
    """Whether it is no point in time, but a period or one of several years."""
    return "/" in date.text or "X" in date.text[:4]


def biblatex_date(item: Item, date: Edtf) -> str:
    """The date of an item in biblatex's own EDTF, as far as pandoc and citation-js read it too.

    They take ``201X`` for 2010 or for nothing, and one of them refuses the whole file for ``../2020``: such a date is
    written as CSL has it, ``2010~/2019~`` and ``2020~``.
    """
    is_unread = "X" in date.text or any(end in OPEN for end in date.text.split("/"))
    return edtf_of(item["issued"]) if is_unread else date.text


def ris_date(date: Edtf) -> str:
    """``YYYY/MM/DD/`` where that says all; else text that no program takes for another date."""
    parts = _parts(_known(date.text))
    return "/".join([*parts, *[""] * (4 - len(parts))]) if parts else date_text(date)


def date_text(date: Edtf) -> str:
    """A date as text that no program takes for another date: EDTF for a point in time, words for what is none.

    ``2023-05``, ``2023-05?``, ``2016 to 2018``, ``since 2016``, ``spring 2015``, ``between 2010 and 2019``.
    """
    text = _known(date.text)
    if _parts(text.rstrip("".join(DOUBTS))):
        return text
    if "X" in text and "/" not in text:
        return f"between {_digits(text, '0')} and {_digits(text, '9')}"
    start, slash, end = text.partition("/")
    return Edtf(_digits(start, "0") + slash + _digits(end, "9"), date.earliest, date.latest).words


def first_year(date: Edtf) -> str:
    """The year with which a date begins; empty where not all of its digits are known."""
    year = date.text[:4]
    return year if year.isdecimal() else ""


def _parts(text: str) -> tuple[str, ...]:
    """Year, month and day of a point in time, as far as it is known; a season is none."""
    found = POINT_IN_TIME.fullmatch(text)
    parts = tuple(part for part in found.groups() if part) if found else ()
    return () if parts[1:2] and parts[1] in SEASONS else parts


def _known(text: str) -> str:
    """A date without the parts of which it says only that they are unknown."""
    return re.sub(r"(-XX)+", "", text)


def _digits(text: str, digit: str) -> str:
    return text.replace("X", digit)
