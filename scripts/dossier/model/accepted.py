"""A notice that was looked at and is right as it is."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from dossier.model.base import Model
from dossier.model.fields import Id, Text, refuse


class Accepted(Model):
    """Why a notice of ``dossier check`` points at nothing wrong; it is not shown then."""

    rule: Id = Field(description="The rule of the notice, as it stands in brackets.")
    record: Id | None = Field(default=None, description="The record that it points at.")
    file: Text | None = Field(default=None, description="The file that it points at, where that is no record's.")
    field: Text | None = Field(default=None, description="The key that it points at, such as `dated.1.date`.")
    words: Text = Field(description="Words of the notice that tell it from others, such as the value that it names.")
    why: Text = Field(description="Why it is right as it is.")

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if bool(self.record) == bool(self.file):
            raise refuse("accepted", "needs either `record` or `file`", "name what the notice points at")
        return self
