"""An answer that nobody gave before: a new position of a question, or a new question with a claim on each side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from dossier.desk.claim_form import ClaimForm
from dossier.desk.new_ids import free_key, proposed_key
from dossier.desk.sent import FormError
from dossier.desk.workplace import Loaded
from dossier.editing.draft import Draft
from dossier.editing.emitter import file_text
from dossier.editing.house_form import Value
from dossier.editing.places_in_files import place_in_file
from dossier.editing.yaml_document import Insert
from dossier.model.records import Actor, Claim, Event, Place, Question

THIS = "@this"
"""What stands in the reasons for the id of the claim that is being written, which has none yet."""


@dataclass(frozen=True, slots=True)
class NewPosition:
    """An answer that nobody gave yet to a question, in words."""

    question: str
    label: str


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question on which a claim and an ``other`` differ: what it asks, what each answers, and why they differ."""

    title: str
    kind: str
    label: str
    other: str
    other_label: str
    why: str


def answering(draft: Draft, loaded: Loaded, form: ClaimForm, key: str, new: NewPosition | NewQuestion) -> ClaimForm:
    """The claim ``key`` with its answer, after the draft has the question or the position. Raises ``FormError``."""
    if isinstance(new, NewPosition):
        return _answering(form, new.question, _add_position(draft, loaded, new))
    question = proposed_key(new.title)
    if not question or loaded.corpus.knows(question) or question in loaded.corpus.redirects:
        raise FormError(f'"{question}" is taken; ask in other words')
    other = loaded.corpus.records.get(new.other)
    if not isinstance(other, Claim):
        raise FormError(f'there is no claim "{new.other}"')
    mine, theirs = proposed_key(new.label) or "one", free_key(new.other_label, {proposed_key(new.label) or "one"})
    file = f"data/questions/{question}.yaml"
    draft.put(
        file,
        file_text(
            file,
            {
                "title": new.title,
                "kind": new.kind,
                "about": _asked_about(loaded, form),
                "positions": [{"id": theirs, "label": new.other_label}, {"id": mine, "label": new.label}],
                "why_they_differ": new.why.replace(THIS, f"@{key}"),
            },
        ),
    )
    claims, path = place_in_file(loaded.corpus, other)
    draft.edit(claims, Insert((*path, "answers"), {"question": question, "position": theirs}))
    return _answering(form, question, mine)


def _add_position(draft: Draft, loaded: Loaded, new: NewPosition) -> str:
    """Adds an answer to a question, and gives its id."""
    question = loaded.corpus.records.get(new.question)
    if not isinstance(question, Question):
        raise FormError(f'there is no question "{new.question}"')
    key = free_key(new.label, {one.id for one in question.positions})
    file, _ = place_in_file(loaded.corpus, question)
    draft.edit(file, Insert(("positions",), {"id": key, "label": new.label}))
    return key


def _answering(form: ClaimForm, question: str, position: str) -> ClaimForm:
    answers = cast("Sequence[Value]", form.said.get("answers", []))
    return replace(form, said={**form.said, "answers": [*answers, {"question": question, "position": position}]})


def _asked_about(loaded: Loaded, form: ClaimForm) -> list[Value]:
    """Of what the claim is about, what a question can be about."""
    about = cast("Sequence[str]", form.said.get("about", []))
    return [key for key in about if isinstance(loaded.corpus.records.get(key), Actor | Event | Place)]
