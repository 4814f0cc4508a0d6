"""What can be done at the desk, as changes in a draft of the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from dossier.captures.matching import matchable
from dossier.checking.rules.captured import spells
from dossier.commands.found_names import names_in
from dossier.desk.claim_form import KEYS, ClaimForm
from dossier.desk.new_positions import NewPosition, NewQuestion, answering
from dossier.desk.new_types import type_named
from dossier.desk.passages import place_of
from dossier.desk.sent import FormError
from dossier.desk.workplace import Loaded
from dossier.editing.draft import Draft
from dossier.editing.emitter import file_text
from dossier.editing.house_form import Value
from dossier.editing.new_record import next_claim
from dossier.editing.places_in_files import place_in_file
from dossier.editing.yaml_document import Document, Edit, Insert, Put, Remove
from dossier.model.addresses import SECTIONS
from dossier.model.records import Claim, Kind, Named
from dossier.problems import Problem, ProblemsFound


def put_claim(draft: Draft, loaded: Loaded, form: ClaimForm, new: NewPosition | NewQuestion | None = None) -> str:
    """Writes a claim, new or not, and notes where its source uses the names of what it is about. Gives its id.

    It may take a position that its question did not have yet, or be the second side of a ``new`` question.
    """
    paragraphs = loaded.captured.get(form.source, [])
    key = form.id or next_claim(loaded.corpus, draft, form.source)
    if new:
        form = answering(draft, loaded, form, key, new)
    if form.id:
        draft.edit(form.file, *_changed(draft.document(form.file), form))
    else:
        item = {"id": key, **form.said}
        if form.file in draft:
            draft.edit(form.file, Insert((), item, _place(draft.document(form.file), form, paragraphs)))
        else:
            draft.put(form.file, file_text(form.file, [item]))
    for number in form.numbers:
        if number <= len(paragraphs):
            _note_uses(draft, loaded, form, number, paragraphs[number - 1])
    return key


def _changed(document: Document, form: ClaimForm) -> Iterator[Edit]:
    """Edits for the keys that are not as they were; raises ``ProblemsFound`` where the claim is not there any more."""
    try:
        place = document.place("id", form.id)
    except LookupError:
        hint = "copy what you typed, and begin it anew"
        raise ProblemsFound([Problem(form.file, 1, 1, "unknown-record", f'no claim "{form.id}"', hint=hint)]) from None
    before = document.plain()[place]
    for key in KEYS:
        if key in form.said and form.said[key] != before.get(key):
            yield Put((place, key), form.said[key])
        elif key not in form.said and key in before:
            yield Remove((place, key))


def _place(document: Document, form: ClaimForm, paragraphs: Sequence[str]) -> int:
    """The place of a new claim among those of its source, which stand in reading order."""
    here = _reading_order(form.said, paragraphs)
    items = document.plain()
    return next((n + 1 for n in reversed(range(len(items))) if _reading_order(items[n], paragraphs) <= here), 0)


def _reading_order(said: Mapping[str, Value], paragraphs: Sequence[str]) -> tuple[int, int]:
    form = ClaimForm("", "", said)
    number, anchor = min(form.numbers, default=0), form.part("anchor")
    text = paragraphs[number - 1] if 0 < number <= len(paragraphs) else ""
    found = place_of(text, str(anchor.get("from", "")), str(anchor.get("to", "")))
    return number, found[0] if found else 0


def _note_uses(draft: Draft, loaded: Loaded, form: ClaimForm, number: int, paragraph: str) -> None:
    """Adds the paragraph to the uses of each spelling in it that no paragraph of the source was noted for."""
    written = {matchable(one.text): one.records for one in names_in(loaded.names, [paragraph]) if not one.alike}
    for key in form.named:
        record = loaded.corpus.records.get(key)
        if not isinstance(record, Named):
            continue
        for place, name in enumerate(record.names):
            spelt = key in written.get(matchable(name.text), ()) and spells([paragraph], name.text)
            if spelt and form.source not in name.users:
                file, _ = place_in_file(loaded.corpus, record)
                draft.edit(file, Insert(("names", place, "used_by"), f"{form.source}#p{number}"))


def remove_claim(draft: Draft, loaded: Loaded, key: str) -> str:
    """Takes out a claim that was never published. Raises ``FormError`` for another, which is to be withdrawn."""
    record = loaded.corpus.records.get(key)
    if not isinstance(record, Claim):
        raise FormError(f'there is no claim "{key}"')
    if any(key in address for address in loaded.corpus.permalinks):
        raise FormError(f'{key} was published: take it out with dossier withdraw {key} --why "…"')
    file, path = place_in_file(loaded.corpus, record)
    draft.edit(file, Remove(path))
    return key


def put_restatement(draft: Draft, loaded: Loaded, source: str, number: int, text: str) -> str:
    """Gives a paragraph of a restated article new words. Raises ``FormError`` where it has no such paragraph."""
    words = text.strip()
    if not words or re.search(r"\n\s*\n", words):
        raise FormError("a restated paragraph has words, and no empty line among them")
    article = loaded.corpus.article(source)
    block = article.paragraphs.get(number) if article else None
    if article is None or block is None:
        raise FormError(f"docs/sources/{source}.md has no paragraph {number}; begin it with its number")

    def changed(whole: str) -> str:
        lines, former = whole.split("\n"), block.text.split("\n")
        if lines[block.line - 1 : block.line - 1 + len(former)] != former:
            raise FormError(f"{article.file} was changed meanwhile; nothing is written")
        return "\n".join([*lines[: block.line - 1], *words.split("\n"), *lines[block.line - 1 + len(former) :]])

    draft.rewrite(article.file, changed)
    return source


def put_perspective(draft: Draft, _loaded: Loaded, source: str, text: str) -> str:
    """Says who speaks in a source, from where, and what they could not see."""
    draft.edit(f"data/sources/{source}.yaml", Put(("perspective",), " ".join(text.split())))
    return source


def leave_out(draft: Draft, _loaded: Loaded, source: str, number: int, words: str, why: str) -> str:
    """Notes why the restatement of a paragraph leaves something out."""
    if not words.strip() or not why.strip():
        raise FormError("say what is left out, and why")
    item = {"paragraph": str(number), "words": words.strip(), "why": why.strip()}
    draft.edit(f"data/sources/{source}.yaml", Insert(("capture", "left_out"), item))
    return source


def begin_record(draft: Draft, loaded: Loaded, kind: str, key: str, said: Mapping[str, Value]) -> str:
    """Begins an actor, a place or an event; an event joins what the claims that tell of it are about.

    A type that nothing has yet is added to the vocabulary.
    """
    if kind not in ("actor", "place", "event"):
        raise FormError(f"a {kind} is not begun here")
    file = f"data/{SECTIONS[cast('Kind', kind)]}/{key}.yaml"
    if loaded.corpus.knows(key) or key in loaded.corpus.redirects or file in draft:
        raise FormError(f'"{key}" is taken; ids are permanent')
    type_ = type_named(draft, loaded, kind, str(said.get("type", "")))
    draft.put(file, file_text(file, {**said, "type": type_}))
    if kind == "event":
        for claim in cast("list[str]", said.get("claims", [])):
            record = loaded.corpus.records.get(claim)
            if isinstance(record, Claim):
                claims, path = place_in_file(loaded.corpus, record)
                draft.edit(claims, Insert((*path, "about"), key))
    return key
