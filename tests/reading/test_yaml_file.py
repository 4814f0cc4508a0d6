from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.yaml_file import DEEPEST_NESTING, LARGEST_FILE, YamlNode, read_text, read_yaml

TEXT = """\
# first
title: a
names:
  - {text: b, lang: no}
  - text: |
      c
      d
empty:
number: 0123
"""

# Pieces of which broken YAML is made.
PIECES = [
    *("a", ":", " ", "\n", "- ", "[", "]", "{", "}", ",", '"', "'"),
    *("&x ", "*x", "!!int ", "|\n", "? ", "---\n", "#", "\t"),
]


def node(text: str) -> YamlNode:
    found, problems = read_yaml(text, "f")
    assert problems == []
    assert found is not None
    return found


def printed(text: str) -> list[str]:
    found, problems = read_yaml(text, "f")
    assert found is None
    return list(map(str, problems))


def test_every_scalar_stays_what_was_written() -> None:
    assert node(TEXT).plain() == {
        "title": "a",
        "names": [{"text": "b", "lang": "no"}, {"text": "c\nd\n"}],
        "empty": "",
        "number": "0123",
    }


def test_values_and_keys_know_where_they_stand() -> None:
    root = node(TEXT)
    assert root.at(("title",)) == (2, 8)
    assert root.at(("names", 0, "lang")) == (4, 21)
    assert root.key_at(("names", 0, "lang")) == (4, 15)
    assert root.key_at(("number",)) == (9, 1)


def test_a_path_to_nothing_gives_the_nearest_thing_above_it() -> None:
    root = node(TEXT)
    assert root.at(("names", 7, "text")) == root.at(("names",)) == (4, 3)
    assert root.at(("names", 0, "kind")) == (4, 5)
    assert root.at(("title", 3)) == (2, 8)
    assert root.at(("nothing",)) == root.key_at(("nothing",)) == (2, 1)
    assert root.key_at(("names", 7, "text")) == (4, 3)


def test_all_texts_are_found_in_order() -> None:
    assert [text for _, _, text in node(TEXT).texts()] == ["a", "b", "no", "c\nd\n", "", "0123"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "f:1:1: error[empty] the file holds nothing; fill it in, or take the file out"),
        ("# nothing\n", "f:1:1: error[empty] the file holds nothing; fill it in, or take the file out"),
        (
            "a: &x b",
            "f:1:4: error[anchor] “&x” before a value; "
            "take it out, and write each value where it is used; put a text that begins with “&” in double quotes",
        ),
        (
            "a: *x",
            "f:1:4: error[alias] “*x” for a value; "
            "write the value out, or put a text that begins with “*” in double quotes",
        ),
        (
            "- !x b",
            "f:1:3: error[tag] “!x” before a value; take it out, or put a text that begins with “!” in double quotes",
        ),
        ("a: b\n---\na: c", "f:2:1: error[documents] more than one document in the file; keep one"),
        ("a: b\nc: d\na: e", 'f:3:1: error[duplicate-key] "a" stands twice; it is also on line 1'),
        ("? {a: b}\n: c", "f:1:3: error[key] a key must be a word; write `key: value`"),
        ('a: "\\u202e"', "f:1:4: error[character] U+202E (right-to-left override) is not allowed; take it out"),
        ('"\\0": a', "f:1:1: error[character] U+0000 is not allowed; take it out"),
        (
            "a: `b`",
            'f:1:4: error[yaml] a value cannot begin with “`”; put the whole text in double quotes: key: "…"',
        ),
        (
            "a: b: c",
            "f:1:5: error[yaml] a second colon in the line; "
            'put the whole text in double quotes: key: "…", where the text holds a colon',
        ),
        (
            "a: [b",
            "f:1:4: error[yaml] “[” is never closed; write “]” at its end",
        ),
    ],
)
def test_what_no_record_needs_is_refused(text: str, line: str) -> None:
    assert printed(text) == [line]


