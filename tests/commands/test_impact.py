"""The command ``dossier impact``."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.files import snapshot
from tests.support.paths import MINI


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["impact", *map(str, words)], prog_name="dossier")


def test_what_to_read_again_for_a_source() -> None:
    lines = run("tarn-1931", "--root", MINI).output.splitlines()
    assert lines == [
        "Answers and reasons of questions that it answers and that do not name it (1):",
        "data/questions/when-founded.yaml:8:18: The oath is older than the first ledger. "
        "(why_they_differ: it takes around-1898)",
        "",
        "tarn-1931: 1 place to read again.",
    ]


def test_what_names_a_record() -> None:
    result = run("lamp-guild", "--root", MINI)
    assert result.exit_code == 0
    assert "data/events/keeper-talks.yaml:10:13: keeper-talks (participants.1.actor)" in result.output
    assert result.output.endswith("lamp-guild: 17 places that name it.\n")


def test_the_line_is_that_of_the_sentence_in_a_text_of_several_lines(changed: Changed) -> None:
    text = "why_they_differ: >-\n  It is long ago. Some\n  say so. The\n  oath is older"
    root = changed({"data/questions/when-founded.yaml": swapped("why_they_differ: The oath is older", text)})
    assert "data/questions/when-founded.yaml:10:11: The oath" in run("quay-2002-c02", "--root", root).output


def test_a_dossier_with_problems_is_read_as_far_as_it_can_be(changed: Changed) -> None:
    result = run("lamp-guild", "--root", changed({"data/places/brisa.yaml": swapped("type:", "kind_of:")}))
    assert result.exit_code == 0
    assert "There may be more: 2 problems in the records; see: dossier check" in result.output


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("lamp-gild", 'no record "lamp-gild"; did you mean "lamp-guild"?'),
        ("wick-brotherhood", '"wick-brotherhood" was merged; it is now "lamp-guild"'),
        ("fog-bell", '"fog-bell" was withdrawn'),
    ],
)
def test_what_is_no_record(key: str, said: str) -> None:
    result = run(key, "--root", MINI)
    assert result.exit_code == 2
    assert said in result.output


def test_nothing_is_changed(changed: Changed) -> None:
    root = changed({})
    before = snapshot(root)
    run("quay-2002", "--root", root)
    assert snapshot(root) == before
