"""The numbered references of one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossier.model.records import Claim


@dataclass
class References:
    """Gives each claim cited on a page a number, in the order in which they are first cited."""

    numbers: dict[str, int] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def number(self, claim: Claim) -> int:
        if claim.id not in self.numbers:
            self.claims.append(claim)
            self.numbers[claim.id] = len(self.claims)
        return self.numbers[claim.id]

    def numbered(self, claims: Iterable[Claim]) -> list[tuple[int, Claim]]:
        return [(self.number(claim), claim) for claim in claims]

    def __iter__(self) -> Iterator[tuple[int, Claim]]:
        return iter(enumerate(self.claims, 1))