def test_nesting_is_refused_from_the_thirteenth_level() -> None:
    deepest = "[" * DEEPEST_NESTING + "]" * DEEPEST_NESTING
    assert node(deepest).line == 1
    assert printed(f"[{deepest}]") == ["f:1:13: error[nesting] nested deeper than 12; no record needs this; flatten it"]


def test_an_empty_document_is_an_empty_text() -> None:
    assert node("---\n") == YamlNode("", 2, 1)


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_any_text_gives_a_node_or_one_problem(text: str) -> None:
    found, problems = read_yaml(text, "f")
    assert (found is None) == (len(problems) == 1)
    assert all(problem.line > 0 and problem.column > 0 for problem in problems)


@given(st.recursive(st.text("abc", min_size=1), lambda inner: st.lists(inner) | st.dictionaries(st.text("xyz"), inner)))
def test_what_json_can_say_is_read_as_it_was_said(value: object) -> None:
    text = json.dumps(value)
    found, problems = read_yaml(text, "f")
    assert problems or (found and found.plain() == value)


def file(folder: Path, content: bytes) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(content)
    return path


def read(folder: Path, content: bytes) -> tuple[str, list[str]]:
    text, problems = read_text(file(folder, content), "f")
    return text, list(map(str, problems))


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"a: b\r\nc: d\r\n") == ("a: b\nc: d\n", [])


def test_letters_of_all_scripts_and_their_joiners_are_read(tmp_path: Path) -> None:
    words = "نقابة می‌شود क्‍ष naïve “x” — 🙂\t"
    assert read(tmp_path, words.encode()) == (words, [])


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"a\nbc\x07d", ["f:2:3: error[character] U+0007 is not allowed; take it out"]),
        (b"a\rb", ["f:1:2: error[character] U+000D is not allowed; take it out"]),
        (
            "a\ufeffb".encode(),
            ["f:1:2: error[character] U+FEFF (zero width no-break space) is not allowed; take it out"],
        ),
        ("a\u200e".encode(), ["f:1:2: error[character] U+200E (left-to-right mark) is not allowed; take it out"]),
        ("a\u061c".encode(), ["f:1:2: error[character] U+061C (arabic letter mark) is not allowed; take it out"]),
        ("a\n\u2067b".encode(), ["f:2:1: error[character] U+2067 (right-to-left isolate) is not allowed; take it out"]),
        ("\ue000".encode(), ["f:1:1: error[character] U+E000 is not allowed; take it out"]),
        (
            "\U000e0041".encode(),
            ["f:1:1: error[character] U+E0041 (tag latin capital letter a) is not allowed; take it out"],
        ),
        ("a\ufffd".encode(), ["f:1:2: error[character] U+FFFD (replacement character) is not allowed; take it out"]),
        (b"a\nb\xff", ["f:2:2: error[encoding] not UTF-8; save the file as UTF-8"]),
        (b"\xed\xa0\x80", ["f:1:1: error[encoding] not UTF-8; save the file as UTF-8"]),
        (b" " * (LARGEST_FILE + 1), ["f:1:1: error[file-size] larger than 1 MiB; split it into several files"]),
    ],
)
def test_bytes_that_are_refused(tmp_path: Path, content: bytes, lines: list[str]) -> None:
    assert read(tmp_path, content)[1] == lines


def test_a_file_of_exactly_1_mib_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b" " * LARGEST_FILE)[1] == []


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, problems = read_text(tmp_path / "none.yaml", "f")
    assert list(map(str, problems)) == [
        "f:1:1: error[unreadable] No such file or directory; put a file here that can be read"
    ]


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = file(tmp_path_factory.mktemp("bytes"), content)
    text, problems = read_text(path, "f")
    if not problems:
        assert text.encode() == content.replace(b"\r\n", b"\n")
        read_yaml(text, "f")
