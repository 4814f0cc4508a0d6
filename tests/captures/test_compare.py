from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.captures.compare import Index, anchor_fault, fingerprint, read_article
from dossier.model.records import Anchor, Capture, Source

NINE = "one two three four five six seven eight nine"


def anchor(start: str, end: str) -> Anchor:
    return Anchor.model_validate({"from": start, "to": end})


def test_an_article_is_read_with_what_its_record_says_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Share it\nThe guild swore an oath on \xe4 lamp in that year.\nOil\n1903: none")
    capture = Capture(file="a.txt", fingerprints=(), drop=("Share it",), join=("Oil",))
    source = Source(id="a", type="book", title="Lamps", label="A", perspective="B", capture=capture)
    assert read_article(tmp_path / "a.txt", source).paragraphs == (
        "The guild swore an oath on ä lamp in that year.",
        "Oil 1903: none",
    )


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


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("the warden's", "oil-tax"),
        ("the warden’s “hand”", "oil – tax"),
        ('warden\u2018s "hand"', "oil\u2011tax"),
        ("lamp burned", "tax"),
    ],
)
def test_quotes_hyphens_blanks_and_note_marks_are_alike_in_an_anchor(start: str, end: str) -> None:
    assert anchor_fault("In the\u00a0warden’s “hand” the lamp[1] burned for an oil‐tax.", anchor(start, end)) == ""


def test_nine_words_in_common_are_found_where_they_begin() -> None:
    index = Index({"tarn": ["Nothing here.", f"He said {NINE}, and left."]})
    text = f"Our own.\n\nIt says {NINE.upper()} times."
    (run,) = index.shared(text)
    assert (run.source, run.words, run.length) == ("tarn", NINE, 9)
    assert text[run.start : run.end] == NINE.upper()


def test_eight_words_in_common_are_nobodys() -> None:
    index = Index({"tarn": [f"He said {NINE}."]})
    assert list(index.shared(NINE.rpartition(" ")[0] + " ten")) == []


def test_a_longer_run_is_told_whole_and_once() -> None:
    index = Index({"tarn": [f"{NINE} ten eleven"]})
    assert [run.length for run in index.shared(f"{NINE} ten eleven and {NINE}")] == [11, 9]


def test_words_of_any_script_and_with_any_hyphen_are_words() -> None:
    index = Index({"petrov": ["Хранители острова гордились своими лампами, и никто не мог этого сказать."]})
    assert [run.length for run in index.shared("— хранители острова гордились своими лампами и никто не мог")] == [9]
    index = Index({"tarn": [f"oil‐tax {NINE}"]})
    assert [run.length for run in index.shared(f"oil-tax {NINE}")] == [10]


def test_apostrophes_of_both_shapes_are_one_word() -> None:
    index = Index({"tarn": [f"the warden’s {NINE}"]})
    assert [run.length for run in index.shared(f"the warden's {NINE}")] == [11]
