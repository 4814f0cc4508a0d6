"""Records that go by names: which names, and where sources use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from dossier.model.base import Model, Path, Record, Reference
from dossier.model.fields import Id, LanguageTag, ParagraphPlace, Prose, Text, refuse
from dossier.model.identifiers import Elsewhere, Identifiers


class Name(Model):
    """One name of a record, and the sources that use it in this spelling."""

    text: Text = Field(description="The name, in its own script.")
    kind: Literal["primary", "alias", "acronym", "former", "transliteration"] = Field(
        description="What sort of name it is; `primary` is the one used here."
    )
    lang: LanguageTag = Field(default="en", description="BCP 47, such as `en`, `ps`, `fa`, `ar-Latn`.")
    used_by: tuple[ParagraphPlace, ...] = Field(
        default=(), description="The paragraphs that use it in this spelling, one a source, such as `tarn-1931#p4`."
    )

    @property
    def users(self) -> tuple[Id, ...]:
        """The ids of the sources that use it in this spelling."""
        return tuple(dict.fromkeys(place.partition("#")[0] for place in self.used_by))


class Named(Record):
    """A record that goes by names, of which exactly one is primary."""

    names: tuple[Name, ...] = Field(description="All its names, of which exactly one is primary.")
    asked_as: tuple[Text, ...] = Field(
        default=(), description="Words by which people mean it where they ask for something, besides its names."
    )
    summary: Prose | None = Field(default=None, description="Two cited sentences.")
    identifiers: Identifiers | None = Field(default=None, description="What others call it, such as Wikidata.")

    @model_validator(mode="after")
    def _one_primary_name(self) -> Self:
        primary = sum(name.kind == "primary" for name in self.names)
        if primary != 1:
            raise refuse("primary-name", f"{primary} primary names", "give exactly one name `kind: primary`")
        return self

    @property
    def heading(self) -> str:
        return next(name.text for name in self.names if name.kind == "primary")

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """What others call it."""
        return tuple(self.identifiers.known()) if self.identifiers else ()

    def references(self) -> Iterator[Reference]:
        for place, name in enumerate(self.names):
            for user, paragraph in enumerate(name.used_by):
                yield Reference(("names", place, "used_by", user), paragraph.partition("#")[0], ("source",))

    def prose(self) -> Iterator[tuple[Path, str]]:
        if self.summary:
            yield ("summary",), self.summary
