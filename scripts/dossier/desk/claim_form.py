"""What is typed of a claim, as its file would say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.checking.validation import validate
from dossier.desk.sent import mapping_in, text_in, texts_in
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
    said: dict[str, Value] = {key: words for key in TEXTS if (words := text_in(sent, key))}
    said |= {key: listed for key in LISTS if (listed := texts_in(sent, key))}
    said["paragraphs"] = texts_in(sent, "paragraphs")
    for key, parts in (("anchor", ANCHOR), ("value", VALUE)):
        found = mapping_in(sent, key)
        if given := {part: words for part in parts if (words := text_in(found, part)) and words != "false"}:
            said[key] = given
    if answers := [_answer(one) for one in texts_in(sent, "answers")]:
        said["answers"] = answers
    return ClaimForm(text_in(sent, "source"), text_in(sent, "id"), {key: said[key] for key in KEYS if key in said})


def _answer(place: str) -> dict[str, str]:
    question, _, position = place.partition("#")
    return {"question": question, "position": position}


def claim_of(form: ClaimForm, key: str) -> tuple[Claim | None, list[Problem]]:
    """The claim that the form would be under the id ``key``; or none, and what its fields have wrong."""
    node, problems = read_yaml(file_text(form.file, [{"id": key, **form.said}]), form.file)
    if node is None or not isinstance(node.value, list):
        return None, problems
    return validate(Claim, node.value[0], form.file, {"source": form.source}, {})
