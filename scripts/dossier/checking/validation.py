"""Raw values to frozen records, or to problems that say where and how to mend them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.checking.unreplaced import is_unreplaced, unreplaced
from dossier.model.fields import EMPTY, FORMS, ID_FORM
from dossier.model.records import Model
from dossier.problems import Problem, dotted, first, more_from, nearest, quoted
from dossier.reading.yaml_file import YamlNode

M = TypeVar("M", bound=Model)

MOST_OF_A_RECORD = 100
LIKE_ENOUGH = 0.5
Place = tuple[int | str, ...]
Explanation = tuple[str, str, str]
OF_KEY = "[key]"
"""How a path ends where a key is at fault that the curator chooses, as in the vocabulary."""
WRONG_TYPE = {
    "string_type": "needs a text",
    "tuple_type": "needs a list",
    "model_type": "needs keys and values",
    "dict_type": "needs keys and values",
    "int_parsing": "needs a whole number",
    "int_from_float": "needs a whole number",
    "float_parsing": "needs a number",
    "bool_parsing": "needs `true` or `false`",
    "int_type": "needs a whole number",
    "float_type": "needs a number",
    "bool_type": "needs `true` or `false`",
}


def validate(
    model: type[M], node: YamlNode, file: str, given: Mapping[str, str], context: Mapping[str, Any]
) -> tuple[M | None, list[Problem]]:
    """The record that a node holds, or none and the problems that it has; ``file`` names its file.

    ``given`` holds what the file's name says (such as the id), which the file may not say again; ``context`` is handed
    to the fields of the models.
    """
    problems = [
        Problem(file, *node.keys[key], "unknown-key", "not written here", key, f"the file's name says it: {value}")
        for key, value in given.items()
        if key in node.keys
    ]
    plain = node.plain()
    if not isinstance(plain, dict):
        return None, [Problem(file, *node.at(()), "wrong-type", "needs keys and values", hint="write `key: value`")]
    try:
        record = model.model_validate({**plain, **given}, context=context, by_alias=True, by_name=False)
    except ValidationError as error:
        # What is left of the record's beginning is told with the rest, and not only once that is mended.
        left = first(unreplaced(node, file), MOST_OF_A_RECORD)
        return None, [*problems, *_problems(error, model, node, file, given), *left]
    return (record if not problems else None), problems


def in_words(error: ValidationError) -> str:
    """The first thing that is wrong with a file that is no record: where in it, and what."""
    details = error.errors(include_url=False)[0]
    if details["type"] == "json_invalid":
        where = re.search(r"line (\d+) column (\d+)", details["msg"])
        return "not JSON" + (f": line {where[1]}, column {where[2]} cannot be read" if where else "")
    rule, message, hint = _explain(details, None)
    said = "no such key" if rule == "unknown-key" else f"{message}, {hint}" if rule == "wrong-type" else message
    return f"{dotted(details['loc'])}: {said}"


def _problems(
    error: ValidationError, model: type[Model], node: YamlNode, file: str, given: Mapping[str, str]
) -> list[Problem]:
    """The first problems of a record; only these are explained, for a search for what was meant takes its time."""
    found = error.errors(include_url=False)
    meant = _meant(found)
    told = [
        details
        for details in found
        if not _follows(details)
        and not is_unreplaced(details["input"])
        and not (details["type"] == "missing" and details["loc"] in meant.values())
    ]
    some = [_problem(details, meant, model, node, file, given) for details in told[: MOST_OF_A_RECORD + 1]]
    if len(told) > MOST_OF_A_RECORD:
        some[-1] = more_from(some[-1], len(told) - MOST_OF_A_RECORD)
    return some


def _problem(
    details: ErrorDetails,
    meant: Mapping[Place, Place],
    model: type[Model],
    node: YamlNode,
    file: str,
    given: Mapping[str, str],
) -> Problem:
    rule, message, hint = _explain(details, model)
    if details["loc"] == ("id",) and "id" in given:
        hint = f"the file's name is the id: {hint.removeprefix('write ')}"
    if details["loc"] in meant:
        hint = f'did you mean "{meant[details["loc"]][-1]}"?'
    is_key = details["loc"][-1:] == (OF_KEY,)
    path = details["loc"][:-1] if is_key else details["loc"]
    line, column = node.key_at(path) if is_key or rule == "unknown-key" else node.at(path)
    return Problem(file, line, column, rule, message, dotted(path), hint)


def _follows(details: ErrorDetails) -> bool:
    """Whether a list is too short only because its items, which are reported, were refused."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _meant(found: list[ErrorDetails]) -> dict[Place, Place]:
    """The missing keys that are there under a slip of the pen, each by the unknown key that is meant."""
    missing = [details["loc"] for details in found if details["type"] == "missing"]
    meant: dict[Place, Place] = {}
    for details in found:
        *above, key = details["loc"] or ("",)
        if details["type"] == "extra_forbidden":
            free = [str(loc[-1]) for loc in missing if list(loc[:-1]) == above and loc not in meant.values()]
            if near := get_close_matches(str(key), free, n=1, cutoff=LIKE_ENOUGH):
                meant[details["loc"]] = (*above, near[0])
    return meant


