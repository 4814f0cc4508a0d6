"""Raw values to frozen records, or to problems that say where and how to mend them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.model.records import Model
from dossier.problems import Problem, dotted, first, nearest, quoted
from dossier.reading.yaml_file import YamlNode

M = TypeVar("M", bound=Model)

MOST_OF_A_RECORD = 100
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
        return None, problems + list(first(_problems(error, model, node, file), MOST_OF_A_RECORD))
    return (record if not problems else None), problems


def _problems(error: ValidationError, model: type[Model], node: YamlNode, file: str) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        if _follows(details):
            continue
        rule, message, hint = _explain(details, model)
        is_key = details["loc"][-1:] == (OF_KEY,)
        path = details["loc"][:-1] if is_key else details["loc"]
        line, column = node.key_at(path) if is_key or rule == "unknown-key" else node.at(path)
        yield Problem(file, line, column, rule, message, dotted(path), hint)


def _follows(details: ErrorDetails) -> bool:
    """Whether a list is too short only because its items, which are reported, were refused."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _explain(details: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    """Rule, message and hint."""
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if kind in WRONG_TYPE or (kind == "literal_error" and not isinstance(value, str)):
        return "wrong-type", WRONG_TYPE.get(kind, "needs a text"), f"found {_described(value)}"
    if kind in EXPLANATIONS:
        return EXPLANATIONS[kind](details, model)
    if "message" in context:
        return kind, str(context["message"]), str(context["hint"])
    return "value", details["msg"][0].lower() + details["msg"][1:], ""


def _missing(details: ErrorDetails, _model: type[Model]) -> tuple[str, str, str]:
    return "missing-key", "missing", f"add `{details['loc'][-1]}:`"


def _unknown_key(details: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    key = str(details["loc"][-1])
    return "unknown-key", "no such key", nearest(key, _keys(model) - {key}) or "take it out"


def _unknown_value(details: ErrorDetails, _model: type[Model]) -> tuple[str, str, str]:
    allowed = re.findall(r"'([^']+)'", str(details["ctx"]["expected"]))
    hint = nearest(str(details["input"]), allowed) or "use " + ", ".join(allowed)
    return "unknown-value", f"{quoted(details['input'])} is not one of them", hint


def _misspelt(details: ErrorDetails, _model: type[Model]) -> tuple[str, str, str]:
    # Signs of other scripts can look exactly like ours.
    other = dict.fromkeys(f"U+{ord(sign):04X}" for sign in str(details["input"]) if not sign.isascii())
    message = f"{quoted(details['input'])} does not fit" + (f": it holds {', '.join(list(other)[:5])}" if other else "")
    return "pattern", message, f"write it as {details['ctx']['pattern']}"


def _too_few(details: ErrorDetails, _model: type[Model]) -> tuple[str, str, str]:
    return "too-few", f"{details['ctx']['actual_length']} of them", f"at least {details['ctx']['min_length']}"


EXPLANATIONS: dict[str, Callable[[ErrorDetails, type[Model]], tuple[str, str, str]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _unknown_value,
    "string_pattern_mismatch": _misspelt,
    "too_short": _too_few,
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
