from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import swapped


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "data/claims/tarn-1931.yaml",
            "about: [lamp-guild, ada-veyl,",
            "about: [lamp-guild, ada-veyl, lamp-guild,",
            '8:33: error[repeated-id] about.3: "lamp-guild" stands twice',
        ),
        (
            "data/claims/quay-2002.yaml",
            "disputes: [tarn-1931-c01, board-1934-c02]",
            "disputes: [tarn-1931-c01, board-1934-c02, tarn-1931-c01]",
            '21:45: error[repeated-id] disputes.3: "tarn-1931-c01" stands twice',
        ),
        (
            "data/places/saltmouth.yaml",
            "within: [brisa]",
            "within: [brisa, brisa]",
            '5:17: error[repeated-id] within.2: "brisa" stands twice',
        ),
        (
            "data/events/keeper-talks.yaml",
            "placed:\n  - {place: saltmouth, claims: [tarn-1931-c07]}",
            "placed:\n  - {place: saltmouth, claims: [tarn-1931-c07, tarn-1931-c07]}",
            '7:48: error[repeated-id] placed.1.claims.2: "tarn-1931-c07" stands twice',
        ),
        (
            "data/actors/lamp-guild.yaml",
            "used_by: [board-1934#p1]",
            "used_by: [board-1934#p1, board-1934#p1]",
            '5:56: error[repeated-id] names.2.used_by.2: "board-1934#p1" stands twice',
        ),
        (
            "data/questions/how-many-keepers.yaml",
            "about: [lamp-guild]",
            "about: [lamp-guild, lamp-guild]",
            '7:21: error[repeated-id] about.2: "lamp-guild" stands twice',
        ),
    ],
)
def test_an_id_twice_in_a_list(broken: Broken, file: str, old: str, new: str, said: str) -> None:
    assert broken({file: swapped(old, new)}) == [f"{file}:{said}; name it once"]


def test_what_stands_in_two_lists_is_no_repetition(broken: Broken) -> None:
    more = "names:\n  - {text: Wardens, kind: alias, used_by: [tarn-1931#p3]}"
    assert broken({"data/actors/reed-wardens.yaml": swapped("names:", more)}) == []
