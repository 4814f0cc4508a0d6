"""A dossier's own vocabulary, and what is refused in it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.load import load, read_types
from dossier.model.types import GENERAL
from dossier.problems import ProblemsFound
from tests.conftest import Broken, Change, Changed
from tests.support.changes import swapped

FILE = "data/vocabulary.yaml"
VOCABULARY = """\
# yaml-language-server: $schema=schema/vocabulary.json
actors:
  nursery: {one: Nursery, many: Nurseries, shape: hexagon}
events:
  sinking: {one: Sinking}
places:
  island: {one: Island, many: Islands}
roles:
  salvager: {words: salvaged it}
families:
  trade: {label: Trade}
relations:
  sells_to: {family: trade, words: sells to, other: buys from, past: sold to, other_past: bought from}
"""
OWN: Mapping[str, Change] = {
    FILE: VOCABULARY,
    "data/actors/lamp-guild.yaml": lambda text: text.replace("type: organisation", "type: nursery").replace(
        "type: rival_of", "type: sells_to"
    ),
    "data/events/great-lamp-fire.yaml": lambda text: text.replace("type: attack", "type: sinking").replace(
        "role: responder", "role: salvager"
    ),
    "data/places/brisa.yaml": swapped("type: region", "type: island"),
}


def test_a_dossier_has_types_of_its_own(changed: Changed) -> None:
    root = changed(OWN)
    corpus = load(root)
    assert corpus.types == read_types(root)
    assert corpus.types.places["island"].many == "Islands"
    assert list(corpus.types.families) == [*GENERAL.families, "trade"]


@pytest.mark.parametrize("text", ["{}\n", "places: {}\n"])
def test_a_vocabulary_may_add_little_or_nothing(changed: Changed, text: str) -> None:
    assert load(changed({FILE: text})).types == GENERAL


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "family: trade,",
            "family: trde,",
            '13:22: error[unknown-family] relations.sells_to.family: "trde" is no family of relations; '
            'did you mean "trade"?',
        ),
        (
            "family: trade,",
            "family: business,",
            '13:22: error[unknown-family] relations.sells_to.family: "business" is no family of relations; use '
            "belonging, origin, friendly, hostile, contradiction, trade, or add it under `families`",
        ),
        (
            "shape: hexagon",
            "shape: hexagone",
            '3:51: error[unknown-value] actors.nursery.shape: "hexagone" is not one of them; did you mean "hexagon"?',
        ),
        (
            "one: Nursery",
            "one: Organisation",
            '3:12: error[duplicate-type] actors.nursery: reads like "organisation": Organisation; '
            "use organisation, or call it something else",
        ),
        (
            "words: salvaged it",
            "words: Took part",
            '9:13: error[duplicate-type] roles.salvager: reads like "participant": Took part; '
            "use participant, or call it something else",
        ),
        (
            "  sinking: {one: Sinking}\n",
            "  sinking: {one: Sinking}\n  sinking: {one: Wreck}\n",
            '6:3: error[duplicate-key] "sinking" stands twice; it is also on line 5',
        ),
        (
            "  nursery:",
            "  flower-shop:",
            '3:3: error[pattern] actors.flower-shop: "flower-shop" does not fit; '
            "write lower-case letters and underscores, such as public_body",
        ),
        (
            "  sinking: {one: Sinking}\n",
            "",
            "4:8: error[empty-value] events: empty; fill it in; where nothing is known, leave the key out",
        ),
        (
            "{one: Island, many: Islands}",
            "Island",
            '7:11: error[wrong-type] places.island: needs keys and values; found "Island"',
        ),
        (
            "{one: Island, many: Islands}",
            "{one: Island}",
            "7:11: error[missing-key] places.island.many: missing; add `many:`",
        ),
        (
            "actors:\n",
            "actor:\n",
            '2:1: error[unknown-key] actor: no such key; did you mean "actors"?',
        ),
    ],
)
def test_what_a_vocabulary_may_not_say(changed: Changed, old: str, new: str, said: str) -> None:
    root = changed({FILE: swapped(old, new)(VOCABULARY)})
    with pytest.raises(ProblemsFound) as found:
        load(root)
    assert str(found.value) == f"{FILE}:{said}"
    with pytest.raises(ProblemsFound) as again:
        read_types(root)
    assert str(again.value) == str(found.value)


def test_a_type_that_is_mistyped(broken: Broken) -> None:
    assert broken({**OWN, "data/places/brisa.yaml": swapped("type: region", "type: iland")}) == [
        'data/places/brisa.yaml:2:7: error[unknown-type] type: "iland" is no type of the vocabulary; '
        'did you mean "island"?'
    ]


def test_schemas_and_new_records_list_the_dossiers_own_types(changed: Changed) -> None:
    root = changed(OWN)
    done = CliRunner().invoke(main, ["schema", "--root", str(root)])
    assert done.exit_code == 0, done.output
    place = json.loads((root / "data/schema/place.json").read_text("utf-8"))
    assert place["properties"]["type"]["enum"] == [*GENERAL.places, "island"]
    done = CliRunner().invoke(main, ["new", "event", "wreck", "--root", str(root)])
    assert done.exit_code == 0, done.output
    text = (root / "data/events/wreck.yaml").read_text("utf-8")
    assert ", sinking\n" in text
    assert ", salvager\n" in text


def test_no_schema_is_written_by_a_vocabulary_with_mistakes(changed: Changed) -> None:
    root = changed({FILE: "places: 3\n"})
    done = CliRunner().invoke(main, ["schema", "--root", str(root)])
    assert done.exit_code == 1
    assert "data/vocabulary.yaml:1:9: error[wrong-type]" in done.output
    assert not (root / "data/schema").exists()
