"""A type that no record had yet, added to the dossier's own vocabulary along with the record that has it."""

from __future__ import annotations

from typing import Any

from dossier.desk.sent import FormError
from dossier.desk.workplace import Loaded
from dossier.editing.draft import Draft
from dossier.editing.emitter import file_text
from dossier.editing.house_form import Value
from dossier.editing.yaml_document import Put
from dossier.model.json_schema import schemas
from dossier.model.types import GENERAL, VOCABULARY, Types
from dossier.text.spelling import fold

SECTIONS = {"actor": "actors", "event": "events", "place": "places"}
FILE = f"data/{VOCABULARY}"


def type_named(draft: Draft, loaded: Loaded, kind: str, words: str) -> str:
    """The name of the type that is meant: one that there is, or a new one, which the draft then has.

    ``words`` are what one of that type is called; several are called the same with an “s”, until somebody mends it.
    """
    section = SECTIONS[kind]
    known = getattr(loaded.corpus.types, section)
    called = {fold(one.one): key for key, one in known.items()}
    if words in known or fold(words) in called:
        return words if words in known else called[fold(words)]
    key = "_".join(word for word in fold(words).split() if word.isascii() and word.isalpha())
    if not key:
        raise FormError(f'"{words}" is no name of a type: write it in Latin letters')
    one = words[:1].upper() + words[1:]
    _add(draft, section, key, {"one": one} if kind == "event" else {"one": one, "many": f"{one}s"})
    return key


def _add(draft: Draft, section: str, key: str, value: Value) -> None:
    own: Any = draft.document(FILE).plain() if FILE in draft else None
    if own is None:
        own = {section: {key: value}}
        draft.put(FILE, file_text(FILE, own))
    elif section in own:
        draft.edit(FILE, Put((section, key), value))
    else:
        draft.edit(FILE, Put((section,), {key: value}))
    # Editors offer the types that the schemas list.
    types = GENERAL.with_own(Types.model_validate(draft.document(FILE).plain()))
    for name, text in schemas(types).items():
        draft.put(f"data/schema/{name}", text)
