"""A stretch of time of the timeline."""

from __future__ import annotations

from pydantic import Field

from dossier.model.fields import Date, Text
from dossier.model.statement import Statement


class Phase(Statement):
    """A stretch of time that sources tell apart; the page of the timeline lists it with its claims."""

    title: Text = Field(description="What the stretch of time is called.")
    period: Date = Field(description="When it was; an EDTF date or interval that has a beginning.")
