"""The frozen models of the six kinds of record, of redirects, of corrections and of phases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dossier.model.fields import (
    Address,
    AnchorWords,
    Date,
    FormerPage,
    Id,
    LineStart,
    Number,
    PagePlace,
    PositionPlace,
    Prose,
    Text,
    refuse,
)

Kind = Literal["source", "actor", "event", "place", "claim", "question"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """That a record names another: where in it, whom, and of which kinds that one may be (empty: any)."""

    path: Path
    target: str
    kinds: tuple[Kind, ...] = ()

    @property
    def field(self) -> str:
        return str(self.path[0])


def _each(field: str, targets: Iterable[str], *kinds: Kind) -> Iterator[Reference]:
    return (Reference((field, place), target, kinds) for place, target in enumerate(targets))


class Model(BaseModel):
    """What all models share: frozen, no unknown keys, a reference to each other only by id."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True, serialize_by_alias=True
    )


class Record(Model):
    """A record with a page of its own. Its id is permanent and unique among all kinds."""

    kind_of_record: ClassVar[Kind]
    id: Id = Field(description="Permanent, and unique among all kinds; the record's address is made of it.")

    @property
    def heading(self) -> str:
        """What a page about the record is called."""
        raise NotImplementedError

    def references(self) -> Iterator[Reference]:
        """Every record that this one names, in the order of its keys."""
        return iter(())

    def prose(self) -> Iterator[tuple[Path, str]]:
        """The texts that may cite claims and link records, and where each stands."""
        return iter(())


class Author(Model):
    """A person by ``family`` and ``given`` name, or a body by its ``literal`` name (CSL-JSON)."""

    family: Text | None = Field(default=None, description="The family name of a person.")
    given: Text | None = Field(default=None, description="The given name of a person.")
    literal: Text | None = Field(default=None, description="The name of a body, as it is written.")

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.family) == bool(self.literal):
            raise refuse("author", "needs either `family` (and `given`) or `literal`")
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

    file: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(txt|html)$")] = Field(
        description="The name of the file of captured text."
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
    URL: Address | None = Field(default=None, description="Where its publisher keeps it.")
    label: Text = Field(description="How the source is named in running text, such as `Tarn 1931`.")
    note: Text | None = Field(default=None, description="What is not known of its publication, and why.")
    perspective: Prose = Field(description="Who speaks, from where, and what they could not see.")
    derives_from: tuple[Id, ...] = Field(default=(), description="Sources that it repeats.")
    capture: Capture | None = Field(
        default=None, description="How the captured article was numbered, for whoever holds it to check."
    )

    @property
    def heading(self) -> str:
        return self.title

    def references(self) -> Iterator[Reference]:
        return _each("derives_from", self.derives_from, "source")

    def prose(self) -> Iterator[tuple[Path, str]]:
        yield ("perspective",), self.perspective


class Name(Model):
    """One name of a record, and the sources that use it in this spelling."""

    text: Text = Field(description="The name, in its own script.")
    kind: Literal["primary", "alias", "acronym", "former", "transliteration"] = Field(
        description="What sort of name it is; `primary` is the one used here."
    )
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        default="en", description="BCP 47, such as `en`, `ps`, `fa`, `ar-Latn`."
    )
    used_by: tuple[Id, ...] = Field(default=(), description="The sources that use it in this spelling.")


class Named(Record):
    """A record that goes by names, of which exactly one is primary."""

    names: tuple[Name, ...] = Field(description="All its names, of which exactly one is primary.")
    summary: Prose | None = Field(default=None, description="Two cited sentences.")

    @model_validator(mode="after")
    def _one_primary_name(self) -> Self:
        primary = sum(name.kind == "primary" for name in self.names)
        if primary != 1:
            raise refuse("primary-name", f"{primary} primary names", "give exactly one name `kind: primary`")
        return self

    @property
    def heading(self) -> str:
        return next(name.text for name in self.names if name.kind == "primary")

    def references(self) -> Iterator[Reference]:
        for place, name in enumerate(self.names):
            for user, source in enumerate(name.used_by):
                yield Reference(("names", place, "used_by", user), source, ("source",))

    def prose(self) -> Iterator[tuple[Path, str]]:
        if self.summary:
            yield ("summary",), self.summary


RelationType = Literal[
    "part_of",
    "affiliate_of",
    "split_from",
    "formed_from",
    "leads",
    "member_of",
    "former_member_of",
    "allied_with",
    "cooperates_with",
    "rival_of",
    "fights",
    "protects",
    "supports",
    "attacked",
    "pledged_to",
    "denies",
]


class Relation(Model):
    """What one actor is to another, for a time, according to claims; ``denied_by`` are claims against it."""

    type: RelationType = Field(description="What the actor is to the other.")
    to: Id = Field(description="The other actor.")
    period: Date | None = Field(default=None, description="For how long; an EDTF date or interval.")
    claims: tuple[Id, ...] = Field(default=(), description="The claims that say so.")
    denied_by: tuple[Id, ...] = Field(default=(), description="The claims that deny it.")


class Actor(Named):
    """An organisation, person, state, institution or medium that acts or speaks in the sources."""

    kind_of_record = "actor"

    type: Literal["organisation", "person", "state", "institution", "media"] = Field(
        description="What sort of actor it is."
    )
    relations: tuple[Relation, ...] = Field(default=(), description="What it is to other actors.")

    def references(self) -> Iterator[Reference]:
        yield from super().references()
        for place, relation in enumerate(self.relations):
            yield Reference(("relations", place, "to"), relation.to, ("actor",))
            for key in ("claims", "denied_by"):
                for number, claim in enumerate(getattr(relation, key)):
                    yield Reference(("relations", place, key, number), claim, ("claim",))


