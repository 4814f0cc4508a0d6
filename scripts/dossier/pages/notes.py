"""The numbered notes of one page: which claims it cites, in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dossier.pages.claims import ClaimView


@dataclass(frozen=True, slots=True)
class Note:
    """A claim that is cited, its number on the page, and the paragraphs that make it, in words."""

    number: int
    claim: ClaimView

    @property
    def where(self) -> str:
        """``paragraph 3``, ``paragraphs 3, 4``."""
        return self.claim.where


@dataclass
class Notes:
    """Gives each claim that a page cites its number. A view is made in the order in which its page is read."""

    views: Mapping[str, ClaimView]
    numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, keys: Iterable[str]) -> tuple[Note, ...]:
        """The notes of these claims, by id."""
        return tuple(Note(self.numbers.setdefault(key, len(self.numbers) + 1), self.views[key]) for key in keys)

    def all(self) -> tuple[Note, ...]:
        """Every note so far, in the order of the numbers."""
        return tuple(Note(number, self.views[key]) for key, number in self.numbers.items())
