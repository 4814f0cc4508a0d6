from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from dossier.load import load
from dossier.model.record_templates import SKELETONS, start, write
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
    write(root, beginning)
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


def test_a_claim_goes_to_the_end_of_its_sources_claims(changed: Changed) -> None:
    root = changed({})
    before = (root / "data/claims/quay-2002.yaml").read_text("utf-8")
    write(root, start("claim", "quay-2002-c06"))
    after = (root / "data/claims/quay-2002.yaml").read_text("utf-8")
    assert after.startswith(f"{before}\n- id: quay-2002-c06\n")


def test_the_first_claim_of_a_source_begins_its_file(changed: Changed) -> None:
    root = changed({"data/claims/quay-2002.yaml": None})
    write(root, start("claim", "quay-2002-c01"))
    text = (root / "data/claims/quay-2002.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/claims.json\n\n- id: quay-2002-c01\n")


def test_a_source_whose_own_id_ends_like_a_claims() -> None:
    assert start("claim", "ship-c-c01").file == "data/claims/ship-c.yaml"


def test_a_record_that_is_there_is_not_overwritten(changed: Changed) -> None:
    root = changed({})
    before = (root / "data/places/brisa.yaml").read_text("utf-8")
    with pytest.raises(FileExistsError):
        write(root, start("place", "brisa"))
    assert (root / "data/places/brisa.yaml").read_text("utf-8") == before


def test_the_folder_of_the_first_record_of_a_kind_is_made(tmp_path: Path) -> None:
    write(tmp_path, start("event", "first"))
    assert (tmp_path / "data/events/first.yaml").is_file()
