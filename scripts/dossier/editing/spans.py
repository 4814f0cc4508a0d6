"""From where to where the parts of a text stand, so that one part can be replaced while all others keep their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from dossier.model.records import Path
from dossier.reading.yaml_file import LOADER


class Span(NamedTuple):
    """A part of a text, in characters from 0; ``end`` is the first that is none of it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """New words for a part of a text."""

    span: Span
    words: str


def spliced(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with these parts replaced. They may not overlap; where two are equal, one counts."""
    parts, end = [], 0
    for one in sorted(set(replacements), key=lambda one: one.span):
        if one.span.start < end:
            raise ValueError(f"two replacements overlap at {one.span.start}")
        parts += [text[end : one.span.start], one.words]
        end = one.span.end
    return "".join([*parts, text[end:]])


def yaml_spans(text: str) -> Mapping[Path, Span]:
    """Where each value of a YAML text stands, by the way to it; quotation marks are part of a value.

    The text has no byte order mark, and is one that ``read_yaml`` reads without a problem.
    """
    spans: dict[Path, Span] = {}
    reader = LOADER(text)
    while not isinstance(event := reader.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.NodeEvent):
            _walk(reader, event, (), spans)
    return spans


def _walk(reader: Any, event: Any, path: Path, spans: dict[Path, Span]) -> None:
    start, last = event.start_mark.index, event
    if isinstance(event, yaml.SequenceStartEvent):
        number = 0
        while not isinstance(last := reader.get_event(), yaml.SequenceEndEvent):
            _walk(reader, last, (*path, number), spans)
            number += 1
    elif isinstance(event, yaml.MappingStartEvent):
        while not isinstance(last := reader.get_event(), yaml.MappingEndEvent):
            _walk(reader, reader.get_event(), (*path, last.value), spans)
    spans[path] = Span(start, last.end_mark.index)
