"""No cell of a CSV file is run by the spreadsheet that opens it, and nothing else is changed."""

from __future__ import annotations

import csv
import io

import pytest

from dossier.exports.csv_text import csv_rows, would_run

RUN = [
    "=1+1",
    "+1-800",
    "-x",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
    "-1+1",
    "-",
    "-0500~",
]
KEPT = ["", "a=b", "2014-09~", "../2020", "-5", "+5", "-0.5", "-0,5", "‘=’", "ننګرهار", "'quoted'"]


@pytest.mark.parametrize("text", RUN)
def test_a_text_that_would_run_has_an_apostrophe_before_it(text: str) -> None:
    assert would_run(text)
    assert list(csv.reader(io.StringIO(csv_rows(["a"], [[text]]), newline="")))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", KEPT)
def test_any_other_text_stays(text: str) -> None:
    assert not would_run(text)
    assert list(csv.reader(io.StringIO(csv_rows(["a", "b"], [["x", text]]), newline="")))[1] == ["x", text]


def test_numbers_and_truth_are_written_as_programs_read_them() -> None:
    assert (
        csv_rows(["a", "b", "c", "d", "e"], [[-5, -0.5, True, False, None]]) == "a,b,c,d,e\r\n-5,-0.5,true,false,\r\n"
    )
