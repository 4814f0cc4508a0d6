from __future__ import annotations

import pytest

from dossier.desk.beginning import Guess, beginning, guessed
from dossier.desk.passages import passage
from dossier.desk.workplace import Loaded


def guess(loaded: Loaded, text: str, typed: str = "") -> Guess:
    return guessed(loaded, "tarn-1931", text, typed)


def test_what_a_passage_names_is_what_its_claim_is_about_in_its_order(loaded: Loaded) -> None:
    assert guess(loaded, "In Saltmouth Ada Veyl met the Reed Wardens.").about == (
        "saltmouth",
        "ada-veyl",
        "reed-wardens",
    )


def test_where_a_passage_names_nothing_its_source_tells_what_it_is_about(loaded: Loaded) -> None:
    assert guess(loaded, "It was poor.").about == ("lamp-guild",)
    assert guess(loaded, "The group left Saltmouth.").about == ("lamp-guild", "saltmouth")


def test_a_name_that_is_typed_stands_for_the_group(loaded: Loaded) -> None:
    assert guess(loaded, "The group left Saltmouth.", "The Reed Wardens left Saltmouth.").about == (
        "reed-wardens",
        "saltmouth",
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The lamp burned.", "fact"),
        ("The guild had 90 keepers.", "figure"),
        ("It was weak because it was poor.", "assessment"),
        ("It will end within ten years.", "forecast"),
        ("They accused the wardens.", "allegation"),
        ("They swore allegiance.", "fact"),
        ("The wardens deny it.", "denial"),
        ("The board plans to light each lamp.", "intention"),
    ],
)
def test_the_kind_follows_from_the_words(loaded: Loaded, text: str, kind: str) -> None:
    assert guess(loaded, text).kind == kind


@pytest.mark.parametrize(
    ("text", "certainty", "speaker"),
    [
        ("The lamp burned.", "stated", ""),
        ("Perhaps the lamp burned.", "hedged", ""),
        ("A keeper remembered the fire.", "reported", ""),
        ("The Harbour Board said that the lamp burned.", "reported", "harbour-board"),
        ("According to the Harbour Board, the Lamp Guild was late.", "reported", "harbour-board"),
        ("The Harbour Board denied what the Lamp Guild said.", "reported", ""),
    ],
)
def test_how_firmly_it_is_said_and_by_whom(loaded: Loaded, text: str, certainty: str, speaker: str) -> None:
    found = guess(loaded, text)
    assert (found.certainty, found.said_by) == (certainty, speaker)


def test_the_only_quantity_is_the_value_as_of_the_only_date(loaded: Loaded) -> None:
    found = guess(loaded, "In 1903 the guild had 90 keepers.").value
    assert found
    assert found.value == {"low": "90", "high": "90", "unit": "keepers", "as_of": "1903"}


def test_of_several_quantities_none_is_taken_and_all_are_offered(loaded: Loaded) -> None:
    text = "It had 12 lamps and 30 keepers."
    part = passage(text, 0, len(text))
    assert part
    found = beginning(loaded, "tarn-1931", part)
    assert found.guess.value is None
    assert [one.words for one in found.values] == ["12", "30"]


def test_a_quantity_without_a_unit_waits_for_the_words_that_are_typed(loaded: Loaded) -> None:
    assert guess(loaded, "It had some 90.").value is None
    found = guess(loaded, "It had some 90.", "The guild had about 90 keepers.").value
    assert found
    assert found.value["unit"] == "keepers"


def test_a_name_that_may_be_another_is_offered_and_not_taken(loaded: Loaded) -> None:
    text = "The Lampe Gild met."
    part = passage(text, 0, len(text))
    assert part
    found = beginning(loaded, "tarn-1931", part)
    assert found.guess.about == ("lamp-guild",)
    assert all(one.alike or len(one.records) > 1 for one in found.perhaps)
