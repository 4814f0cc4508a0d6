from __future__ import annotations

import pickle
from dataclasses import replace

from dossier.problems import Problem, ProblemsFound, dotted, listing, nearest, quoted

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
