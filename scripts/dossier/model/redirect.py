"""Where a record, a page or a position went that is no longer at its address."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from dossier.model.base import Kind, Model
from dossier.model.fields import Date, FormerPage, Id, PagePlace, PositionPlace, Text, refuse


class Redirect(Model):
    """Where a record went that was renamed, merged or withdrawn. ``to`` is left out when withdrawn."""

    id: Id = Field(description="The id that the record had.")
    kind: Kind = Field(description="The kind of record that it was.")
    title: Text | None = Field(default=None, description="What the record was called; of a claim `said` is enough.")
    said: Text | None = Field(default=None, description="What a claim said, in the words of its record.")
    to: Id | None = Field(default=None, description="The record that stands in its place.")
    reason: Literal["renamed", "merged", "withdrawn"] = Field(description="What became of it.")
    why: Text = Field(description="Why, in words for the reader.")
    date: Date | None = Field(default=None, description="When that was done; an EDTF date.")

    @model_validator(mode="after")
    def _only_claims_say(self) -> Self:
        if self.said and self.kind != "claim":
            raise refuse("redirect", f"`said` is of a claim, and this was of kind {self.kind}", "give its title alone")
        return self

    @property
    def heading(self) -> str:
        """What the record was called; its id where nobody wrote that down."""
        return self.title or self.said or self.id

    @property
    def source(self) -> str:
        """Of a claim, the id of the source in which it stood; of other records, and without such an id, empty."""
        return self.id.rpartition("-c")[0] if self.kind == "claim" else ""


class PageRedirect(Model):
    """Where a page that is none of a record went. ``to`` is left out when withdrawn."""

    from_: FormerPage = Field(alias="from", description="The address that the page had, from the root of the site.")
    title: Text | None = Field(default=None, description="What the page was called.")
    to: PagePlace | None = Field(
        default=None, description="The page that stands in its place, or a place in it; `./` is the home page."
    )
    reason: Literal["moved", "merged", "withdrawn"] = Field(description="What became of it.")
    why: Text = Field(description="Why, in words for the reader.")

    @property
    def target(self) -> str | None:
        """The address of what stands in its place; empty for the home page."""
        return None if self.to is None else self.to.removeprefix("./")

    @property
    def heading(self) -> str:
        """What the page was called; its address where nobody wrote that down."""
        return self.title or self.from_.rstrip("/")


class PositionRedirect(Model):
    """Where a position on a question went. ``to`` is left out when withdrawn."""

    from_: PositionPlace = Field(
        alias="from", description="The question and the id that the position had, with `#` between them."
    )
    title: Text | None = Field(default=None, description="The words of the position.")
    to: PositionPlace | None = Field(default=None, description="The position that stands in its place, written alike.")
    reason: Literal["renamed", "merged", "withdrawn"] = Field(description="What became of it.")
    why: Text = Field(description="Why, in words for the reader.")

    @property
    def question(self) -> str:
        """The id of the question on which it was a position."""
        return self.from_.partition("#")[0]

    @property
    def position(self) -> str:
        """The id that it had within the question."""
        return self.from_.partition("#")[2]

    @property
    def heading(self) -> str:
        """The words of the position; its id where nobody wrote them down."""
        return self.title or self.position