def _explain(details: ErrorDetails, model: type[Model] | None) -> Explanation:
    """Rule, message and hint."""
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if value == "" and kind != "missing":
        return "empty-value", "empty", EMPTY
    if kind in WRONG_TYPE or (kind == "literal_error" and not isinstance(value, str)):
        return "wrong-type", WRONG_TYPE.get(kind, "needs a text"), f"found {_described(value)}"
    if kind in EXPLANATIONS:
        return EXPLANATIONS[kind](details, model)
    if "message" in context:
        return kind, str(context["message"]), str(context["hint"])
    return "value", f"{_described(value)} cannot stand here", "write it as other records have it, or leave it out"


def _missing(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    return "missing-key", "missing", f"add `{details['loc'][-1]}:`"


def _unknown_key(details: ErrorDetails, model: type[Model] | None) -> Explanation:
    key = str(details["loc"][-1])
    known = _keys(model) - {key} if model else ()
    return "unknown-key", "no such key", nearest(key, known) or "take it out"


def _unknown_value(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    allowed = re.findall(r"'([^']+)'", str(details["ctx"]["expected"]))
    hint = nearest(str(details["input"]), allowed) or "use " + ", ".join(allowed)
    return "unknown-value", f"{quoted(details['input'])} is not one of them", hint


def _misspelt(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    # Signs of other scripts can look exactly like ours.
    value, pattern = str(details["input"]), str(details["ctx"]["pattern"])
    other = dict.fromkeys(f"U+{ord(sign):04X}" for sign in value if not sign.isascii())
    message = f"{quoted(value)} does not fit" + (f": it holds {', '.join(list(other)[:5])}" if other else "")
    likely = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") if pattern == ID_FORM and not other else ""
    perhaps = f'; perhaps "{likely}"' if likely else ""
    return "pattern", message, f"write {FORMS.get(pattern, 'it as other records have it')}{perhaps}"


def _too_few(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    return "too-few", f"{details['ctx']['actual_length']} of them", f"at least {details['ctx']['min_length']}"


def _too_long(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    length = f"{len(str(details['input'])):,} characters, more than {details['ctx']['max_length']:,}"
    return "too-long", length, "write it shorter"


def _too_small(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    return "value", f"{quoted(details['input'])} is too small", f"write {details['ctx']['ge']:g} or more"


def _too_large(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    return "value", f"{quoted(details['input'])} is too large", f"write {details['ctx']['le']:g} or less"


def _endless(details: ErrorDetails, _model: type[Model] | None) -> Explanation:
    return "value", f"{quoted(details['input'])} is too large, or no number", "write a number in digits, such as 120"


EXPLANATIONS: dict[str, Callable[[ErrorDetails, type[Model] | None], Explanation]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _unknown_value,
    "string_pattern_mismatch": _misspelt,
    "too_short": _too_few,
    "string_too_short": _too_few,
    "string_too_long": _too_long,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "finite_number": _endless,
    "int_parsing_size": _endless,
}


def _described(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "keys and values" if isinstance(value, dict) else quoted(value)


@cache
def _keys(model: type[Model]) -> set[str]:
    schema = model.model_json_schema(by_alias=True)
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}
