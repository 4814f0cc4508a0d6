"""A stretch of time of the timeline."""

from __future__ import annotations

from pydantic import Field

from dossier.model.fields import Date, Text
from dossier.model.statement import Statement


class Phase(Statement):
    """A stretch of time under which the timeline groups the events that begin in it."""

    title: Text = Field(description="What the stretch of time is called.")
    period: Date = Field(description="When it was; an EDTF date or interval that has a beginning.")
