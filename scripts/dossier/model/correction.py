"""A change to a record after it was published."""

from __future__ import annotations

from pydantic import Field

from dossier.model.base import Model
from dossier.model.fields import Date, Id, Text


class Correction(Model):
    """What was changed in a record after it was published, and why."""

    date: Date = Field(description="When it was changed; an EDTF date.")
    record: Id = Field(description="The record, or one that has moved or was withdrawn.")
    changed: Text = Field(description="What was changed.")
    why: Text = Field(description="Why it was changed.")
