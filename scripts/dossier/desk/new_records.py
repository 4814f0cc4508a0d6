"""A new actor, place or event, as it is begun from a name in a paragraph or from a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.captures.matching import matchable
from dossier.desk.new_ids import proposed_key
from dossier.desk.sent import FormError, text_in
from dossier.desk.whereabouts import where_said
from dossier.desk.workplace import Loaded
from dossier.editing.house_form import Value
from dossier.model.records import Claim


def record_said(loaded: Loaded, sent: Mapping[str, Any]) -> tuple[str, str, dict[str, Value]]:
    """The kind and the id of the record that a form begins, and what its file says.

    An event is begun from the claim that tells of it.
    """
    kind, name, type_, summary = (text_in(sent, key) for key in ("kind", "name", "type", "summary"))
    if not name or not type_:
        raise FormError("a new record needs a name and a type")
    key = str(sent.get("id") or "") or proposed_key(name)
    short: dict[str, Value] = {"summary": cited(summary, text_in(sent, "claim"))} if summary else {}
    if kind == "event":
        return kind, key, {"title": name, "type": type_, **_of_claim(loaded, sent), **short}
    where = where_said(sent) if kind == "place" else {}
    place = f"{sent.get('source')}#p{sent.get('paragraph')}"
    used = {"used_by": [place]} if _is_written(loaded, sent, name) else {}
    return kind, key, {"type": type_, "names": [{"text": name, "kind": "primary", **used}], **where, **short}


def cited(words: str, claim: str) -> str:
    """A text that ends in the claim from which its record is begun, where it names none itself."""
    if "[@" in words or not claim:
        return words
    end = words[-1] if words[-1] in ".!?" else "."
    return f"{words.removesuffix(end)} [@{claim}]{end}"


def _is_written(loaded: Loaded, sent: Mapping[str, Any], name: str) -> bool:
    paragraphs = loaded.captured.get(str(sent.get("source")), [])
    number = sent.get("paragraph")
    return isinstance(number, int) and any(matchable(name) in matchable(one) for one in paragraphs[number - 1 : number])


def _of_claim(loaded: Loaded, sent: Mapping[str, Any]) -> dict[str, Value]:
    """What the form takes over from the claim. That a claim names a place or an actor does not yet say that it happened
    there, or that they took part: both are chosen.
    """
    key = str(sent.get("claim", ""))
    claim = loaded.corpus.records.get(key)
    if not isinstance(claim, Claim):
        raise FormError("an event is begun from a claim that tells of it; save the claim first")
    said: dict[str, Value] = {}
    if sent.get("dated") and claim.value and claim.value.date:
        words = {"as_given": claim.value.as_given} if claim.value.as_given else {}
        said["dated"] = [{"date": str(claim.value.date), **words, "claims": [key]}]
    if placed := [{"place": place, "claims": [key]} for place in _chosen(sent, "placed")]:
        said["placed"] = placed
    parts = [one.partition(":") for one in _chosen(sent, "participants")]
    if actors := [{"actor": actor, "role": role or "participant", "claims": [key]} for actor, _, role in parts]:
        said["participants"] = actors
    return {**said, "claims": [key]}


def _chosen(sent: Mapping[str, Any], key: str) -> list[str]:
    found = sent.get(key, [])
    return [str(one) for one in found if str(one).strip()] if isinstance(found, list) else []
