"""A published article, its publication and how its capture was numbered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from dossier.model.base import Model, Path, Record, Reference, each
from dossier.model.fields import Address, Date, Id, LanguageTag, LineStart, Prose, Text, refuse


class Author(Model):
    """A person by ``family`` and ``given`` name, or a body by its ``literal`` name (CSL-JSON)."""

    family: Text | None = Field(default=None, description="The family name of a person.")
    given: Text | None = Field(default=None, description="The given name of a person.")
    literal: Text | None = Field(default=None, description="The name of a body, as it is written.")

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.family) == bool(self.literal):
            hint = "write {family: Tarn, given: Ole} for a person, {literal: Harbour Board} for a body"
            raise refuse("author", "needs either `family` (and `given`) or `literal`", hint)
        return self


class LeftOut(Model):
    """A figure, a date or a name of a captured paragraph that the restatement leaves out, and why."""

    paragraph: Annotated[int, Field(ge=1)] = Field(description="The number of the paragraph.")
    words: Text = Field(description="The figure, date or name.")
    why: Text = Field(description="Why the restatement leaves it out.")


class Capture(Model):
    """How the captured article was numbered: one fingerprint for each cleaned paragraph, in order.

    The general rules of cleaning come first; the rest is what only this capture needs: beginnings of lines that are
    no part of the article (``drop``), lines that are headings, and first lines of runs of short lines that are one
    paragraph (``join``).
    """

    file: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(txt|html|htm|xhtml|mhtml|mht|pdf|docx|epub|odt|rtf)$")] = Field(
        description="The name of the captured file: a text, a saved web page, a PDF or another document."
    )
    fingerprints: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")], ...] = Field(
        description="The fingerprint of each cleaned paragraph, in order."
    )
    drop: tuple[LineStart, ...] = Field(default=(), description="Beginnings of lines that are no part of the article.")
    headings: tuple[Text, ...] = Field(default=(), description="Lines that are headings.")
    join: tuple[Text, ...] = Field(default=(), description="First lines of runs of short lines that are one paragraph.")
    left_out: tuple[LeftOut, ...] = Field(default=(), description="What the restatement leaves out, and why.")


class Source(Record):
    """A published article. Field names are those of CSL-JSON."""

    kind_of_record = "source"

    type: Literal[
        "article-magazine",
        "article-newspaper",
        "article-journal",
        "post-weblog",
        "webpage",
        "report",
        "book",
        "chapter",
    ] = Field(description="What sort of publication it is.")
    title: Text = Field(description="The title under which it was published.")
    author: tuple[Author, ...] = Field(
        default=(), description="Its authors, in their order; empty where none is named."
    )
    container_title: Text | None = Field(
        default=None, alias="container-title", description="The journal, newspaper, site or book in which it stands."
    )
    publisher: Text | None = Field(default=None, description="Who published it.")
    issued: Date | None = Field(default=None, description="When it was published; an EDTF date.")
    language: LanguageTag | None = Field(default=None, description="The language in which it is written; BCP 47.")
    URL: Address | None = Field(default=None, description="Where its publisher keeps it.")
    label: Text = Field(description="How the source is named in running text, such as `Tarn 1931`.")
    note: Text | None = Field(default=None, description="What is not known of its publication, and why.")
    perspective: Prose = Field(description="Who speaks, from where, and what they could not see.")
    derives_from: tuple[Id, ...] = Field(default=(), description="Sources that it repeats.")
    capture: Capture | None = Field(
        default=None,
        description="How the captured article was numbered, for whoever holds it to check. No download has it.",
    )

    @property
    def heading(self) -> str:
        return self.title

    def references(self) -> Iterator[Reference]:
        return each("derives_from", self.derives_from, "source")

    def prose(self) -> Iterator[tuple[Path, str]]:
        yield ("perspective",), self.perspective
