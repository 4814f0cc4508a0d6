"""The records and positions that a curator names to a command, and the ids that may be given to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from dossier.corpus.corpus import Corpus
from dossier.model.fields import Id, Text
from dossier.model.records import Claim, Position, Question, Record, Source
from dossier.model.vocabulary import KINDS
from dossier.problems import nearest, quoted

ID, TEXT = TypeAdapter[str](Id), TypeAdapter[str](Text)


class RefusedError(Exception):
    """Raised where a command cannot do what it is asked; the message says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class PositionOf:
    """A position, and the question on which it is one."""

    question: Question
    position: Position

    @property
    def name(self) -> str:
        """Question and position, as redirects name them."""
        return f"{self.question.id}#{self.position.id}"


def named(corpus: Corpus, name: str) -> Record | PositionOf:
    """The record of an id, or the position of ``question#position``. Raises ``RefusedError`` with what is like it."""
    key, mark, position = name.partition("#")
    record = corpus.records.get(key)
    if record is None:
        raise RefusedError(_unknown(corpus, key))
    if not mark:
        return record
    if not isinstance(record, Question):
        raise RefusedError(f"“{key}” is {with_article(record)} and has no positions")
    ids = [one.id for one in record.positions]
    if position not in ids:
        raise RefusedError(f"“{key}” has no position “{position}”; {_like(position, ids)}")
    return PositionOf(record, record.positions[ids.index(position)])


def _unknown(corpus: Corpus, key: str) -> str:
    if redirect := corpus.redirects.get(key):
        return f"“{key}” " + (f"has moved: name “{redirect.to}”" if redirect.to else "was withdrawn already")
    return f"no record “{key}”; {_like(key, corpus.records)}"


def _like(wanted: str, known: Iterable[str]) -> str:
    return nearest(wanted, known) or "mend the id"


def with_article(record: Record) -> str:
    """Such as “an actor”."""
    kind = KINDS[record.kind_of_record][0].lower()
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def new_id(corpus: Corpus, record: Record, new: str, source: str = "") -> str:
    """The id, if the record may have it. Raises ``RefusedError``.

    ``source`` is the new id of a claim's source, where that gets one too.
    """
    _well_formed(new)
    if isinstance(record, Claim) and not re.fullmatch(rf"{re.escape(source or record.source)}-c\d{{2,4}}", new):
        raise RefusedError(f"“{new}” does not name the claim's source; write {record.source}-c and a number")
    if not isinstance(record, Claim) and _is_like_claim(corpus, record, new):
        raise RefusedError(f"“{new}” is written like the id of a claim; choose another")
    if new == record.id:
        raise RefusedError(f"“{new}” is its id already")
    if new in corpus.records:
        raise RefusedError(f"“{new}” is taken: it is {with_article(corpus.records[new])}, {quoted_title(corpus, new)}")
    redirect = corpus.redirects.get(new)
    if redirect and redirect.to != record.id:
        was = KINDS[redirect.kind][0].lower()
        raise RefusedError(f"“{new}” was taken: it is the former id of another {was}, and ids are permanent")
    return new


def _is_like_claim(corpus: Corpus, record: Record, new: str) -> bool:
    """Whether a claim of some source could get this id; no source may have such a one at all."""
    found = re.fullmatch(r"(.+)-c\d+", new)
    return found is not None and (isinstance(record, Source) or isinstance(corpus.records.get(found[1]), Source))


def quoted_title(corpus: Corpus, key: str) -> str:
    """What a record is called, in quotation marks."""
    return f"“{corpus.name_of(key)}”"


def new_position(corpus: Corpus, old: PositionOf, new: str) -> str:
    """The id that a position is given by ``question#position``, if it may have it. Raises ``RefusedError``."""
    question, mark, id_ = new.partition("#")
    if not mark or question != old.question.id:
        raise RefusedError(f"a position stays on its question; write {old.question.id}# and its new id")
    _well_formed(id_)
    if id_ in [one.id for one in old.question.positions]:
        raise RefusedError(f"“{new}” is taken by another position" if id_ != old.position.id else f"“{new}” is its id")
    for moved in corpus.position_redirects.items:
        if moved.from_ == new and moved.to != old.name:
            raise RefusedError(f"“{new}” was taken: it is the former id of another position, and ids are permanent")
    return id_


def _well_formed(id_: str) -> None:
    if not re.fullmatch(r"[a-z0-9-]+", id_):
        raise RefusedError(f"{quoted(id_)} is no id; write lower-case letters, digits and hyphens")
    _valid(ID, id_)


def reason(why: str) -> str:
    """The reason, if it can stand in a record. Raises ``RefusedError``."""
    if not why.strip():
        raise RefusedError("the reason is empty; say with --why in a sentence why")
    return _valid(TEXT, why)


def _valid(form: TypeAdapter[str], text: str) -> str:
    try:
        return form.validate_python(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        said = first.get("ctx", {})
        message = "; ".join(str(said[key]) for key in ("message", "hint") if said.get(key))
        raise RefusedError(message or f"{quoted(text)}: {first['msg']}") from None
