"""The examples of the page for curators are records that the program takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
import yaml
from pydantic import TypeAdapter

from dossier.checking import plausibility
from dossier.checking.validation import validate
from dossier.commands.check import checked
from dossier.corpus.standing import Standing
from dossier.model.records import Accepted, Claim, Event, Model, Place, Relation, Source
from dossier.model.types import GENERAL, Types
from dossier.model.vocabulary import STANDINGS
from dossier.reading.yaml_file import YamlNode, read_yaml
from tests.support.paths import ROOT

GUIDE = (ROOT / "docs/about/contributing.md").read_text("utf-8")
METHOD = (ROOT / "docs/about/method.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def example(holding: str) -> YamlNode:
    (text,) = (text for text in EXAMPLES if holding in text)
    node, problems = read_yaml(text, "f")
    assert problems == []
    assert node is not None
    return node


def faults(model: type[Model], node: YamlNode, given: Mapping[str, str] | None = None) -> list[str]:
    return [str(problem) for problem in validate(model, node, "f", given or {}, {})[1]]


def test_there_are_no_examples_besides_those_that_are_read_here() -> None:
    assert len(EXAMPLES) == 6


def test_the_source_and_the_event() -> None:
    assert faults(Source, example("perspective:"), {"id": "hill-2021"}) == []
    assert faults(Event, example("participants:"), {"id": "bridge-attack-2021"}) == []
    event = Event.model_validate({**example("participants:").plain(), "id": "a"})
    assert event.type in GENERAL.events
    assert {one.role for one in event.participants} <= GENERAL.roles.keys()


@pytest.mark.parametrize(
    ("model", "holding", "key"),
    [(Claim, "anchor:", ""), (Relation, "relations:\n  - {type: rival_of", "relations"), (Accepted, "rule:", "")],
)
def test_the_items_of_lists(model: type[Model], holding: str, key: str) -> None:
    node = example(holding)
    holder = node.value[key] if isinstance(node.value, dict) else node
    assert isinstance(holder.value, list)
    given = {"source": "hill-2021"} if model is Claim else {}
    assert [fault for one in holder.value for fault in faults(model, one, given)] == []


def test_the_vocabulary() -> None:
    assert faults(Types, example("families:")) == []


def test_the_coordinates() -> None:
    (found,) = re.findall(r"`coordinates: (\{[^`]+\})`", GUIDE)
    place = {
        "id": "a",
        "type": "city",
        "names": [{"text": "A", "kind": "primary"}],
        "coordinates": yaml.safe_load(found),
    }
    assert TypeAdapter(Place).validate_python(place).coordinates


def test_the_accepted_notice_is_of_a_rule_that_there_is() -> None:
    rules = {rule.RULE for rule in plausibility.RULES}
    (named,) = re.findall(r"^- rule: (\S+)", GUIDE, re.MULTILINE)
    assert named in rules


def test_the_page_on_the_method_tells_of_every_standing() -> None:
    section = METHOD.partition("## How a statement stands\n")[2].partition("\n## ")[0]
    each, together = (re.findall(r"^\| \*\*(\w+)\*\*", table, re.MULTILINE) for table in section.split("Then the"))
    assert each == ["asserts", "suggests", "reports", "alleges", "rejects"]
    assert together == [standing.value for standing in Standing]
    assert STANDINGS.keys() == set(together)


def test_the_dossier_is_plausible() -> None:
    found = checked(ROOT, date.max)
    assert [str(problem) for problem in (*found.errors, *found.notices)] == []
