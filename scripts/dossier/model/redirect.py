"""Where a record, a page or a position went that is no longer at its address."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dossier.model.base import Kind, Model
from dossier.model.fields import FormerPage, Id, PagePlace, PositionPlace, Text


class Redirect(Model):
    """Where a record went that was renamed, merged or withdrawn. ``to`` is left out when withdrawn."""

    id: Id = Field(description="The id that the record had.")
    kind: Kind = Field(description="The kind of record that it was.")
    to: Id | None = Field(default=None, description="The record that stands in its place.")
    reason: Literal["renamed", "merged", "withdrawn"] = Field(description="What became of it.")
    why: Text = Field(description="Why, in words for the reader.")


class PageRedirect(Model):
    """Where a page that is none of a record went. ``to`` is left out when withdrawn."""

    from_: FormerPage = Field(alias="from", description="The address that the page had, from the root of the site.")
    to: PagePlace | None = Field(
        default=None, description="The page that stands in its place, or a place in it; `./` is the home page."
    )
    reason: Literal["moved", "merged", "withdrawn"] = Field(description="What became of it.")
    why: Text = Field(description="Why, in words for the reader.")

    @property
    def target(self) -> str | None:
        """The address of what stands in its place; empty for the home page."""
        return None if self.to is None else self.to.removeprefix("./")


class PositionRedirect(Model):
    """Where a position on a question went. ``to`` is left out when withdrawn."""

    from_: PositionPlace = Field(
        alias="from", description="The question and the id that the position had, with `#` between them."
    )
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
