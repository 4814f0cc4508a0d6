"""What is typed of a claim, as its file would say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.checking.validation import validate
from dossier.editing.emitter import file_text
from dossier.editing.house_form import Value
from dossier.model.records import Claim
from dossier.problems import Problem
from dossier.reading.yaml_file import read_yaml

TEXTS = ("text", "kind", "said_by", "certainty")
LISTS = ("about", "disputes", "supports", "repeats")
ANCHOR = ("from", "to")
VALUE = ("low", "high", "unit", "approximate", "as_given", "as_of", "date")
KEYS = (*TEXTS, "paragraphs", "anchor", "about", "value", "answers", "disputes", "supports", "repeats")


class FormError(Exception):
    """Raised for a form that no page of the desk sends."""


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """A claim as it is typed: ``id`` is empty where it is new; ``said`` has no key without a value."""

    source: str
    id: str
    said: Mapping[str, Value]

    @property
    def file(self) -> str:
        """The file of the claims of its source."""
        return f"data/claims/{self.source}.yaml"

    @property
    def numbers(self) -> list[int]:
        """The paragraphs that make it, as far as they are numbers."""
        given = self.said.get("paragraphs", ())
        return [int(str(one)) for one in given if str(one).isdigit()] if isinstance(given, Sequence) else []

    @property
    def named(self) -> tuple[str, ...]:
        """The records that it is about, and its speaker."""
        about, speaker = self.said.get("about", ()), self.said.get("said_by")
        listed = [str(one) for one in about] if isinstance(about, Sequence) else []
        return tuple(dict.fromkeys([*listed, *([str(speaker)] if speaker else [])]))

    def part(self, key: str) -> Mapping[str, Value]:
        """The keys and values under ``key``; empty where it has none."""
        found = self.said.get(key, {})
        return found if isinstance(found, Mapping) else {}


def claim_form(sent: Mapping[str, Any]) -> ClaimForm:
    """The form that a page sent. Raises ``FormError`` where it has another shape than the page gives it."""
    said: dict[str, Value] = {key: words for key in TEXTS if (words := _text(sent, key))}
    said |= {key: listed for key in LISTS if (listed := _texts(sent, key))}
    said["paragraphs"] = _texts(sent, "paragraphs")
    for key, parts in (("anchor", ANCHOR), ("value", VALUE)):
        found = _mapping(sent, key)
        if given := {part: words for part in parts if (words := _text(found, part)) and words != "false"}:
            said[key] = given
    if answers := [_answer(one) for one in _texts(sent, "answers")]:
        said["answers"] = answers
    return ClaimForm(_text(sent, "source"), _text(sent, "id"), {key: said[key] for key in KEYS if key in said})


def _answer(place: str) -> dict[str, str]:
    question, _, position = place.partition("#")
    return {"question": question, "position": position}


def _text(sent: Mapping[str, Any], key: str) -> str:
    found = sent.get(key, "")
    if isinstance(found, bool | int):
        found = str(found).lower()
    if not isinstance(found, str):
        raise FormError(f"{key} is no text")
    return " ".join(found.split())


def _texts(sent: Mapping[str, Any], key: str) -> list[str]:
    found = sent.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str | int) for one in found):
        raise FormError(f"{key} is no list of texts")
    return [" ".join(str(one).split()) for one in found if str(one).strip()]


def _mapping(sent: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = sent.get(key) or {}
    if not isinstance(found, dict):
        raise FormError(f"{key} has no keys")
    return found


def claim_of(form: ClaimForm, key: str) -> tuple[Claim | None, list[Problem]]:
    """The claim that the form would be under the id ``key``; or none, and what its fields have wrong."""
    node, problems = read_yaml(file_text(form.file, [{"id": key, **form.said}]), form.file)
    if node is None or not isinstance(node.value, list):
        return None, problems
    return validate(Claim, node.value[0], form.file, {"source": form.source}, {})
