"""What is wrong with an input, where, and how to mend it."""

from __future__ import annotations

import os
import re
import shutil
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import IntEnum
from typing import Literal

LONGEST_QUOTATION = 80
MOST = 1000

MOST_PLACES = 3

Level = Literal["error", "notice"]


class Stage(IntEnum):
    """What a problem is one of. What stands earlier is told earlier, for it may be the cause of what stands later."""

    FILE = 1
    RECORD = 2
    ARTICLE = 3
    ADDRESS = 4
    LINK = 5
    PROSE = 6
    CAPTURE = 7


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    ``file`` is relative to the dossier's folder; ``line`` and ``column`` count from 1. ``field`` names
    the key at fault, or is empty. ``rule`` is a short name that can be looked up. An ``error`` has to be mended; a
    ``notice`` is odd, and either mended or accepted. ``record`` is the id of the record at fault, where one is known.
    Problems with the same ``cause`` are mended by one change, and are told as one; without a cause it is its own.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    field: str = ""
    hint: str = ""
    level: Level = "error"
    record: str = ""
    stage: Stage = Stage.RECORD
    cause: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        said = f"{self.field}: {self.message}" if self.field else self.message
        line = f"{where}: {self.level}[{self.rule}] {said}" + (f"; {self.hint}" if self.hint else "")
        return shown(line)


class Lines:
    """Where the characters of a text stand: line and column, both from 1, of an offset."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.first_line = first_line

    def at(self, offset: int) -> tuple[int, int]:
        place = bisect_right(self.starts, offset) - 1
        return self.first_line + place, offset - self.starts[place] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column."""
        return self.starts[line - self.first_line] + column - 1


def refused(error: OSError) -> str:
    """What the system refused, as ``FILE: why``; of several files, the first."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        source, _, why = error.args[0][0]
        why = re.sub(r"^\[Errno \d+\] |: '.*", "", str(why))
        return f"{source}: {why}"
    file, why = error.filename2 or error.filename, error.strerror or str(error)
    return f"{os.fspath(file)}: {why}" if isinstance(file, str | os.PathLike) else why


def first(problems: Iterable[Problem], most: int = MOST) -> Iterator[Problem]:
    """The first of many problems, and one that says how many more there are. Those of one cause count as one."""
    causes: set[str] = set()
    number = 0
    left_out: Problem | None = None
    for problem in problems:
        if problem.cause and problem.cause in causes:
            yield problem
            continue
        causes.add(problem.cause)
        number += 1
        if number <= most:
            yield problem
        else:
            left_out = left_out or problem
    if left_out:
        yield more_from(left_out, number - most)


def more_from(problem: Problem, number: int) -> Problem:
    """What stands for a problem and those after it, ``number`` in all, that are not told."""
    message = f"{number:,} more problems from here on"
    return replace(problem, rule="too-many", message=message, field="", hint="mend those above first", cause="")


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once and those of one cause as one: errors first, then by stage, then by place."""
    together: dict[object, list[Problem]] = {}
    for problem in sorted(set(problems), key=_rank):
        key = (problem.level, problem.cause) if problem.cause else problem
        together.setdefault(key, []).append(problem)
    return tuple(_as_one(found) for found in together.values())


def _rank(problem: Problem) -> tuple[object, ...]:
    place = problem.file, problem.line, problem.column
    return problem.level != "error", problem.stage, *place, problem.rule, problem.message, problem.field, problem.hint


def _as_one(found: list[Problem]) -> Problem:
    """The first of some problems of one cause, which says where the others are."""
    first_one = found[0]
    here = (first_one.file, first_one.line)
    others = [place for place in dict.fromkeys((one.file, one.line) for one in found) if place != here]
    if not others:
        return first_one
    shown_ones = [f"{file}:{line}" for file, line in others[:MOST_PLACES]]
    more = len(others) - len(shown_ones)
    told = [*shown_ones, *([f"{more:,} other place" + "s" * (more > 1)] if more else [])]
    listed = " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
    also = f"this also concerns {listed}"
    return replace(first_one, hint=f"{first_one.hint}; {also}" if first_one.hint else also)


def shown(text: str) -> str:
    """A text on one line, in which what a terminal would obey or could not show is spelled out."""
    return "".join(
        sign if sign.isprintable() else " " if sign == "\n" else sign.encode("unicode_escape").decode() for sign in text
    )


class ProblemsFound(Exception):
    """Raised once at the end of a step, with all problems of that step."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = ordered(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return listing(self.problems)


def listing(problems: Iterable[Problem]) -> str:
    """Problems as text, one a line, in the order given."""
    return "\n".join(str(problem) for problem in problems)


def dotted(path: Iterable[str | int]) -> str:
    """A way into a record as a curator counts: ``names.1.text`` is the text of the first name."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def quoted(value: object) -> str:
    """A value in quotation marks, cut where it is long."""
    text = str(value)
    return f'"{text if len(text) <= LONGEST_QUOTATION else text[:LONGEST_QUOTATION] + "…"}"'


def nearest(wanted: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like ``wanted``, or an empty string."""
    found = get_close_matches(wanted, list(known), n=1, cutoff=0.6)
    return f'did you mean "{found[0]}"?' if found else ""
