"""What a YAML parser could not read, in the words of who writes the file, with the usual mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

LONGEST_START = 30
TEXT_IN_QUOTES = 'put the whole text in double quotes: key: "…"'
BLANKS = "indent with blanks, never with a tab"
LIKE_THE_LINES_ABOVE = "indent it by as many blanks as the keys above that belong with it"
CLOSE = "close it, or put a text that holds brackets, braces or commas in double quotes"
KEY_AND_VALUE = "write `key: value`, a blank after the colon, or indent the line as a part of the text above"


BACKSLASH = 'write \\\\ for a backslash and \\" for a quotation mark, or use single quotes'
# A line and a column, both from 1; what is wrong, and how to mend it.
Place = tuple[int, int]
Explanation = tuple[str, str]


class Faulty(NamedTuple):
    """A place in a text, both from 1, with what is wrong there and how to mend it."""

    line: int
    column: int
    message: str
    hint: str


def faulty(error: yaml.YAMLError, text: str) -> Faulty:
    """Where a YAML text cannot be read, and why; a bracket or a quotation that is never closed, where it opens."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Faulty(1, 1, "holds a sign that no text may hold", "take it out")
    here, opened = _place(error.problem_mark, error.context_mark), _place(error.context_mark, error.problem_mark)
    lines = text.split("\n")
    problem, context = error.problem or "", error.context or ""
    if "quoted scalar" in context and ("end of stream" in problem or "document indicator" in problem):
        return Faulty(*opened, "a quotation mark that is never closed", "end the text with the same mark, \" or '")
    if "flow sequence" in context or "flow mapping" in context:
        return _open_bracket(here, opened, lines)
    if "could not find expected ':'" in problem:
        return _no_colon(here, lines)
    return Faulty(*here, *_explained(problem, context, here, lines))


