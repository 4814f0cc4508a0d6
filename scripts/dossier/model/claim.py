"""A claim: one assertion, made in one source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from dossier.model.base import Model, Record, Reference, each
from dossier.model.fields import AnchorWords, Date, Id, Number, Text, refuse
from dossier.text.edtf import Edtf
from dossier.text.loose_dates import narrowed


class Anchor(Model):
    """The first and last words of the passage that makes a claim, at most five each."""

    from_: AnchorWords = Field(alias="from", description="The first words of the passage.")
    to: AnchorWords = Field(description="The last words of the passage.")


class Value(Model):
    """A quantity (``low`` to ``high`` in ``unit``, as of a date; one end may be open) or a date."""

    low: Number | None = Field(default=None, description="The least that it is; left out where no lower end is given.")
    high: Number | None = Field(default=None, description="The most that it is; left out where no upper end is given.")
    unit: Text | None = Field(default=None, description="What is counted.")
    approximate: bool = Field(default=False, description="Whether the source gives the quantity as a rough one.")
    as_given: Text | None = Field(
        default=None, description="The words in which the source gives it, where it gives it loosely."
    )
    as_of: Date | None = Field(default=None, description="The date to which the quantity refers; an EDTF date.")
    date: Date | None = Field(default=None, description="The date that the claim gives, where it gives a date.")

    @property
    def when(self) -> Edtf | None:
        """The date within the bounds that the words of the source leave it."""
        return narrowed(self.date, self.as_given) if self.date else None

    @model_validator(mode="after")
    def _quantity_or_date(self) -> Self:
        quantity = self.low is not None or self.high is not None
        if quantity == (self.date is not None):
            hint = 'write {low: 40, high: 40, unit: lamps} or {date: "1898"}'
            raise refuse("value", "needs either a quantity (`low`, `high`, `unit`) or a `date`", hint)
        if quantity and self.unit is None:
            raise refuse("value", "a quantity without a unit", "add `unit`, such as `fighters`")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise refuse("value", f"high ({self.high:.15g}) is below low ({self.low:.15g})", "swap them")
        return self


class Answer(Model):
    """Which position on which question a claim takes."""

    question: Id = Field(description="The question.")
    position: Id = Field(description="The id of the position among those of the question.")


class Claim(Record):
    """One assertion, made in one source, that stands alone."""

    kind_of_record = "claim"

    source: Id = Field(description="The source in which it is made.")
    text: Text = Field(description="The assertion in words of our own, to be understood alone.")
    kind: Literal["fact", "figure", "assessment", "forecast", "allegation", "denial", "intention"] = Field(
        description="What sort of assertion it is."
    )
    said_by: Id | None = Field(
        default=None, description="The actor who says it; left out where the author says it in their own voice."
    )
    certainty: Literal["stated", "hedged", "reported", "disputed-by-author"] = Field(
        description="How firmly the source says it."
    )
    paragraphs: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)] = Field(
        description="The numbers of the paragraphs that make it."
    )
    anchor: Anchor = Field(description="The words that find its passage in the article.")
    about: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="The records that it speaks of.")
    value: Value | None = Field(default=None, description="The quantity or the date that it gives.")
    answers: tuple[Answer, ...] = Field(default=(), description="The positions that it takes on questions.")
    disputes: tuple[Id, ...] = Field(default=(), description="Claims that it contradicts; the other side follows.")
    supports: tuple[Id, ...] = Field(default=(), description="Claims that it is a ground for.")
    repeats: tuple[Id, ...] = Field(default=(), description="Claims that it only repeats, and is no second witness of.")

    @property
    def heading(self) -> str:
        return self.text

    @property
    def is_rejected(self) -> bool:
        """Whether the author passes it on and disputes it: then the source is no witness of it."""
        return self.certainty == "disputed-by-author"

    def references(self) -> Iterator[Reference]:
        yield Reference(("source",), self.source, ("source",))
        if self.said_by:
            yield Reference(("said_by",), self.said_by, ("actor",))
        yield from each("about", self.about, "actor", "event", "place", "source")
        for place, answer in enumerate(self.answers):
            yield Reference(("answers", place, "question"), answer.question, ("question",))
        for key in ("disputes", "supports", "repeats"):
            yield from each(key, getattr(self, key), "claim")
