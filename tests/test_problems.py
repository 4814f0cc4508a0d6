from __future__ import annotations

import pickle
import shutil
from dataclasses import replace

import pytest

from dossier.problems import Problem, ProblemsFound, Stage, dotted, first, listing, nearest, ordered, quoted, refused

BARE = Problem("data/a.yaml", 3, 7, "yaml", "not YAML")
FULL = Problem("data/a.yaml", 12, 1, "unknown-record", 'no record "b"', "about.1", 'did you mean "c"?')


def test_a_problem_prints_with_and_without_field_and_hint() -> None:
    assert str(BARE) == "data/a.yaml:3:7: error[yaml] not YAML"
    assert str(FULL) == 'data/a.yaml:12:1: error[unknown-record] about.1: no record "b"; did you mean "c"?'


def test_a_notice_prints_as_one() -> None:
    assert str(replace(BARE, level="notice")) == "data/a.yaml:3:7: notice[yaml] not YAML"


def test_a_problem_is_one_line_whatever_it_quotes() -> None:
    assert str(Problem("a", 1, 1, "pattern", '"x\ny" does not fit')) == 'a:1:1: error[pattern] "x y" does not fit'


def test_problems_are_sorted_by_place_and_each_is_told_once() -> None:
    found = ProblemsFound([FULL, BARE, FULL])
    assert found.problems == (BARE, FULL)
    assert str(found) == listing([BARE, FULL]) == f"{BARE}\n{FULL}"


def at(file: str, line: int, cause: str = "", stage: Stage = Stage.LINK, hint: str = "mend it") -> Problem:
    return Problem(file, line, 1, "rule", "wrong", hint=hint, stage=stage, cause=cause)


def test_errors_stand_before_notices_and_causes_before_what_follows() -> None:
    notice = replace(at("a", 1), level="notice")
    one, two, three = at("b", 2, stage=Stage.PROSE), at("c", 1, stage=Stage.FILE), at("a", 9, stage=Stage.RECORD)
    assert ordered([notice, one, two, three]) == (two, three, one, notice)


def test_problems_of_one_cause_are_one_that_says_where_the_others_are() -> None:
    one = at("a", 1, "gone", Stage.ARTICLE)
    assert [str(problem) for problem in ordered([at("c", 3, "gone"), at("b", 2), at("b", 2, "gone"), one])] == [
        "a:1:1: error[rule] wrong; mend it; this also concerns b:2 and c:3",
        "b:2:1: error[rule] wrong; mend it",
    ]


def test_of_many_places_the_first_are_named() -> None:
    def last(most: int) -> str:
        found = [at("a", line, "gone", hint="") for line in range(1, most)]
        return str(ordered([*found, at("a", 1, "gone", hint="")])[0]).partition("; ")[2]

    assert last(2) == ""
    assert last(3) == "this also concerns a:2"
    assert last(5) == "this also concerns a:2, a:3 and a:4"
    assert last(6) == "this also concerns a:2, a:3, a:4 and 1 other place"
    assert last(1500) == "this also concerns a:2, a:3, a:4 and 1,495 other places"


def test_a_notice_and_an_error_of_one_cause_are_two() -> None:
    error = at("a", 1, "gone")
    assert len(ordered([error, replace(error, level="notice")])) == 2


def test_putting_in_order_twice_changes_nothing() -> None:
    once = ordered([at("a", line, "gone") for line in range(1, 9)])
    assert ordered(once) == once


def test_of_too_many_it_is_told_how_many_more_there_are() -> None:
    found = list(first((at("a", line) for line in range(1, 12)), 4))
    assert [problem.line for problem in found] == [1, 2, 3, 4, 5]
    assert str(found[-1]) == "a:5:1: error[too-many] 7 more problems from here on; mend those above first"
    assert len(list(first((at("a", line) for line in range(4)), 4))) == 4


def test_problems_of_one_cause_count_once_among_many() -> None:
    assert len(list(first((at("a", line, "gone") for line in range(50)), 4))) == 50


def test_a_path_counts_as_a_curator_counts() -> None:
    assert dotted(("names", 0, "used_by", 2)) == "names.1.used_by.3"
    assert dotted(()) == ""


def test_the_nearest_word_is_a_hint_only_where_it_is_near() -> None:
    assert nearest("lamp-gild", ["harbour-board", "lamp-guild"]) == 'did you mean "lamp-guild"?'
    assert nearest("fog", ["harbour-board", "lamp-guild"]) == ""


def test_a_long_value_is_cut() -> None:
    assert quoted("a" * 80) == f'"{"a" * 80}"'
    assert quoted("a" * 81) == f'"{"a" * 80}…"'


def test_problems_come_whole_from_another_process() -> None:
    found = ProblemsFound([Problem("data/a.yaml", 1, 2, "rule", "wrong"), Problem("data/a.yaml", 1, 1, "rule", "bad")])
    again = pickle.loads(pickle.dumps(found))  # noqa: S301  our own
    assert (str(again), again.problems) == (str(found), found.problems)
    assert str(again).startswith("data/a.yaml:1:1: error[rule]")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "data/a.yaml"), "data/a.yaml: Permission denied"),
        (PermissionError(1, "Not permitted", "ready", None, "data/a.yaml"), "data/a.yaml: Not permitted"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (
            shutil.Error([("docs/a.md", "copy/a.md", "[Errno 13] Permission denied: 'docs/a.md'")]),
            "docs/a.md: Permission denied",
        ),
    ],
    ids=["one", "of-two", "none", "of-many"],
)
def test_what_the_system_refuses_is_told_by_file(error: OSError, said: str) -> None:
    assert refused(error) == said
