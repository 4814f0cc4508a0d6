"""The frozen models of the six kinds of record, and of what stands in lists of its own."""

from __future__ import annotations

from dossier.model.accepted import Accepted
from dossier.model.actor import Actor, Relation
from dossier.model.base import Kind, Model, Path, Record, Reference
from dossier.model.claim import Anchor, Answer, Claim, Value
from dossier.model.correction import Correction
from dossier.model.event import Event, EventDate, EventPlace, Participant
from dossier.model.identifiers import Elsewhere, Identifiers, OtherIdentifier
from dossier.model.named import Name, Named
from dossier.model.outside import Outside
from dossier.model.phase import Phase
from dossier.model.place import Coordinates, Place
from dossier.model.question import Position, Question
from dossier.model.redirect import PageRedirect, PositionRedirect, Redirect
from dossier.model.source import Author, Capture, LeftOut, Source
from dossier.model.statement import Statement

__all__ = [
    "MODELS",
    "Accepted",
    "Actor",
    "Anchor",
    "Answer",
    "Author",
    "Capture",
    "Claim",
    "Coordinates",
    "Correction",
    "Elsewhere",
    "Event",
    "EventDate",
    "EventPlace",
    "Identifiers",
    "Kind",
    "LeftOut",
    "Model",
    "Name",
    "Named",
    "OtherIdentifier",
    "Outside",
    "PageRedirect",
    "Participant",
    "Path",
    "Phase",
    "Place",
    "Position",
    "PositionRedirect",
    "Question",
    "Record",
    "Redirect",
    "Reference",
    "Relation",
    "Source",
    "Statement",
    "Value",
]

MODELS: dict[Kind, type[Record]] = {
    "source": Source,
    "actor": Actor,
    "event": Event,
    "place": Place,
    "claim": Claim,
    "question": Question,
}
