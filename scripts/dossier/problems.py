"""What is wrong with an input, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_QUOTATION = 80


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend.

    ``file`` is relative to the dossier's folder; ``line`` and ``column`` count from 1. ``field`` names
    the key at fault, or is empty. ``rule`` is a short name that can be looked up.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    field: str = ""
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        said = f"{self.field}: {self.message}" if self.field else self.message
        line = f"{where}: error[{self.rule}] {said}" + (f"; {self.hint}" if self.hint else "")
        return line.replace("\n", " ")


class ProblemsFound(Exception):
    """Raised once at the end of a step, with all problems of that step."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(listing(self.problems))


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
