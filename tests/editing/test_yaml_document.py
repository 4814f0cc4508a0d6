"""Single values changed in a file of records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.editing.house_form import Value
from dossier.editing.yaml_document import Document, Edit, Insert, Put, Remove
from dossier.problems import ProblemsFound
from dossier.reading.yaml_file import read_yaml
from tests.support.paths import MINI

CLAIMS = """\
# yaml-language-server: $schema=../schema/claims.json
# on all
- id: a-c01
  text:   Words, kept as   they are. # beside
  said_by: one
  about: [one,  two, three]   # beside about
  value: {low: 1, unit: x}
# on the second
- id: a-c02
  text: >-
    Long words
    on two lines.
  # on the answers
  answers:
    - {question: q, position: p}
    # on the last answer
    - {question: r, position: s}
  supports: [a-c01]

- id: a-c03
  about:
  - one
  - two
"""
FILE = "data/claims/a.yaml"


def edited(*edits: Edit, text: str = CLAIMS, file: str = FILE) -> str:
    return Document.read(file, text).edited(edits)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Put((0, "said_by"), "other"), "said_by: one", "said_by: other"),
        (Put((0, "text"), "A: b"), "text:   Words, kept as   they are. # beside", 'text:   "A: b" # beside'),
        (Put((0, "about", 1), "a, b"), "[one,  two, three]", '[one,  "a, b", three]'),
        (Put((0, "value", "low"), 2.5), "{low: 1, unit: x}", "{low: 2.5, unit: x}"),
        (Put((0, "value", "high"), 9000), "{low: 1, unit: x}", "{low: 1, high: 9000, unit: x}"),
        (Put((0, "value", "as_of"), "2014"), "{low: 1, unit: x}", '{low: 1, unit: x, as_of: "2014"}'),
        (Put((0, "certainty"), "stated"), "one\n  about", "one\n  certainty: stated\n  about"),
        (
            Put((0, "anchor"), {"to": "d", "from": "b"}),
            "  about: [one, ",
            '  anchor: {from: "b", to: "d"}\n  about: [one, ',
        ),
        (Put((1, "text"), "1984"), "text: >-\n    Long words\n    on two lines.", 'text: "1984"'),
        (Put((0, "said_by"), "1984"), "said_by: one", "said_by: 1984"),
        (Put((0, "about"), ["one"]), "[one,  two, three]   #", "[one]   #"),
        (Put((1, "text"), "Short."), "text: >-\n    Long words\n    on two lines.", "text: Short."),
        (Insert((0, "about"), "four"), "three]", "three, four]"),
        (Insert((0, "about"), "zero", 0), "[one,", "[zero, one,"),
        (Insert((0, "about"), "between", 2), "two, three]", "two, between, three]"),
        (Insert((0, "supports"), "a-c03"), "unit: x}\n", "unit: x}\n  supports: [a-c03]\n"),
        (
            Insert((1, "answers"), {"position": "b", "question": "a"}, 1),
            "    # on the last",
            "    - {question: a, position: b}\n    # on the last",
        ),
        (
            Insert((1, "answers"), {"question": "a", "position": "b"}),
            "position: s}\n",
            "position: s}\n    - {question: a, position: b}\n",
        ),
        (Insert((2, "about"), "three"), "  - two\n", "  - two\n  - three\n"),
        (Insert((2, "about"), "zero", 0), "  - one\n", "  - zero\n  - one\n"),
        (Insert((), {"id": "a-c00", "text": "T."}, 0), "- id: a-c01", "- id: a-c00\n  text: T.\n- id: a-c01"),
        (Insert((), {"id": "a-c04"}), "  - two\n", "  - two\n- id: a-c04\n"),
        (Remove((0, "about", 0)), "[one,  two", "[two"),
        (Remove((0, "about", 2)), "two, three]", "two]"),
        (Remove((0, "said_by")), "  said_by: one\n", ""),
        (Remove((0, "id")), "- id: a-c01\n  text", "- text"),
        (Remove((1, "supports", 0)), "  supports: [a-c01]\n", ""),
        (Remove((1, "answers", 1)), "    # on the last answer\n    - {question: r, position: s}\n", ""),
        (Remove((1, "answers")), CLAIMS[CLAIMS.index("  # on the answers") : CLAIMS.index("  supports")], ""),
        (Remove((1,)), CLAIMS[CLAIMS.index("# on the second") : CLAIMS.index("\n- id: a-c03")], ""),
        (Remove((2,)), CLAIMS[CLAIMS.index("- id: a-c03") :], ""),
    ],
)
def test_one_edit_changes_its_place_alone(edit: Edit, old: str, new: str) -> None:
    assert CLAIMS.count(old) == 1 or isinstance(edit, Insert)
    before, _, after = CLAIMS.partition(old)
    if isinstance(edit, Insert) and edit.path in ((2, "about"), ()) and edit.index is None:
        before, _, after = CLAIMS.rpartition(old)
    assert edited(edit) == before + new + after


def test_a_record_is_exchanged_whole() -> None:
    made = edited(Put((0,), {"about": ["x"], "id": "a-c01", "text": "T."}))
    begin, end = CLAIMS.index("- id: a-c01"), CLAIMS.index("# on the second")
    assert made == CLAIMS[:begin] + "- id: a-c01\n  text: T.\n  about: [x]\n" + CLAIMS[end:]


def test_a_list_of_which_nothing_is_left_goes_with_its_key_and_a_file_of_which_nothing_is_left_is_empty() -> None:
    gone = [Remove((0, "about", number)) for number in range(3)]
    assert "about" not in edited(*gone).partition("- id: a-c02")[0]
    assert edited(Remove((0,)), Remove((1,)), Remove((2,))) == ""
    nested = "- {id: a, value: {low: 1}}\n"
    assert edited(Remove((0, "value", "low")), text=nested) == "- {id: a}\n"


def test_several_items_come_in_the_order_in_which_they_are_added_to_a_list_that_is_new() -> None:
    made = edited(Insert((0, "supports"), "b"), Insert((0, "supports"), "c"))
    assert "  supports: [b, c]\n" in made


def test_long_prose_and_long_lists_are_broken_into_lines() -> None:
    summary, claims = "word " * 40 + "end", [f"claim-{number}" for number in range(20)]
    made = edited(Put(("summary",), summary), Put(("claims",), claims), text="title: A\n", file="data/events/a.yaml")
    assert made.startswith("title: A\nclaims:\n  - claim-0\n")
    assert "summary: >-\n  word word" in made
    assert max(map(len, made.split("\n"))) <= 110
    assert Document.read("f", made).plain()["summary"] == summary


@pytest.mark.parametrize(
    "edit",
    [
        Put((7, "text"), "x"),
        Put((0, "about", 9), "x"),
        Put((0, "text", "key"), "x"),
        Put((), "x"),
        Insert((0, "text"), "x"),
        Insert((0, "about"), "x", 9),
        Insert((9, "about"), "x"),
        Remove((0, "zzz")),
        Remove(()),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(edit: Edit) -> None:
    with pytest.raises(LookupError, match="nothing at"):
        edited(edit)


def test_an_item_is_found_by_the_value_of_a_key() -> None:
    document = Document.read(FILE, CLAIMS)
    assert document.place("id", "a-c02") == 1
    with pytest.raises(LookupError, match=r'data/claims/a\.yaml has no item whose id is "x"'):
        document.place("id", "x")


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(ProblemsFound, match=r"data/claims/a\.yaml:1:8: error\[yaml\]"):
        Document.read(FILE, "text: a: b\n")


def test_the_last_line_need_not_end() -> None:
    assert edited(Insert((), {"id": "b"}), text="- id: a") == "- id: a\n- id: b\n"


# Every edit of every file of the invented dossier says what the same edit of its values says.

FILES = [(path.relative_to(MINI).as_posix(), path.read_text("utf-8")) for path in sorted(MINI.glob("data/**/*.yaml"))]
TEXTS: list[Value] = ["x", "a: b", "x # y", "[q]", "- n", "word " * 40 + "end"]
LISTS: list[Value] = [["a", "b"], ["a, b", "c: d"], [{"from": "a"}, {"to": "b"}]]
VALUES = st.sampled_from([*TEXTS, *LISTS])
GONE = object()


def ways(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(way for key, one in below for way in ways(one, (*path, key)))]


def without_gone(value: Any) -> Any:
    """The value without what is gone, and what of it has nothing left."""
    if isinstance(value, dict):
        return {k: one for k, one in ((k, without_gone(one)) for k, one in value.items()) if one is not GONE} or GONE
    if isinstance(value, list):
        return [one for one in map(without_gone, value) if one is not GONE] or GONE
    return value


def applied(plain: Any, edits: list[Edit]) -> Any:
    """What the values are after edits that have nothing to do with each other."""
    for edit in edits:
        holder = plain
        for step in edit.path[:-1]:
            holder = holder[step]
        match edit:
            case Insert(path, value, index):
                listed = holder[path[-1]] if path else plain
                listed.insert(len(listed) if index is None else index, value)
            case Put(path, value):
                holder[path[-1]] = value
    for edit in edits:
        if isinstance(edit, Remove):
            holder = plain
            for step in edit.path[:-1]:
                holder = holder[step]
            holder[edit.path[-1]] = GONE
    return without_gone(plain)


@st.composite
def files_with_edits(draw: st.DrawFn) -> tuple[str, str, list[Edit]]:
    file, text = draw(st.sampled_from(FILES))
    plain = Document.read(file, text).plain()
    edits: list[Edit] = []
    for path, value in draw(st.lists(st.sampled_from(ways(plain)), min_size=1, max_size=5)):
        if not path or any(path[: len(one.path)] == one.path[: len(path)] for one in edits):
            continue
        new: Value = draw(VALUES)
        choices: list[Edit] = [Put(path, new), Remove(path)]
        if isinstance(value, list):
            choices.append(Insert(path, new, draw(st.none() | st.integers(0, len(value)))))
        edits.append(draw(st.sampled_from(choices)))
    return file, text, edits


@given(files_with_edits())
def test_any_edits_say_what_they_would_of_the_values(drawn: tuple[str, str, list[Edit]]) -> None:
    file, text, edits = drawn
    wanted = applied(Document.read(file, text).plain(), edits)
    made = edited(*edits, text=text, file=file)
    if wanted is GONE:
        assert made == ""
        return
    node, problems = read_yaml(made, file)
    assert problems == []
    assert node is not None
    assert node.plain() == wanted
