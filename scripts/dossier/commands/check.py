"""A dossier checked as its curators check it: what is wrong, and what is odd besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dossier.checking.plausibility import notices
from dossier.checking.plausibility.given import Given
from dossier.checking.rules import check
from dossier.corpus.corpus import Corpus
from dossier.load import read
from dossier.model.records import Claim
from dossier.model.vocabulary import counted
from dossier.problems import Problem, Stage, listing, ordered

NOTICES = "Notices, of which each may be right:"


@dataclass(frozen=True, slots=True)
class Captures:
    """The captured paragraphs by source, and the files that are not there."""

    paragraphs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: errors, then notices, each sorted by place; ``captures`` only where a folder was named."""

    corpus: Corpus
    errors: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    captures: Captures | None

    @property
    def compared(self) -> str:
        """With what the records were compared, in words."""
        if self.captures is None:
            return "not compared with captures"
        paragraphs = self.captures.paragraphs
        anchors = sum(claim.source in paragraphs for claim in self.corpus.of(Claim))
        return f"{counted(anchors, 'anchor')} found in {counted(len(paragraphs), 'captured article')}"

    @property
    def listing(self) -> str:
        """The errors, one a line, then the notices under a heading of their own."""
        parts = [listing(self.errors), f"{NOTICES}\n{listing(self.notices)}" if self.notices else ""]
        return "\n\n".join(part for part in parts if part)

    @property
    def counts(self) -> str:
        """How many errors and notices there are; empty where there are none."""
        parts = ((self.errors, "problem"), (self.notices, "notice"))
        return " and ".join(counted(len(found), word) for found, word in parts if found)


def checked(root: Path, today: date, folder: Path | None = None) -> Checked:
    """The dossier in ``root`` checked as far as it can be read, and held against the captured articles in ``folder``.

    Raises ``OSError`` where a captured article cannot be read.
    """
    corpus, found = read(root)
    found += check(corpus)
    captures, misfits = _held_against(corpus, root, folder) if folder else (None, [])
    found += misfits
    faulty = {problem.record for problem in found}
    found += notices(corpus, Given(today, captures.paragraphs if captures else {}), faulty)
    all_found = ordered(found)
    errors = tuple(problem for problem in all_found if problem.level == "error")
    return Checked(corpus, errors, tuple(problem for problem in all_found if problem.level == "notice"), captures)


def _held_against(corpus: Corpus, root: Path, folder: Path) -> tuple[Captures, list[Problem]]:
    """The captured articles in a folder, and how the corpus does not fit them."""
    from dossier.checking.rules import captured  # noqa: PLC0415  what mends texts takes 0.1 s to import

    found = captured.read_captures(corpus, folder)
    misfits = captured.check(corpus, found.paragraphs, captured.texts_of(corpus, root))
    problems = [replace(problem, stage=Stage.CAPTURE) for problem in (*found.problems, *misfits)]
    return Captures(found.paragraphs, found.missing), problems
