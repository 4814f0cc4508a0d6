from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from dossier.editing.draft import Draft
from dossier.editing.formatting import formatted
from dossier.editing.new_record import begin
from dossier.load import load
from dossier.model.record_templates import SKELETONS, start
from dossier.model.records import Kind
from dossier.model.types import GENERAL, Types
from tests.conftest import Change, Changed
from tests.support.changes import added, swapped

# What a curator does with each skeleton: the words for its capitals, and what else the new record needs.
WORDS = {
    "RECORD": "lamp-guild",
    "ACTOR": "reed-wardens",
    "PLACE": "saltmouth",
    "SOURCE": "tarn-1931",
    "2020-01": "1905",
    "CLAIM": "tarn-1931-c07",
    "TITLE": "A new title",
    "NAME": "New Name",
    "FAMILY": "Reed",
    "GIVEN": "Ann",
    "PUBLICATION": "Lamp News",
    "FIRST WORDS": "the first",
    "LAST WORDS": "the last",
}
# A relation of the new actor needs a claim that names both ends.
ELSEWHERE: dict[Kind, Mapping[str, Change]] = {
    "source": {"docs/sources/new-one.md": "# A new title\n\nNothing happened.\n{: #p1 }\n"},
    "actor": {"data/claims/tarn-1931.yaml": swapped("until perhaps 1907.", "until perhaps 1907, and so did New Name.")},
    "question": {
        "data/claims/tarn-1931.yaml": added("  answers: [{question: new-one, position: one}]\n"),
        "data/claims/board-1934.yaml": added("  answers: [{question: new-one, position: another}]\n"),
    },
}


def completed(path: Path) -> None:
    """Puts words in the place of all capitals."""
    text = path.read_text("utf-8")
    for capitals, words in WORDS.items():
        text = re.sub(rf"\b{capitals}\b", words, text)
    path.write_text(re.sub(r"\b[A-Z][A-Z ,]+[A-Z]\b", "Words", text), "utf-8")


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_skeleton_passes_once_its_capitals_are_replaced(changed: Changed, kind: Kind) -> None:
    root = changed(ELSEWHERE.get(kind, {}))
    key = "tarn-1931-c08" if kind == "claim" else "new-one"
    beginning = start(kind, key)
    draft = Draft(root)
    begin(draft, beginning)
    draft.write()
    completed(root / beginning.file)
    assert load(root).records[key].kind_of_record == kind


def test_every_kind_has_a_skeleton_with_capitals_to_replace() -> None:
    assert SKELETONS.keys() == set(get_args(Kind))
    assert all(re.search(r"[A-Z]{4}", text) for text in SKELETONS.values())


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("actor", (*GENERAL.actors, *GENERAL.relations)),
        ("event", (*GENERAL.events, *GENERAL.roles)),
        ("place", (*GENERAL.places,)),
        ("question", ("quantity", "date", "exclusive", "facets")),
        ("source", ("report", "book")),
    ],
)
def test_a_skeleton_lists_what_can_stand_for_its_types(kind: Kind, names: tuple[str, ...]) -> None:
    comments = [line for line in start(kind, "new-one").text.splitlines() if line.startswith("# ")]
    assert set(names) <= set(re.findall(r"[a-z_]+", " ".join(comments)))
    assert all(len(line) <= 100 for line in comments)


def test_a_skeleton_lists_the_types_of_the_dossier_too() -> None:
    own = Types.model_validate({"places": {"island": {"one": "Island", "many": "Islands"}}})
    assert ", site, island\n" in start("place", "new-one", GENERAL.with_own(own)).text


def test_a_record_goes_into_a_file_of_its_name_that_names_its_schema() -> None:
    beginning = start("actor", "new-one")
    assert beginning.file == "data/actors/new-one.yaml"
    assert beginning.text.startswith("# yaml-language-server: $schema=../schema/actor.json\n# type: ")


def test_a_source_whose_own_id_ends_like_a_claims() -> None:
    assert start("claim", "ship-c-c01").file == "data/claims/ship-c.yaml"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_record_begins_in_the_form_in_which_all_are_written(kind: Kind) -> None:
    beginning = start(kind, "tarn-1931-c08" if kind == "claim" else "new-one")
    assert formatted(beginning.file, beginning.text) == beginning.text
