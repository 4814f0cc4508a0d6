"""An event: when and where it happened and who took part in it, each according to claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from dossier.model.base import Path, Record, Reference, each
from dossier.model.fields import Date, Id, Prose, Text, TypeName
from dossier.model.statement import Statement
from dossier.text.edtf import Edtf
from dossier.text.loose_dates import narrowed


class EventDate(Statement):
    """When an event happened, according to claims."""

    date: Date = Field(description="When it happened; an EDTF date or interval.")
    as_given: Text | None = Field(
        default=None, description="The words in which the sources give it, where they give it loosely: `late 2014`."
    )

    @property
    def when(self) -> Edtf:
        """The date within the bounds that the words of the sources leave it."""
        return narrowed(self.date, self.as_given)

    @property
    def words(self) -> str:
        """The date as a reader reads it: as the sources give it, where they give it loosely."""
        return self.as_given or self.date.words


class EventPlace(Statement):
    """Where an event happened, according to claims."""

    place: Id = Field(description="The place.")


class Participant(Statement):
    """An actor's part in an event, according to claims."""

    actor: Id = Field(description="The actor.")
    role: TypeName = Field(description="The actor's part in the event; one of the vocabulary.")


class Event(Record):
    """Something that happened, or is said to have happened. Figures stand in its claims alone."""

    kind_of_record = "event"

    title: Text = Field(description="The event in a few words.")
    type: TypeName = Field(description="What sort of event it is; one of the vocabulary.")
    dated: tuple[EventDate, ...] = Field(default=(), description="When it happened, a date a line.")
    placed: tuple[EventPlace, ...] = Field(default=(), description="Where it happened, a place a line.")
    participants: tuple[Participant, ...] = Field(default=(), description="Who took what part in it.")
    claims: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="The claims that tell of it.")
    denied_by: tuple[Id, ...] = Field(default=(), description="The claims that deny that it happened.")
    asked_as: tuple[Text, ...] = Field(default=(), description="Other words in which people ask for it.")
    summary: Prose | None = Field(default=None, description="What the sources say of it, cited.")

    @property
    def heading(self) -> str:
        return self.title

    @property
    def places(self) -> tuple[Id, ...]:
        """The ids of the places at which a source says that it happened."""
        return tuple(dict.fromkeys(one.place for one in self.placed))

    @property
    def actors(self) -> tuple[Id, ...]:
        """The ids of those who took part in it."""
        return tuple(dict.fromkeys(one.actor for one in self.participants))

    @property
    def told_by(self) -> tuple[Id, ...]:
        """The claims that tell of it or deny it."""
        return tuple(dict.fromkeys((*self.claims, *self.denied_by)))

    @property
    def date_words(self) -> str:
        """Its dates in words, or that no source gives one."""
        return " or ".join(dict.fromkeys(one.words for one in self.dated)) or "undated"

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders events by the earliest date that a source gives; those without a date stand last."""
        return min((one.when.sort_key for one in self.dated), default=(date.max, date.max, ""))

    def references(self) -> Iterator[Reference]:
        for number, dated in enumerate(self.dated):
            yield from dated.witnesses(("dated", number))
        for number, placed in enumerate(self.placed):
            yield Reference(("placed", number, "place"), placed.place, ("place",))
            yield from placed.witnesses(("placed", number))
        for number, participant in enumerate(self.participants):
            yield Reference(("participants", number, "actor"), participant.actor, ("actor",))
            yield from participant.witnesses(("participants", number))
        yield from each("claims", self.claims, "claim")
        yield from each("denied_by", self.denied_by, "claim")

    def prose(self) -> Iterator[tuple[Path, str]]:
        if self.summary:
            yield ("summary",), self.summary
