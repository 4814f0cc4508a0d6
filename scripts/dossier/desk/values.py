"""The figures and dates of a passage, as the values that a claim may give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.captures.note_marks import without_note_marks
from dossier.captures.said_dates import edtf_of
from dossier.checking.coverage import NUMBER_WORDS
from dossier.checking.plausibility.unsaid_values import MULTIPLES, numbers_in
from dossier.text.edtf import parse

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
YEAR = r"(?:1[4-9]|20)\d\d"
PART = r"(?:early|mid|late|the beginning of|the middle of|the end of)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WHEN = re.compile(
    rf"(?P<range>(?:between|from)\s+{YEAR}\s+(?:and|to|until)\s+{YEAR}|{YEAR}\s*[-–—]\s*{YEAR}|{YEAR}\s+to\s+{YEAR})"
    rf"|(?P<day>{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}|{MONTH}\s+{DAY},?\s+{YEAR})"
    rf"|(?P<month>{MONTH},?\s+(?:of\s+)?{YEAR})"
    rf"|(?P<part>{PART}[\s-]+(?:in\s+)?{YEAR}(?!s))"
    rf"|(?P<open>since\s+{YEAR})"
    rf"|(?P<about>(?:around|about|circa|c\.)\s+{YEAR})"
    rf"|(?P<decade>{YEAR[:-4]}\d0s)"
    rf"|(?P<iso>{YEAR}-\d\d(?:-\d\d)?)"
    rf"|(?P<no_year>{DAY}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{DAY})\b"
    rf"|(?P<year>(?<![\d,.$€£]){YEAR}(?![\d,]*\d|\.\d|%))",
    re.IGNORECASE,
)
WORDS = "|".join([*(word for word in NUMBER_WORDS if word not in ("one", "may")), "dozen", "billion"])
LOOSE = re.compile(
    r"\b(?:(?:tens|hundreds) of thousands|dozens|hundreds|thousands|millions)\b(?=(?P<after>(?:\s+of)?[^.;:]*))",
    re.IGNORECASE,
)
LOOSELY = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 1e6, "tens": 1e4}
FIGURE = (
    rf"(?:\d(?:[\d,]*\d)?(?:\.\d+)?|an? (?=hundred|thousand|million|dozen)(?:{WORDS})\b|(?:{WORDS})\b)"
    rf"(?:-one\b|[\s-](?:and\s+)?(?:{WORDS}|{'|'.join(MULTIPLES)})\b)*"
)
QUANTITY = re.compile(
    rf"\b(?P<low>{FIGURE})(?:\s*(?:to|and|or|[-–—])\s*(?P<high>{FIGURE}))?(?=(?P<after>\s*(?:%|[^\W\d_][^.;:()]*))?)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\b(?P<at_least>(?:more|no fewer|no less|not less|greater) than|over|at least|upwards of|exceeding|above)\s*$"
    r"|\b(?P<at_most>up to|at most|(?:fewer|less|no more|not more) than|under|below|a maximum of)\s*$"
    r"|\b(?P<roughly>about|around|some|roughly|approximately|approx\.|nearly|almost|close to|an estimated|estimated)"
    r"\s*$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)
ENDS_UNIT = frozenset(
    re.split(
        r"\s+",
        """a an the of to in and or nor but were was is are be been being had has have having did do does who whom that
        which from for by on at with as than into over under after before during since until per out between against
        across there then when where while would could may might will can said not each every all they them he she it
        its their his her this these those likely also still only""",
    )
)
LONGEST_UNIT = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value as a claim would hold it, and the words of the passage that give it."""

    words: str
    value: Mapping[str, str | bool]

    @property
    def is_date(self) -> bool:
        """Whether it is a date, and no quantity."""
        return "date" in self.value


