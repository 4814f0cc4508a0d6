from __future__ import annotations

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

BOARD = "data/actors/harbour-board.yaml"


def test_a_name_of_two_actors_however_it_is_spelled(noticed: Noticed) -> None:
    assert noticed({BOARD: swapped("text: Quay Office", "text: lamp guild")}) == [
        "data/actors/lamp-guild.yaml:4:12: notice[shared-names] names.1.text: “Lamp Guild” is a name of harbour-board "
        "too; keep it where sources mean it, or make the two one"
    ]


@pytest.mark.parametrize("name", ["Lamb Guild", "Lampguild", "Guild"])
def test_a_name_of_another_sound_is_another(noticed: Noticed, name: str) -> None:
    assert noticed({BOARD: swapped("text: Quay Office", f"text: {name}")}) == []


def test_a_name_of_two_actors_however_it_is_transliterated(noticed: Noticed) -> None:
    assert noticed({BOARD: swapped("text: Quay Office", "text: Lampp Guyld")}) == [
        "data/actors/lamp-guild.yaml:4:12: notice[shared-names] names.1.text: “Lamp Guild” sounds like “Lampp Guyld”, "
        "a name of harbour-board; keep it where sources mean it, or make the two one"
    ]


def test_a_name_of_two_places(noticed: Noticed) -> None:
    found = noticed({"data/places/north-head.yaml": swapped("text: North Head", "text: Brisa")})
    assert [line.partition(";")[0] for line in found] == [
        "data/places/north-head.yaml:4:12: notice[shared-names] names.1.text: “Brisa” is a name of brisa too"
    ]


def test_an_actor_may_be_called_as_a_place(noticed: Noticed) -> None:
    assert noticed({BOARD: swapped("text: Quay Office", "text: Saltmouth")}) == []


def test_one_record_may_have_a_name_twice(noticed: Noticed) -> None:
    assert noticed({BOARD: swapped("text: Quay Office", "text: The Harbour Board")}) == []
    assert "harbour-board" not in str(noticed)
