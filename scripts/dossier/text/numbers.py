"""Whole numbers as prose writes them."""

from __future__ import annotations

import re

WORDS = "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
VALUES = {word: number for number, word in enumerate(WORDS)} | {"no": 0, "neither": 0, "nobody": 0, "both": 2}
# What says one where no number stands beside it: “only the profile”, but “only two”.
LEAVING_OUT = {"only", "single", "alone"}


def numbers_in(words: str) -> set[int]:
    """The numbers in some words: ``two of the five`` has two."""
    found = re.findall(r"\d+|[a-z]+", words.casefold())
    numbers = {int(one) if one.isdigit() else VALUES[one] for one in found if one.isdigit() or one in VALUES}
    return numbers or ({1} if LEAVING_OUT.intersection(found) else set())


def number_in(words: str) -> int | None:
    """The one number in some words (``all three``, ``12``, ``only the profile``); ``None`` for none or several."""
    numbers = numbers_in(words)
    return numbers.pop() if len(numbers) == 1 else None
