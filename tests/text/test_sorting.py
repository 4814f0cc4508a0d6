from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.sorting import name_key


@pytest.mark.parametrize(
    "names",
    [
        ["Lamp Guild", "Matin", "al-Matin", "Al-Matin Trust", "an-Nur", "Quay", "Al Quay Gazette", "Reed"],
        ["ad-Dawla", "El-Faro", "as-Sahab", "ash-Shabab", "ath-Thawra", "az-Zahra"],
        ["Abd al-Matin", "Abd Zahir", "Abdul Bari"],  # word by word, and the article within a name is a word
        ["Umar", "ʿUmar", "Usman", "‘Uthman", "'Uzayr"],
        ["Hakim", "Ḥakim", "Hamid", "Ḥanna", "Harun"],
        ["apple", "Banana", "cherry", "Éclair", "Øre", "Orme", "Zebra"],
        ["3 Keepers", "20 Keepers", "Gate 9", "Gate 10"],
        ["at-large", "Attic"],  # no article before another letter
        ["de Gaulle", "Dean", "van Gogh", "Vance"],
        ["Zulu", "باب", "پل", "تاج", "چاه", "کابل", "گل", "نور", "یار"],
        ["Zulu", "Дом", "Ель", "Иван", "Йод", "Кот"],
        ["Zulu", "אב", "בית"],
        ["احمد", "أحمد", "بلال"],
        ["“Bells”", "Candles"],
    ],
)
def test_names_stand_where_a_reader_looks_for_them(names: list[str]) -> None:
    reversed_names = list(reversed(names))
    assert sorted(reversed_names, key=name_key) == names


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_texts_can_be_sorted_and_equal_ones_alone_are_equal(names: list[str]) -> None:
    keys = sorted(map(name_key, names))
    assert len(set(keys)) == len(set(names))
