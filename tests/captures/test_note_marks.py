from __future__ import annotations

import pytest

from dossier.captures.note_marks import without_note_marks
from dossier.checking.coverage import items


@pytest.mark.parametrize(
    "text",
    [
        "They left.[3] Then they came.",
        "They left[3, 4] and came.",
        "They left[^4] and came.",
        "They left[a] and came[citation needed] again.",
        "They left.³ Then they came.",
        "They left the war.12 The end came.",
        "They left the withdrawal1 behind.",
        "They left,12 and came.",
        "He said “no.”12 They left.",
        "They left.3,4 They came.",
        "They left the camp1,2 to others.",
    ],
)
def test_a_mark_is_no_figure(text: str) -> None:
    assert [item for item in items(text) if item.what == "figure"] == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("COVID-19 came in 2021.", ["2021"]),
        ("In 2021[4] it had 12 men, 14 guns.", ["2021", "12", "14"]),
        ("See p.12 The end.", ["12"]),
        ("On Aug.15 The Guild left.", ["15"]),
        ("It rose to 3.12 The Guild left.", ["3.12"]),
        ("It was 7.30 when 1,500 men left.", ["7.30", "1,500"]),
        ("Of them 30 left.", ["30"]),
        ("In 2021.3 The Guild left.", ["2021"]),
        ("It was over by 1998.12", ["1998"]),
        ("In August 2014,5 the men left.", ["2014"]),
        ("In 2014, 12 men left.", ["2014", "12"]),
        ("It had 2,014 men, and paid 2014.50 a month.", ["2,014", "2014.50"]),
    ],
)
def test_a_figure_stays_one(text: str, figures: list[str]) -> None:
    assert [item.text for item in items(text) if item.what == "figure"] == figures


def test_names_with_a_number_keep_it() -> None:
    assert without_note_marks("The F16, an AK-47 and Covid19") == "The F16, an AK-47 and Covid19"
