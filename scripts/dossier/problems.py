"""What is wrong with an input, where, and how to mend it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

LONGEST_QUOTATION = 80
MOST = 1000

Level = Literal["error", "notice"]


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend.

    ``file`` is relative to the dossier's folder; ``line`` and ``column`` count from 1. ``field`` names
    the key at fault, or is empty. ``rule`` is a short name that can be looked up. An ``error`` has to be mended; a
    ``notice`` is odd, and either mended or accepted. ``record`` is the id of the record at fault, where one is known.
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


def first(problems: Iterable[Problem], most: int = MOST) -> Iterator[Problem]:
    """The first of many problems, and one that says that there are more; what comes after is not looked for."""
    for number, problem in enumerate(problems):
        if number == most:
            yield replace(problem, rule="too-many", message="more of the same kind", field="", hint="mend those first")
            return
        yield problem


def shown(text: str) -> str:
    """A text on one line, in which what a terminal would obey or could not show is spelled out."""
    return "".join(
        sign if sign.isprintable() else " " if sign == "\n" else sign.encode("unicode_escape").decode() for sign in text
    )


class ProblemsFound(Exception):
    """Raised once at the end of a step, with all problems of that step."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
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
