"""The types of actors, events, places, roles and relations: those of every dossier, and those that one adds itself."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, Self

import yaml
from pydantic import Field

from dossier.model.base import Model
from dossier.model.fields import Text, TypeName

VOCABULARY = "vocabulary.yaml"
"""The file of ``data/`` with the types that a dossier adds itself; also its name among what could not be read."""


class ActorType(Model):
    """A type of actor."""

    one: Text = Field(description="What one of them is called.")
    many: Text = Field(description="What several of them are called.")
    shape: Literal["circle", "ring", "triangle", "square", "diamond", "hexagon", "drop"] = Field(
        default="circle", description="The mark by which the network shows it."
    )


class EventType(Model):
    """A type of event."""

    one: Text = Field(description="What one of them is called.")
    is_speech: bool = Field(
        default=False, description="Whether it is to say something, so that a source which quotes it asserts it."
    )


class PlaceType(Model):
    """A type of place."""

    one: Text = Field(description="What one of them is called.")
    many: Text = Field(description="What several of them are called.")


class RoleType(Model):
    """A part that an actor can have in an event."""

    words: Text = Field(description="What the actor did, after its name: `carried it out`.")
    is_speech: bool = Field(
        default=False,
        description="Whether it is to say something, so that a source which quotes it asserts it.",
    )


class FamilyOfRelations(Model):
    """Types of relation that are drawn alike and listed together."""

    label: Text = Field(description="What they are called together.")
    is_hostile: bool = Field(default=False, description="Whether the network marks their lines with a cross.")


class RelationTypeWords(Model):
    """A type of relation, as it reads from the actor that holds it and from the other, now and in the past."""

    family: TypeName = Field(description="The family to which it belongs.")
    words: Text = Field(description="As it reads from the actor that holds it: `leads`.")
    other: Text = Field(description="As it reads from the other actor: `led by`.")
    past: Text = Field(description="The first of these, told as past: `led`.")
    other_past: Text = Field(description="The second of these, told as past: `was led by`.")
    is_mutual: bool = Field(default=False, description="Whether it has no direction.")
    is_speech: bool = Field(
        default=False,
        description="Whether it is to say something, so that a source which quotes it asserts it.",
    )

    def read(self, *, from_holder: bool, is_past: bool) -> str:
        """The words between the actor from which it is read and the other."""
        if from_holder:
            return self.past if is_past else self.words
        return self.other_past if is_past else self.other


class Types(Model):
    """All types, each by the name under which records give it, in the order in which readers meet them."""

    actors: dict[TypeName, ActorType] = Field(default={}, description="Types of actors.")
    events: dict[TypeName, EventType] = Field(default={}, description="Types of events.")
    places: dict[TypeName, PlaceType] = Field(default={}, description="Types of places.")
    roles: dict[TypeName, RoleType] = Field(default={}, description="Parts of actors in events.")
    families: dict[TypeName, FamilyOfRelations] = Field(default={}, description="Families of relations.")
    relations: dict[TypeName, RelationTypeWords] = Field(default={}, description="Types of relations.")

    def with_own(self, own: Self) -> Self:
        """These types and a dossier's own, which take the place of those of the same name."""
        return self.model_copy(
            update={name: getattr(self, name) | getattr(own, name) for name in type(self).model_fields}
        )


GENERAL = Types.model_validate(
    yaml.load(files("dossier.model").joinpath("types.yaml").read_text("utf-8"), yaml.CSafeLoader)
)
"""The types that every dossier has."""
