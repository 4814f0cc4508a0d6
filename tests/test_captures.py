from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.captures import Index, SharedRun, anchor_fault, fingerprint, paragraphs
from dossier.records import Anchor, Capture

NINE = "one two three four five six seven eight nine"


def capture(**more: Any) -> Capture:
    return Capture(file="a.txt", fingerprints=(), **more)


def anchor(start: str, end: str) -> Anchor:
    return Anchor.model_validate({"from": start, "to": end})


def test_each_line_is_a_paragraph_with_its_white_space_folded() -> None:
    assert paragraphs("  One\t line. \n\n\u00a0\nAnother  one.\r\n", capture()) == ["One line.", "Another one."]


def test_headings_and_what_the_capture_picked_up_are_left_out() -> None:
    text = "Share this\nHow  it began\nIt began.\nShare this\nIt went on."
    assert paragraphs(text, capture(drop=("Share this",), headings=("How it began",))) == ["It began.", "It went on."]


def test_a_run_of_short_lines_is_joined_until_a_long_one() -> None:
    text = "It began.\nLamps\n1903: ninety\n1905: forty\nNo lamp was lit after that.\nShort."
    assert paragraphs(text, capture(join=("Lamps",))) == [
        "It began.",
        "Lamps 1903: ninety 1905: forty",
        "No lamp was lit after that.",
        "Short.",
    ]


def test_a_run_that_follows_a_run_begins_anew() -> None:
    assert paragraphs("Lamps\nninety\nOil\nnone", capture(join=("Lamps", "Oil"))) == ["Lamps ninety", "Oil none"]


def test_a_fingerprint_is_known_and_knows_no_white_space() -> None:
    assert fingerprint("Around 1898, in winter.") == fingerprint(" Around  1898,\nin winter. ") == "55e3eecbac243ce6"
    assert fingerprint("Around 1898, in winter") != fingerprint("Around 1898, in winter.")


@given(st.text())
def test_a_fingerprint_fits_the_model(text: str) -> None:
    assert Capture(file="a.txt", fingerprints=(fingerprint(text),)).fingerprints


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [
        ("The oil", "the guild", ""),
        ("The oil", "oil tax", ""),
        ("the oil", "the guild", '"the oil" stands 0 times in the paragraph'),
        ("i", "the guild", '"i" stands 3 times in the paragraph'),
        ("the guild", "The oil", '"The oil" does not follow "the guild" in the paragraph'),
    ],
)
def test_an_anchor_finds_one_passage_or_has_a_fault(start: str, end: str, fault: str) -> None:
    assert anchor_fault("The oil tax split the guild.", anchor(start, end)) == fault


def test_nine_words_in_common_are_found_where_they_begin() -> None:
    index = Index({"tarn": ["Nothing here.", f"He said {NINE}, and left."]})
    shared = list(index.shared(f"Our own.\n\nIt says {NINE.upper()} times."))
    assert shared == [SharedRun(3, "tarn", NINE, 9)]


def test_eight_words_in_common_are_nobodys() -> None:
    index = Index({"tarn": [f"He said {NINE}."]})
    assert list(index.shared(NINE.rpartition(" ")[0] + " ten")) == []


def test_a_longer_run_is_told_whole_and_once() -> None:
    index = Index({"tarn": [f"{NINE} ten eleven"]})
    assert [run.length for run in index.shared(f"{NINE} ten eleven and {NINE}")] == [11, 9]


def test_apostrophes_of_both_shapes_are_one_word() -> None:
    index = Index({"tarn": [f"the warden’s {NINE}"]})
    assert [run.length for run in index.shared(f"the warden's {NINE}")] == [11]
