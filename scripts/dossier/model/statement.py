"""What a record says of the world beyond its name, according to claims."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from dossier.model.base import Model, Path, Reference
from dossier.model.fields import Id


class Statement(Model):
    """Something that claims say; ``denied_by`` are claims against it. How firmly they say it is worked out."""

    claims: tuple[Id, ...] = Field(default=(), description="The claims that say so.")
    denied_by: tuple[Id, ...] = Field(default=(), description="The claims that deny it.")

    def witnesses(self, path: Path) -> Iterator[Reference]:
        """The claims that it names, where ``path`` leads to it."""
        for key in ("claims", "denied_by"):
            for place, claim in enumerate(getattr(self, key)):
                yield Reference((*path, key, place), claim, ("claim",))
