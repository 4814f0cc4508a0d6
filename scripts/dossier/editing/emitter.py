"""Values as YAML in the house form."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.editing.house_form import Value
from dossier.model.records import Record


def file_text(file: str, value: Value) -> str:
    """The whole text of a new file of records, such as ``data/actors/id.yaml``, with the line that names its schema."""
    raise NotImplementedError


def values_of(record: Record) -> Mapping[str, Value]:
    """What the file of a record says: its keys in order, without what is at its default or said by the file's name."""
    raise NotImplementedError