def candidates(text: str) -> list[Candidate]:
    """The quantities of a passage, then its dates, each once, in the order in which they stand."""
    text = without_note_marks(text)
    dates = list(_dates(text))
    bare = text
    for found in WHEN.finditer(text):
        bare = bare[: found.start()] + ";" * len(found[0]) + bare[found.end() :]
    found_all = [*_quantities(bare), *dates]
    each: dict[object, Candidate] = {}
    for one in found_all:
        each.setdefault(tuple(one.value.items()), one)
    return list(each.values())


def _dates(text: str) -> Iterator[Candidate]:
    for found in WHEN.finditer(text):
        words = " ".join(found[0].split())
        if date := _edtf(str(found.lastgroup), words):
            as_given = {"as_given": words} if found.lastgroup == "part" else {}
            yield Candidate(words, {"date": date, **as_given})


def _edtf(kind: str, words: str) -> str:
    years = re.findall(YEAR, words)
    match kind:
        case "no_year":
            # A day without its year is no date that a record could hold, and no figure either.
            date = ""
        case "range":
            date = "/".join(sorted(years))
        case "open":
            date = f"{years[0]}/.."
        case "about":
            date = f"{years[0]}~"
        case "decade":
            date = f"{words[:3]}X"
        case "part" | "year":
            date = years[0]
        case _:
            date = edtf_of(re.sub(r"\bof\s+", "", words)).date
    try:
        return str(parse(date))
    except ValueError:
        return ""


def _quantities(text: str) -> Iterator[Candidate]:
    loose = list(LOOSE.finditer(text))
    for found in loose:
        words = found[0]
        least = next(LOOSELY[word] for word in words.casefold().split() if word in LOOSELY)
        yield Candidate(
            words, {"low": f"{least:.15g}", **_unit(found["after"]), "approximate": True, "as_given": words}
        )
    for found in QUANTITY.finditer(text):
        # Letters before a figure belong to a name, as in F-16.
        in_name = re.search(r"[^\W\d_]-?$", text[: found.start()])
        if not in_name and not any(one.start() <= found.start() < one.end() for one in loose):
            yield from _quantity(found, text)


def _quantity(found: re.Match[str], text: str) -> Iterator[Candidate]:
    low, high = _number(found["low"]), _number(found["high"] or "")
    unit = _unit(found["after"] or "")
    before = BEFORE.search(text[: found.start()])
    joined_by_and = re.search(r"\band\b", found[0][len(found["low"]) : len(found["low"]) + 5])
    words = found[0]
    if high and (float(high) < float(low) or (joined_by_and and not BETWEEN.search(text[: found.start()]))):
        for one in (low, high):
            yield Candidate(one, {"low": one, "high": one, **unit})
        return
    said = f"{before[0].strip()} {words}" if before else words
    match before.lastgroup if before else None:
        case "at_least":
            yield Candidate(said, {"low": low, **unit, "as_given": said})
        case "at_most":
            yield Candidate(said, {"high": high or low, **unit, "as_given": said})
        case "roughly":
            yield Candidate(said, {"low": low, "high": high or low, **unit, "approximate": True, "as_given": said})
        case _:
            yield Candidate(said, {"low": low, "high": high or low, **unit})


def _number(words: str) -> str:
    """A figure or number word as a plain number; empty for none."""
    parts = [list(numbers_in(part)) for part in re.split(r"\band\b", words)]
    return f"{sum(part[-1] for part in parts):.15g}" if all(parts) else ""


def _unit(after: str) -> dict[str, str]:
    """What is counted: the few words after a number, up to one that begins something else."""
    if after.lstrip().startswith("%"):
        return {"unit": "percent"}
    words: list[str] = []
    for found in re.finditer(r"[^\W\d_](?:[^\W_]|['’-](?=\w))*|,", after.removeprefix(" of")):
        if found[0] == "," or found[0].casefold() in ENDS_UNIT or len(words) == LONGEST_UNIT:
            break
        words.append(found[0])
    return {"unit": " ".join(words)} if words else {}
