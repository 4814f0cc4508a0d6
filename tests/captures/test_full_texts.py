from __future__ import annotations

import os

from dossier.checking.record_files import Memory
from dossier.load import load, read
from tests.conftest import Changed
from tests.support.paths import MINI

CAPTURED = (MINI.parent / "mini-captures/tarn-1931.txt").read_text("utf-8")


def test_what_lies_in_captures_is_read_with_its_record_once(changed: Changed) -> None:
    root, memory = changed({"captures/TARN-1931.TXT": CAPTURED}), Memory()
    first = load(root, memory).full_texts["tarn-1931"]
    assert len(first) == 4
    assert load(root, memory).full_texts["tarn-1931"] is first
    (root / "captures/TARN-1931.TXT").write_text(CAPTURED.replace("third year", "fourth year"), "utf-8")
    assert "fourth year" in load(root, memory).full_texts["tarn-1931"][1]


def test_what_cannot_be_read_is_a_problem_of_its_file(changed: Changed) -> None:
    _, problems = read(changed({"captures/tarn-1931.txt": b"\x89PNG\r\n\x1a\n"}))
    assert [str(problem) for problem in problems] == [
        "captures/tarn-1931.txt:1:1: error[capture] a picture (PNG); save it as UTF-8 text or as HTML"
    ]


def test_what_belongs_to_no_source_is_left_alone(changed: Changed) -> None:
    assert load(changed({"captures/other.pdf": "no PDF"})).full_texts == {}


def test_a_pipe_is_not_waited_for(changed: Changed) -> None:
    root = changed({})
    (root / "captures").mkdir()
    os.mkfifo(root / "captures/tarn-1931.txt")
    assert load(root).full_texts == {}
