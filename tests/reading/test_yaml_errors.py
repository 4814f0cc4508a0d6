from __future__ import annotations

import pytest
import yaml

from dossier.reading.yaml_errors import faulty

QUOTES = 'put the whole text in double quotes: key: "…"'
KEY = "write `key: value`, a blank after the colon, or indent the line as a part of the text above"
ITEM = "begin an item with `- `, under those above it; indent its further keys like its first"

# What is written; where it is at fault, what is said and the mend.
CASES = [
    ("a: b: c", "1:5 a second colon in the line", f"{QUOTES}, where the text holds a colon"),
    ("- a: b: c", "1:7 a second colon in the line", f"{QUOTES}, where the text holds a colon"),
    ("a\nb: c", "2:2 “b: c” follows a line that has no key", KEY),
    (
        "a: 1\n  b: 2\n",
        "2:4 “b: 2” is indented deeper than the key above it, which has a value",
        "indent it by no blank like the line above, or leave that line's value out",
    ),
    ("a: b\n  c\nd\ne: f\n", "3:1 “d” has no colon with a blank after it, as a key has", KEY),
    ("- a: b\n  c:d\n  e: f\n", "2:3 “c:d” has no colon with a blank after it, as a key has", KEY),
    ("\ta: 1", "1:1 a tab where the line is indented", "indent with blanks, never with a tab"),
    ("a:\n\t- b", "2:1 a tab where the line is indented", "indent with blanks, never with a tab"),
    ("a: @x", "1:4 a value cannot begin with “@”", QUOTES),
    ("a: `x`", "1:4 a value cannot begin with “`”", QUOTES),
    ("a: %x", "1:4 a value cannot begin with “%”", QUOTES),
    ("a: *", "1:5 a value cannot begin with “*” or “&”", QUOTES),
    ("a: !<", "1:6 a value cannot begin with “!”", QUOTES),
    ("a: [1, 2\nb: c", "1:4 “[” is never closed", "write “]” at its end"),
    ("a: {b: 1, c: 2\nd: 3", "1:4 “{” is never closed", "write “}” at its end"),
    (
        "a: {b: x, y: 1: 2}",
        "1:15 neither a comma nor “}” where one is needed",
        "put a text that holds a comma, a colon, a bracket or a quotation mark in quotes, and end with “}”",
    ),
    ("a: ]", "1:4 “]” where a value is needed", None),
    ("a: [", "2:1 a bracket or a brace that is never closed", "write “]” or “}” at its end"),
    ('a: "x\nb: 1', "1:4 a quotation mark that is never closed", "end the text with the same mark, \" or '"),
    ("a: 'it's'", "1:8 text after the closing '", "write '' for an apostrophe within, or use the other kind of quotes"),
    ('a: "x" y', '1:8 text after the closing "', None),
    ('a: "\\q"', "1:5 a backslash within double quotes", None),
    ('a: "\\u12"', "1:7 a backslash within double quotes", None),
    ("a:\n  - b\n c: d\n", "3:2 “c: d” is indented by 1 blank, unlike the lines above it", None),
    ("- a\nb: c\n", "2:1 “b: c” is no item of the list above it", ITEM),
    ("- a: 1\n b: 2", "2:2 “b: 2” is no item of the list above it", ITEM),
    ("a: - b", "1:4 a list begins on the line of its key", None),
    ("a: | x\n b", "1:6 text on the line of “|” or “>”", "begin the text on the next line, indented"),
    ("{a: b}}", "1:7 something stands after the end of the record", None),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["C", "Python"])
@pytest.mark.parametrize(("text", "told", "hint"), CASES)
def test_what_is_no_yaml_is_told_in_words(
    text: str, told: str, hint: str | None, loader: type[yaml.CSafeLoader | yaml.SafeLoader]
) -> None:
    with pytest.raises(yaml.YAMLError) as refused:
        list(yaml.parse(text + "\n" * (not text.endswith("\n")), Loader=loader))
    found = faulty(refused.value, text)
    # The two parsers do not agree to the column.
    assert (found.line, found.message) == (int(told.partition(":")[0]), told.partition(" ")[2])
    assert hint is None or found.hint == hint
    if loader is yaml.CSafeLoader:
        assert found.column == int(told.partition(":")[2].partition(" ")[0])


def test_a_sign_that_no_text_may_hold() -> None:
    with pytest.raises(yaml.YAMLError) as refused:
        list(yaml.parse("\x07a: 1", Loader=yaml.SafeLoader))
    assert faulty(refused.value, "") == (1, 1, "holds a sign that no text may hold", "take it out")