def _place(*marks: yaml.Mark | None) -> Place:
    mark = next((mark for mark in marks if mark), None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _open_bracket(here: Place, opened: Place, lines: list[str]) -> Faulty:
    """A list or a mapping on one line that goes on as none can; where it runs into other lines, it is not closed."""
    sign = _sign(opened, lines)
    end = "]" if sign == "[" else "}"
    if here[0] != opened[0]:
        return Faulty(*opened, f"“{sign}” is never closed", f"write “{end}” at its end")
    if _sign(here, lines) == ":" or '"' in _line(here, lines)[opened[1] : here[1]]:
        hint = f"put a text that holds a comma, a colon, a bracket or a quotation mark in quotes, and end with “{end}”"
    else:
        hint = f"write a comma between two values, and “{end}” at the end; {CLOSE}"
    return Faulty(*here, f"neither a comma nor “{end}” where one is needed", hint)


def _explained(problem: str, context: str, here: Place, lines: list[str]) -> Explanation:
    """What is wrong and how to mend it, by what the parser says; the one in C and the one in Python say it apart."""
    sign = _sign(here, lines)
    if sign == "\t" or "tab character" in problem:
        return "a tab where the line is indented", BLANKS
    if "cannot start any token" in problem:
        return f"a value cannot begin with “{sign}”", TEXT_IN_QUOTES
    for said, explain in LOOKED_AT.items():
        if said in problem or said in context:
            return explain(here, lines)
    for said, explanation in TOLD.items():
        if said in problem:
            return explanation
    return f"“{_start(here, lines)}” cannot be read here", "check the indentation and the quotation marks around it"


def _second_colon(here: Place, lines: list[str]) -> Explanation:
    """A colon with a blank after it, where the line has a key already or goes on from the one above."""
    line = _line(here, lines)
    if re.match(r"\s*(?:- )?[\w-]+: \S", line[: here[1] - 1]):
        return "a second colon in the line", f"{TEXT_IN_QUOTES}, where the text holds a colon"
    before = next((one for one in reversed(lines[: here[0] - 1]) if one.strip()), "")
    if _indent(line) > _indent(before):
        hint = f"indent it by {_blanks(_indent(before))} like the line above, or leave that line's value out"
        return f"“{_start((here[0], 1), lines)}” is indented deeper than the key above it, which has a value", hint
    return f"“{_start((here[0], 1), lines)}” follows a line that has no key", KEY_AND_VALUE


def _no_colon(here: Place, lines: list[str]) -> Faulty:
    """The parser looks for the colon up to the next line that holds something; it lacks in the line before."""
    number = next((number for number in range(here[0] - 1, 0, -1) if lines[number - 1].strip()), here[0])
    column = _indent(lines[number - 1]) + 1
    message = f"“{_start((number, column), lines)}” has no colon with a blank after it, as a key has"
    return Faulty(number, column, message, KEY_AND_VALUE)


def _no_item(here: Place, lines: list[str]) -> Explanation:
    hint = "begin an item with `- `, under those above it; indent its further keys like its first"
    return f"“{_start(here, lines)}” is no item of the list above it", hint


def _out_of_line(here: Place, lines: list[str]) -> Explanation:
    """Something behind the end of a quotation, or a line indented neither like those above nor as a part of them."""
    line = _line(here, lines)
    if before := line[: here[1] - 1].rstrip():
        if before.endswith(("'", '"')):
            mark = before[-1]
            hint = "write '' for an apostrophe within" if mark == "'" else 'write \\" for a quotation mark within'
            return f"text after the closing {mark}", f"{hint}, or use the other kind of quotes"
        return f"“{_start(here, lines)}” stands where the line should end", TEXT_IN_QUOTES
    return f"“{_start(here, lines)}” is indented by {_blanks(_indent(line))}, unlike the lines above it", (
        LIKE_THE_LINES_ABOVE
    )


def _no_value(here: Place, lines: list[str]) -> Explanation:
    if sign := _sign(here, lines):
        return f"“{sign}” where a value is needed", CLOSE
    return "a bracket or a brace that is never closed", "write “]” or “}” at its end"


def _blanks(number: int) -> str:
    return {0: "no blank", 1: "1 blank"}.get(number, f"{number} blanks")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(place: Place, lines: list[str]) -> str:
    return lines[place[0] - 1] if place[0] <= len(lines) else ""


def _sign(place: Place, lines: list[str]) -> str:
    return _line(place, lines)[place[1] - 1 : place[1]]


def _start(place: Place, lines: list[str]) -> str:
    """The first words of what stands at a place."""
    words = _line(place, lines)[place[1] - 1 :].strip()
    return words if len(words) <= LONGEST_START else words[:LONGEST_START].rstrip() + "…"


LOOKED_AT: dict[str, Callable[[Place, list[str]], Explanation]] = {
    "mapping values are not allowed": _second_colon,
    "parsing a block mapping": _out_of_line,
    "parsing a block collection": _no_item,
    "node content": _no_value,
}
TOLD: dict[str, Explanation] = {
    "unexpected ':'": ("a colon without a blank after it", KEY_AND_VALUE),
    "sequence entries are not allowed": (
        "a list begins on the line of its key",
        "put each `- ` on a line of its own below the key, or write [one, two]",
    ),
    "escape": ("a backslash within double quotes", BACKSLASH),
    "hexdecimal": ("a backslash within double quotes", BACKSLASH),
    "alphabetic or numeric": ("a value cannot begin with “*” or “&”", TEXT_IN_QUOTES),
    "tag": ("a value cannot begin with “!”", TEXT_IN_QUOTES),
    "URI": ("a value cannot begin with “!”", TEXT_IN_QUOTES),
    "comment or": ("text on the line of “|” or “>”", "begin the text on the next line, indented"),
    "chomping": ("text on the line of “|” or “>”", "begin the text on the next line, indented"),
    "document start": ("something stands after the end of the record", "take it out, or close what is open above it"),
    "directive": ("a line cannot begin with “%”", "put the text in double quotes, or take the line out"),
    "mapping keys are not allowed": ("a value cannot begin with “?”", TEXT_IN_QUOTES),
}
