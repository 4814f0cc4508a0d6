"""The formats of states: an older one is read under the keys of today, and compared by what it could hold.

In format 1 an event had one ``date``, and ``places`` and ``actors`` that named no claims of their own; the use of a
name named a source without its paragraph; a question that asks for no amount and no date was of kind ``position``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FORMAT = 2
"""The format in which states are written now."""

STATEMENTS = ("dated", "placed", "participants")
VOICES = ("claims", "denied_by")


def in_todays_shape(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a record of format 1 says under the keys of today; of which claims say it nothing is known."""
    if kind != "event":
        return dict(fields)
    told = {"dated": [], "placed": [{"place": one} for one in fields.get("places", ())]}
    if "date" in fields:
        told["dated"] = [{"date": fields["date"]}]
    told["participants"] = list(fields.get("actors", ()))
    rest = {key: value for key, value in fields.items() if key not in ("date", "places", "actors")}
    return rest | {key: value for key, value in told.items() if value}


def comparable(
    kind: str, before: Mapping[str, Any], after: Mapping[str, Any], format_before: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a record before and after without what the format of before could not hold."""
    earlier, later = dict(before), dict(after)
    if format_before > 1:
        return earlier, later
    if kind == "event":
        return earlier, _without_voices(later)
    if kind == "question" and earlier.get("kind") == "position" and later.get("kind") in ("exclusive", "facets"):
        earlier["kind"] = later["kind"]
    if "names" in later:
        later["names"] = [_by_source(name) for name in later["names"]]
    return earlier, later


def _without_voices(event: dict[str, Any]) -> dict[str, Any]:
    """An event without the claims of its statements, and with all claims that tell of it or deny it in one list."""
    statements = {key: [_without(one, *VOICES) for one in event[key]] for key in STATEMENTS if key in event}
    claims = list(dict.fromkeys([*event.get("claims", ()), *event.get("denied_by", ())]))
    return _without(event, "denied_by") | statements | {"claims": claims}


def _by_source(name: Mapping[str, Any]) -> dict[str, Any]:
    if "used_by" not in name:
        return dict(name)
    return {**name, "used_by": list(dict.fromkeys(use.partition("#")[0] for use in name["used_by"]))}


def _without(fields: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in keys}
