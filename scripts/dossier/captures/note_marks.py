"""Marks of footnotes in a running text: ``[1]``, ``[citation needed]``, raised figures, and ``war.12 The``."""

from __future__ import annotations

import re

NUMBERS = r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*"
BRACKETED = re.compile(
    rf"\[(?:\^?{NUMBERS}|[a-z]{{1,2}}|[ivxlc]{{1,6}}|(?:note|nb|fn|n)\.? ?\d{{1,3}}|\*+|"
    r"(?:better source|citation|clarification|verification|page|source|attribution|full citation)s? needed|"
    r"(?:who|when|where|which|by whom|according to whom|dubious|disputed|failed verification|dead link)"
    r"(?: ?[–-] ?discuss)?\?*|edit)\]",
    re.IGNORECASE,
)
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,–-]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
# After these a full stop ends no sentence, and a number belongs to them.
ABBREVIATED = (
    "approx|art|arts|ca|cap|ch|chap|cf|cl|col|cols|dept|doc|ed|eds|eg|est|etc|fig|figs|gen|ibid|lt|maj|mt|no|nos|nr|op|"
    "p|par|para|pp|pt|res|rs|sec|sect|ser|sgt|st|ste|ver|vol|vols|vs|"
    "jan|feb|mar|apr|may|jun|june|jul|july|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    "january|february|march|april|august|september|october|november|december"
)
SHORT = rf"(?<![^\W\d_])(?!(?i:{ABBREVIATED})[.,;:](?![\"”’]))"
# A number stuck to the end of a sentence or of a clause, with the text going on as after any other.
AFTER_STOP = re.compile(rf"{SHORT}([^\W\d_]{{2,}}[.!?…][\"”’)\]]*){NUMBERS}(?=\s+[\"“‘(]*[^\W\d_a-z]|\s*$)")
AFTER_COMMA = re.compile(rf"({SHORT}[a-z]{{3,}}[,;:]|[\"”’)][,;:]?){NUMBERS}(?=\s+[a-z(“]|\s*$)")
# A number stuck to a year at the end of a sentence or of a clause: no year has a fraction.
AFTER_YEAR = re.compile(
    r"(?<![\w.,])((?:1[89]|20)\d\d[”\"’)]*(?:[.!?](?=\d{1,3}\s+[“\"(]*[A-Z]|\d{1,3}\s*$)|[,;:](?=\d{1,2}\s)))\d{1,3}"
)
# A number stuck to a word in small letters. A name such as F16 or Covid19 keeps its own.
AFTER_WORD = re.compile(r"(?<![\w-])([a-z][a-z’']{3,})\d{1,2}(?:[,–-]\d{1,2})*(?=[\s.,;:!?”\")]|$)")


def without_note_marks(text: str) -> str:
    """The text without them, for finding figures: what is left is not to be shown, for a rule may err."""
    text = RAISED.sub("", BRACKETED.sub("", text))
    for pattern in (AFTER_STOP, AFTER_COMMA, AFTER_YEAR, AFTER_WORD):
        text = pattern.sub(r"\1", text)
    return text
