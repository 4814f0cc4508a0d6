"""The frozen models of the six kinds of record, of redirects and of corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dossier.fields import Address, AnchorWords, Date, Id, LineStart, Number, Prose, Text, refuse

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
    id: Id

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

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.family) == bool(self.literal):
            raise refuse("author", "needs either `family` (and `given`) or `literal`")
        return self


class LeftOut(Model):
    """A figure, a date or a name of a captured paragraph that the restatement leaves out, and why."""

    paragraph: Annotated[int, Field(ge=1)]
    words: Text
    why: Text


class Capture(Model):
    """How the captured article was numbered: one fingerprint for each cleaned paragraph, in order.

    The general rules of cleaning come first; the rest is what only this capture needs: beginnings of lines that are
    no part of the article (``drop``), lines that are headings, and first lines of runs of short lines that are one
    paragraph (``join``).
    """

    file: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(txt|html)$")]
    fingerprints: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")], ...]
    drop: tuple[LineStart, ...] = ()
    headings: tuple[Text, ...] = ()
    join: tuple[Text, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


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
    ]
    title: Text
    author: tuple[Author, ...] = ()
    container_title: Text | None = Field(default=None, alias="container-title")
    publisher: Text | None = None
    issued: Date | None = None
    URL: Address | None = None
    label: Text = Field(description="How the source is named in running text, such as `Tarn 1931`.")
    note: Text | None = Field(default=None, description="What is not known of its publication, and why.")
    perspective: Prose = Field(description="Who speaks, from where, and what they could not see.")
    derives_from: tuple[Id, ...] = Field(default=(), description="Sources that it repeats.")
    capture: Capture | None = None

    @property
    def heading(self) -> str:
        return self.title

    def references(self) -> Iterator[Reference]:
        return _each("derives_from", self.derives_from, "source")

    def prose(self) -> Iterator[tuple[Path, str]]:
        yield ("perspective",), self.perspective


class Name(Model):
    """One name of a record, and the sources that use it in this spelling."""

    text: Text
    kind: Literal["primary", "alias", "acronym", "former", "transliteration"]
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        default="en", description="BCP 47, such as `en`, `ps`, `fa`, `ar-Latn`."
    )
    used_by: tuple[Id, ...] = ()


class Named(Record):
    """A record that goes by names, of which exactly one is primary."""

    names: tuple[Name, ...]
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

    type: RelationType
    to: Id
    period: Date | None = None
    claims: tuple[Id, ...] = ()
    denied_by: tuple[Id, ...] = ()


class Actor(Named):
    """An organisation, person, state, institution or medium that acts or speaks in the sources."""

    kind_of_record = "actor"

    type: Literal["organisation", "person", "state", "institution", "media"]
    relations: tuple[Relation, ...] = ()

    def references(self) -> Iterator[Reference]:
        yield from super().references()
        for place, relation in enumerate(self.relations):
            yield Reference(("relations", place, "to"), relation.to, ("actor",))
            for key in ("claims", "denied_by"):
                for number, claim in enumerate(getattr(relation, key)):
                    yield Reference(("relations", place, key, number), claim, ("claim",))


class Coordinates(Model):
    """A point in WGS 84 degrees, and what it stands for: a province is not a point."""

    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    precision: Literal["site", "city", "district", "province", "country", "region"]


class Place(Named):
    """A place that a source names."""

    kind_of_record = "place"

    type: Literal["region", "country", "province", "district", "city", "valley", "river", "site", "former_territory"]
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None, description="ISO 3166-1 alpha-2; left out for a region of several countries."
    )
    within: tuple[Id, ...] = ()
    coordinates: Coordinates | None = None

    def references(self) -> Iterator[Reference]:
        yield from super().references()
        yield from _each("within", self.within, "place")


class Participant(Model):
    """An actor's part in an event."""

    actor: Id
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
    ]


class Event(Record):
    """Something that happened, or is said to have happened. Figures stand in its claims alone."""

    kind_of_record = "event"

    title: Text
    date: Date
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
    ]
    places: tuple[Id, ...] = ()
    actors: tuple[Participant, ...] = ()
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]
    summary: Prose | None = None

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

    from_: AnchorWords = Field(alias="from")
    to: AnchorWords


class Value(Model):
    """A quantity (``low`` to ``high`` in ``unit``, as of a date; one end may be open) or a date."""

    low: Number | None = None
    high: Number | None = None
    unit: Text | None = None
    approximate: bool = False
    as_of: Date | None = None
    date: Date | None = None

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

    question: Id
    position: Id


class Claim(Record):
    """One assertion, made in one source, that stands alone."""

    kind_of_record = "claim"

    source: Id
    text: Text
    kind: Literal["fact", "figure", "assessment", "forecast", "allegation", "denial", "intention"]
    said_by: Id | None = None
    certainty: Literal["stated", "hedged", "reported", "disputed-by-author"]
    paragraphs: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]
    anchor: Anchor
    about: Annotated[tuple[Id, ...], Field(min_length=1)]
    value: Value | None = None
    answers: tuple[Answer, ...] = ()
    disputes: tuple[Id, ...] = ()
    supports: tuple[Id, ...] = ()
    repeats: tuple[Id, ...] = ()

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

    id: Id
    label: Prose


class Question(Record):
    """Something the sources answer differently. It gives no verdict."""

    kind_of_record = "question"

    title: Text
    kind: Literal["quantity", "date", "position"]
    about: tuple[Id, ...] = ()
    positions: Annotated[tuple[Position, ...], Field(min_length=2)]
    why_they_differ: Prose

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

    id: Id
    kind: Kind
    to: Id | None = None
    reason: Literal["renamed", "merged", "withdrawn"]
    why: Text


class Correction(Model):
    """What was changed in a record after it was published, and why."""

    date: Date
    record: Id
    changed: Text
    why: Text


MODELS: dict[Kind, type[Record]] = {
    "source": Source,
    "actor": Actor,
    "event": Event,
    "place": Place,
    "claim": Claim,
    "question": Question,
}
