"""How each file of records is written: the order of keys, which values stand in quotation marks, which on lines."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from dossier.load import FOLDERS
from dossier.model import records
from dossier.model.base import Model
from dossier.model.fields import is_words
from dossier.model.statement import Statement
from dossier.model.types import VOCABULARY, Types
from dossier.text.edtf import Edtf

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value]"
"""What a record can hold: text, number, truth value, list, or values by key. Numbers may be text, as they are read."""

Shape = Literal["flow", "block"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written.

    ``keys`` are those of a mapping, in order; ``free`` is how the values of a mapping whose keys a curator chooses are
    written, ``item`` how the items of a list. ``shape`` is that of a new mapping or list: on one line or on several.
    ``quoted`` values always stand in quotation marks; ``prose`` is broken into lines where it is long; ``words`` are a
    text in the language of a reader.
    """

    keys: Mapping[str, Form] = field(default_factory=dict)
    free: Form | None = None
    item: Form | None = None
    shape: Shape = "block"
    quoted: bool = False
    prose: bool = False
    words: bool = False

    def of(self, key: str) -> Form:
        """How the value of a key is written."""
        return self.keys.get(key) or self.free or PLAIN

    @property
    def items(self) -> Form:
        """How an item of the list is written."""
        return self.item or PLAIN

    def place(self, key: str) -> int:
        """Where a key comes among those of the mapping; unknown ones come last."""
        return list(self.keys).index(key) if key in self.keys else len(self.keys)


PLAIN = Form()

# Models whose mappings take several lines; all others stand on one.
ON_LINES = (records.Record, records.Position, records.Author, records.LeftOut, records.Capture)
ON_LINES_IN_LISTS = (records.Correction, records.Accepted, records.Outside)
# Lists of texts take a line an item; lists of ids and numbers stand on one.
LISTS_ON_LINES = {
    ("Capture", "fingerprints"),
    ("Capture", "drop"),
    ("Question", "asked_as"),
    ("Event", "asked_as"),
    ("Actor", "asked_as"),
    ("Place", "asked_as"),
}
QUOTED = {
    ("Anchor", "from"),
    ("Anchor", "to"),
    ("Capture", "fingerprints"),
    *(("Identifiers", register) for register in ("geonames", "viaf", "isni", "gnd")),
}
PROSE = {
    ("Accepted", "why"),
    ("Source", "note"),
    ("Source", "perspective"),
    ("Question", "answer_in_short"),
    ("Question", "why_they_differ"),
    *((name, "summary") for name in ("Actor", "Event", "Place")),
}
# Where the order in the files is not that of the model's fields: these keys come first.
FIRST: dict[str, tuple[str, ...]] = {
    "Source": ("type", "title", "author", "container-title", "publisher", "issued", "URL"),
    "Actor": ("type", "names", "asked_as", "summary", "relations"),
    "Place": ("type", "names", "asked_as", "country", "iso", "within", "coordinates", "summary"),
    "Event": ("title", "dated", "type"),
    "Value": ("date",),
    "Capture": ("file", "fingerprints", "left_out"),
    "Relation": ("type", "to", "past", "period"),
}
# And these come last, after what the model has of its own.
LAST = ("claims", "denied_by")


@cache
def form_of_file(file: str) -> Form | None:
    """How a file of records is written, by its name relative to the dossier; ``None`` where it holds none."""
    parts = PurePosixPath(file).parts
    if len(parts) < 2 or parts[0] != "data" or not file.endswith(".yaml"):
        return None
    match parts[1:]:
        case (folder, _) if folder in FOLDERS:
            return _of_model(records.MODELS[FOLDERS[folder]])
        case ("claims", _):
            return Form(item=_of_model(records.Claim))
        case (name,) if name == VOCABULARY:
            return _of_model(Types)
        case (name,) if name in TOP_LISTS:
            return Form(item=_merged(*map(_of_model, TOP_LISTS[name])))
    return None


def schema_line(file: str) -> str:
    """The first line of a file of records, by which an editor finds its schema."""
    folder, name = PurePosixPath(file).parts[-2:]
    if folder == "data":
        return f"# yaml-language-server: $schema=schema/{PurePosixPath(name).stem}.json"
    return f"# yaml-language-server: $schema=../schema/{FOLDERS.get(folder, 'claims')}.json"


TOP_LISTS: dict[str, tuple[type[Model], ...]] = {
    "redirects.yaml": (records.Redirect, records.PageRedirect, records.PositionRedirect),
    "corrections.yaml": (records.Correction,),
    "phases.yaml": (records.Phase,),
    "accepted.yaml": (records.Accepted,),
    "outside.yaml": (records.Outside,),
}


@cache
def _of_model(model: type[Model]) -> Form:
    name = model.__name__
    keys = {
        key: _of_type(annotation, metadata, name, key)
        for key, (annotation, metadata) in _fields(model)
        if (name, key) != ("Claim", "source") and not (key == "id" and model in SAID_BY_FILE)
    }
    shape: Shape = "block" if issubclass(model, ON_LINES + ON_LINES_IN_LISTS) or model is Types else "flow"
    return Form(keys=keys, shape=shape)


SAID_BY_FILE = frozenset(model for kind, model in records.MODELS.items() if kind != "claim")


def _fields(model: type[Model]) -> Iterator[tuple[str, tuple[Any, Sequence[Any]]]]:
    """The keys of a model with the types and the validators of their values, in the order of the files."""
    found = {one.alias or name: (one.annotation, one.metadata) for name, one in model.model_fields.items()}
    first = FIRST.get(model.__name__, ())
    last = LAST if issubclass(model, Statement) else ()
    order = [*first, *(key for key in found if key not in (*first, *last)), *last]
    return ((key, found[key]) for key in order)


def _of_type(annotation: Any, metadata: Sequence[Any], model: str, key: str) -> Form:
    """How a value of a type is written that stands under a key of a model."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of_type(inner[0], inner[1:], model, key)
    if origin in (Union, types.UnionType):
        return _of_type(next(one for one in inner if one is not type(None)), metadata, model, key)
    if origin is tuple:
        item = _of_type(inner[0], (), model, key)
        return Form(item=item, shape="block" if item.keys or (model, key) in LISTS_ON_LINES else "flow")
    if origin is dict:
        return Form(free=_of_type(inner[1], (), model, key))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _of_model(annotation)
    is_quoted = annotation is Edtf or (model, key) in QUOTED
    return Form(quoted=is_quoted, prose=(model, key) in PROSE, words=is_words(metadata))


def _merged(*forms: Form) -> Form:
    """The form of a mapping that may be one of several kinds."""
    order = ("id", "from", *(key for form in forms for key in form.keys))
    keys = {key: form.keys[key] for key in dict.fromkeys(order) for form in forms if key in form.keys}
    return Form(keys=keys, shape=forms[0].shape)
