"""What a captured article became: each of its lines with what it was taken for, and its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import Literal

from dossier.captures.boilerplate import SENTENCE_END

Role = Literal["paragraph", "heading", "dropped", "author"]

LONG_LINE = 12
LONG_PARAGRAPH = 15
SHOWN = 70
# Kana, Chinese and Japanese signs, and Thai.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


def length(text: str) -> int:
    """How many words a text has; of a script without blanks between words, every two signs are one."""
    return max(len(text.split()), len(UNSPACED.findall(text)) // 2)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a capture that is not blank, numbered from 1: what it was taken for, and why, if no plain paragraph.

    ``told`` is what was mended in it, or could not be.
    """

    number: int
    text: str
    role: Role = "paragraph"
    reason: str = ""
    unsure: str = ""
    told: str = ""

    @property
    def verdict(self) -> str:
        """What the line was taken for, and why, in words."""
        role = {"paragraph": "kept", "author": "note on the author"}.get(self.role, self.role)
        why = "; ".join(part for part in (self.reason, self.unsure and f"not sure: {self.unsure}") if part)
        return f"{role} ({why})" if why and why != role else role

    @property
    def is_paragraph(self) -> bool:
        """Whether it is so long that it can be nothing else."""
        return length(self.text) > LONG_PARAGRAPH

    @property
    def is_long(self) -> bool:
        """Whether it is longer than a label or a heading mostly is."""
        return length(self.text) > LONG_LINE or bool(SENTENCE_END.search(self.text) and length(self.text) > 6)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean article: what each line of the capture became, and its headings and paragraphs in order (``parts``).

    Paragraphs are numbered from 1 in this order. ``told`` is what a curator should know of how the file was read.
    """

    lines: tuple[Line, ...]
    parts: tuple[tuple[Role, str], ...]
    told: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs in order, without headings."""
        return tuple(text for role, text in self.parts if role == "paragraph")

    def of(self, role: Role) -> list[Line]:
        """The lines that were taken for this."""
        return [line for line in self.lines if line.role == role]

    @property
    def unsure(self) -> list[Line]:
        """The lines that no rule was sure of; they were kept."""
        return [line for line in self.lines if line.unsure]

    @property
    def author_notes(self) -> list[str]:
        """The texts of the lines about the authors, bylines included."""
        return [line.text for line in self.of("author")]

    def article(self) -> str:
        """Headings, and paragraphs each with its number, a blank line between."""
        numbers = count(1)
        return "\n\n".join(
            f"## {text}" if role == "heading" else f"[{next(numbers)}] {text}" for role, text in self.parts
        )

    def report(self) -> str:
        """How the file was read; what the lines that are no plain paragraphs were taken for, and why; one a line."""
        lines = [line for line in self.lines if line.role != "paragraph" or line.reason or line.unsure]
        verdicts = [f"line {line.number}: {line.verdict}: {shown(line.text)}" for line in lines]
        mended = [f"line {line.number}: {line.told}: {shown(line.text)}" for line in self.lines if line.told]
        return "\n".join([*self.told, *mended, *verdicts])


def shown(text: str) -> str:
    """The first words of a line, for a report."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