class Coordinates(Model):
    """A point in WGS 84 degrees, and what it stands for: a province is not a point."""

    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] = Field(description="Degrees north.")
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] = Field(description="Degrees east.")
    precision: Literal["site", "city", "district", "province", "country", "region"] = Field(
        description="What the point stands for, such as the middle of a province."
    )


class Place(Named):
    """A place that a source names."""

    kind_of_record = "place"

    type: Literal[
        "region", "country", "province", "district", "city", "valley", "river", "site", "former_territory"
    ] = Field(description="What sort of place it is.")
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None, description="ISO 3166-1 alpha-2; left out for a region of several countries."
    )
    within: tuple[Id, ...] = Field(default=(), description="The places that it is a part of.")
    coordinates: Coordinates | None = Field(default=None, description="A point that stands for it, where one can.")

    def references(self) -> Iterator[Reference]:
        yield from super().references()
        yield from _each("within", self.within, "place")


class Participant(Model):
    """An actor's part in an event."""

    actor: Id = Field(description="The actor.")
    role: Literal[
        "perpetrator",
        "claimed_by",
        "blamed",
        "target",
        "victim",
        "responder",
        "denied_by",
        "speaker",
        "subject",
        "participant",
    ] = Field(description="The actor's part in the event.")


class Event(Record):
    """Something that happened, or is said to have happened. Figures stand in its claims alone."""

    kind_of_record = "event"

    title: Text = Field(description="The event in a few words.")
    date: Date = Field(description="When it happened; an EDTF date or interval.")
    type: Literal[
        "attack",
        "war",
        "operation",
        "founding",
        "pledge",
        "announcement",
        "statement",
        "takeover",
        "withdrawal",
        "movement",
        "appointment",
        "arrest",
        "death",
        "negotiation",
        "denial",
    ] = Field(description="What sort of event it is.")
    places: tuple[Id, ...] = Field(default=(), description="Where it happened.")
    actors: tuple[Participant, ...] = Field(default=(), description="Who took what part in it.")
    claims: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="The claims that tell of it.")
    summary: Prose | None = Field(default=None, description="What the sources say of it, cited.")

    @property
    def heading(self) -> str:
        return self.title

    def references(self) -> Iterator[Reference]:
        yield from _each("places", self.places, "place")
        for place, participant in enumerate(self.actors):
            yield Reference(("actors", place, "actor"), participant.actor, ("actor",))
        yield from _each("claims", self.claims, "claim")

    def prose(self) -> Iterator[tuple[Path, str]]:
        if self.summary:
            yield ("summary",), self.summary


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
    as_of: Date | None = Field(default=None, description="The date to which the quantity refers; an EDTF date.")
    date: Date | None = Field(default=None, description="The date that the claim gives, where it gives a date.")

    @model_validator(mode="after")
    def _quantity_or_date(self) -> Self:
        quantity = self.low is not None or self.high is not None
        if quantity == (self.date is not None):
            raise refuse("value", "needs either a quantity (`low`, `high`, `unit`) or a `date`")
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

    def references(self) -> Iterator[Reference]:
        yield Reference(("source",), self.source, ("source",))
        if self.said_by:
            yield Reference(("said_by",), self.said_by, ("actor",))
        yield from _each("about", self.about, "actor", "event", "place", "source")
        for place, answer in enumerate(self.answers):
            yield Reference(("answers", place, "question"), answer.question, ("question",))
        for key in ("disputes", "supports", "repeats"):
            yield from _each(key, getattr(self, key), "claim")


class Position(Model):
    """One answer that is given to a question."""

    id: Id = Field(description="Unique within the question; the position's address is made of it.")
    label: Prose = Field(description="The answer in a few words.")


class Question(Record):
    """Something the sources answer differently. It gives no verdict."""

    kind_of_record = "question"

    title: Text = Field(description="The question.")
    kind: Literal["quantity", "date", "position"] = Field(description="What an answer to it is.")
    about: tuple[Id, ...] = Field(default=(), description="The records that it is about.")
    positions: Annotated[tuple[Position, ...], Field(min_length=2)] = Field(description="The answers that are given.")
    why_they_differ: Prose = Field(description="What the answers have to do with who gives them, cited; no verdict.")

    @property
    def heading(self) -> str:
        return self.title

    def references(self) -> Iterator[Reference]:
        return _each("about", self.about, "actor", "event", "place")

    def prose(self) -> Iterator[tuple[Path, str]]:
        for place, position in enumerate(self.positions):
            yield ("positions", place, "label"), position.label
        yield ("why_they_differ",), self.why_they_differ


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


class Phase(Model):
    """A stretch of time under which the timeline groups the events that begin in it."""

    title: Text = Field(description="What the stretch of time is called.")
    period: Date = Field(description="When it was; an EDTF date or interval that has a beginning.")


class Correction(Model):
    """What was changed in a record after it was published, and why."""

    date: Date = Field(description="When it was changed; an EDTF date.")
    record: Id = Field(description="The record, or one that has moved or was withdrawn.")
    changed: Text = Field(description="What was changed.")
    why: Text = Field(description="Why it was changed.")


MODELS: dict[Kind, type[Record]] = {
    "source": Source,
    "actor": Actor,
    "event": Event,
    "place": Place,
    "claim": Claim,
    "question": Question,
}
