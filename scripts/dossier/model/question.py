"""A question, and the positions that are taken on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from dossier.model.base import Model, Path, Record, Reference, each
from dossier.model.fields import Id, Prose, Text


class Position(Model):
    """One answer that is given to a question."""

    id: Id = Field(description="Unique within the question; the position's address is made of it.")
    label: Prose = Field(description="The answer in a few words.")


class Question(Record):
    """Something the sources answer differently. It gives no verdict."""

    kind_of_record = "question"

    title: Text = Field(description="The question.")
    kind: Literal["quantity", "date", "exclusive", "facets"] = Field(
        description=(
            "What an answer to it is: a quantity, a date, one of positions that exclude each other (`exclusive`), "
            "or one of several that add to each other (`facets`)."
        )
    )
    theme: Id | None = Field(
        default=None, description="The topic page under which it and its claims are listed, such as `origins`."
    )
    asked_as: tuple[Text, ...] = Field(default=(), description="Other words in which people ask it.")
    answer_in_short: Prose | None = Field(
        default=None, description="Two cited sentences that say what the range of answers is; no verdict."
    )
    about: tuple[Id, ...] = Field(default=(), description="The records that it is about.")
    positions: Annotated[tuple[Position, ...], Field(min_length=2)] = Field(description="The answers that are given.")
    why_they_differ: Prose = Field(description="What the answers have to do with who gives them, cited; no verdict.")

    @property
    def heading(self) -> str:
        return self.title

    def references(self) -> Iterator[Reference]:
        return each("about", self.about, "actor", "event", "place")

    def prose(self) -> Iterator[tuple[Path, str]]:
        if self.answer_in_short:
            yield ("answer_in_short",), self.answer_in_short
        for place, position in enumerate(self.positions):
            yield ("positions", place, "label"), position.label
        yield ("why_they_differ",), self.why_they_differ
