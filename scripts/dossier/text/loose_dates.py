"""Dates that a source gives loosely (“late 2014”): the part of the year that such words can mean at most."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import replace
from datetime import date

from dossier.text.edtf import Edtf, last_day

# The first and the last month that each word can mean.
PARTS = {"early": (1, 4), "beginning": (1, 4), "mid": (5, 8), "middle": (5, 8), "late": (9, 12), "end": (9, 12)}
WORDS = re.compile(rf"\b({'|'.join(PARTS)})\b")
MONTHS = re.compile(rf"\b({'|'.join(filter(None, month_name))})\b")


def narrowed(when: Edtf, as_given: str | None) -> Edtf:
    """The date with the bounds that the words leave it: of a single year the third of which they speak.

    Any other date, one of which the words name no part, and one where they name a month (“weeks after early May”) stays
    as it is.
    """
    found = WORDS.search(as_given.casefold()) if as_given and not MONTHS.search(as_given) else None
    if not found or not re.fullmatch(r"\d{4}[~?%]?", when.text):
        return when
    year, (first, last) = int(when.text[:4]), PARTS[found[1]]
    return replace(when, earliest=date(year, first, 1), latest=last_day(year, last))
