"""What can be done on the page of a record, as changes in a draft: its texts, where it lies, its relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.desk.record_page import file_of, record_named, texts_of
from dossier.desk.sent import FormError, mapping_in, text_in, texts_in
from dossier.desk.whereabouts import changes_of
from dossier.desk.workplace import Loaded
from dossier.editing.draft import Draft
from dossier.editing.house_form import Value
from dossier.editing.yaml_document import Edit, Insert, Put, Remove
from dossier.model.records import Actor, Place

SAME_RELATION = ("type", "to", "period", "past")


def put_texts(draft: Draft, loaded: Loaded, key: str, sent: Mapping[str, Any]) -> str:
    """Gives a record the texts that differ from its own, and a place where it lies. Gives its id."""
    record = record_named(loaded.corpus, key)
    file, given = file_of(loaded.corpus, key), mapping_in(sent, "texts")
    edits: list[Edit] = []
    for one in texts_of(record):
        words = text_in(given, one.key) if one.key in given else one.value
        if words == one.value:
            continue
        if not words and one.is_needed:
            raise FormError(f"{one.label}: a question cannot be without it.")
        if words and one.path[0] != "positions" and "[@" not in words:
            raise FormError(
                f"{one.label}: it cites no claim. End each sentence in its citation, such as [@hill-2021-c05]."
            )
        edits.append(Put(one.path, words) if words else Remove(one.path))
    if isinstance(record, Place) and "where" in sent:
        before = draft.document(file).plain()
        for name, value in changes_of(mapping_in(sent, "where"), before):
            edits.append(Remove((name,)) if value is None else Put((name,), value))
    if edits:
        draft.edit(file, *edits)
    return key


def put_relation(draft: Draft, loaded: Loaded, sent: Mapping[str, Any]) -> str:
    """Says what an actor is to another according to claims, which join those that say the same. Gives its id."""
    key, claims = text_in(sent, "actor"), texts_in(sent, "claims")
    if not isinstance(loaded.corpus.records.get(key), Actor):
        raise FormError(f'There is no actor "{key}".')
    if not claims or not text_in(sent, "type") or not text_in(sent, "to"):
        raise FormError("A relation has a type, another actor, and at least one claim that says so.")
    said: dict[str, Value] = {"type": text_in(sent, "type"), "to": text_in(sent, "to")}
    if period := text_in(sent, "period"):
        said["period"] = period
    if sent.get("past") is True:
        said["past"] = "true"
    file = file_of(loaded.corpus, key)
    for place, one in enumerate(draft.document(file).plain().get("relations", [])):
        if all(one.get(name) == said.get(name) for name in SAME_RELATION):
            new = [claim for claim in claims if claim not in one.get("claims", [])]
            draft.edit(file, *(Insert(("relations", place, "claims"), claim) for claim in new))
            return key
    draft.edit(file, Insert(("relations",), {**said, "claims": claims}))
    return key
