"""What is written where a record or a position is renamed, merged or withdrawn, so that its address leads on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.emitter import file_text
from dossier.editing.house_form import Value
from dossier.editing.yaml_document import Edit, Insert, Put, Remove
from dossier.model.addresses import SECTIONS
from dossier.model.records import Claim, Position, Question, Record

REDIRECTS, CORRECTIONS, ACCEPTED = "data/redirects.yaml", "data/corrections.yaml", "data/accepted.yaml"


def record_redirect(record: Record, to: str | None, reason: str, why: str, today: date) -> dict[str, Value]:
    """The redirect of a record, with what it was called and, of a claim, what it said."""
    said = {"said": record.text} if isinstance(record, Claim) else {"title": record.heading}
    gone: dict[str, Value] = {"id": record.id, "kind": record.kind_of_record, **said}
    gone |= {"to": to} if to else {}
    return gone | {"reason": reason, "why": why, "date": today.isoformat()}


def position_redirect(
    corpus: Corpus, question: str, position: Position, to: str | None, reason: str, why: str
) -> dict[str, Value]:
    """The redirect of a position on a question, with its words; ``to`` is a position of the same question."""
    words = " ".join(corpus.plain(position.label).split())
    gone: dict[str, Value] = {"from": f"{question}#{position.id}", "title": words}
    gone |= {"to": f"{question}#{to}"} if to else {}
    return gone | {"reason": reason, "why": why}


def add_items(draft: Draft, file: str, items: Iterable[Value]) -> None:
    """Adds items at the end of a list such as that of redirects, and begins its file where there is none."""
    items = list(items)
    if items and file in draft:
        draft.edit(file, *(Insert((), item) for item in items))
    elif items:
        draft.put(file, file_text(file, items))


def take_back(draft: Draft, ids: Iterable[str], positions: Iterable[str] = ()) -> None:
    """Takes out the redirects of ids and of positions (``question#position``) that are there again."""
    if REDIRECTS not in draft:
        return
    listed = draft.document(REDIRECTS).plain()
    gone = {("id", one) for one in ids} | {("from", one) for one in positions}
    edits = [Remove((number,)) for number, one in enumerate(listed) if gone & set(one.items())]
    if edits:
        draft.edit(REDIRECTS, *edits)


def settle_position_redirects(draft: Draft, question: Question) -> list[str]:
    """Takes out redirects of positions that ``question`` has itself, or of one position a second time; tells them.

    They come to be where another question, with its former positions, becomes a part of it.
    """
    if REDIRECTS not in draft:
        return []
    there = {position["id"] for position in draft.document(_home(question)).plain()["positions"]}
    seen, edits, told = {f"{question.id}#{one}" for one in there}, list[Edit](), []
    for number, one in enumerate(draft.document(REDIRECTS).plain()):
        if "from" in one and one["from"] in seen:
            edits.append(Remove((number,)))
            told.append(f"Left out the redirect of {one['from']}, since there is such a position.")
        seen.add(one.get("from", ""))
    if edits:
        draft.edit(REDIRECTS, *edits)
    return told


def _home(question: Question) -> str:
    return f"data/{SECTIONS['question']}/{question.id}.yaml"


def withdraw_targets(draft: Draft, records: Collection[str], positions: Collection[str], why: str) -> list[str]:
    """What had led to records or positions (``question#position``) that are withdrawn is withdrawn too; tells it.

    The former positions of a question that goes need no redirect: the question's page says what became of it.
    """
    if REDIRECTS not in draft:
        return []
    edits, told = list[Edit](), []
    for number, one in enumerate(draft.document(REDIRECTS).plain()):
        name, to = one.get("id") or one.get("from", ""), one.get("to", "")
        if "#" in name and name.partition("#")[0] in records:
            edits.append(Remove((number,)))
            told.append(f"Left out the redirect of {name}, since its question is withdrawn.")
        elif to in positions or _record_of(to) in records:
            edits += [Remove((number, "to")), Put((number, "reason"), "withdrawn"), Put((number, "why"), why)]
            told.append(f"{name}, which had led to {to}, is withdrawn too.")
    if edits:
        draft.edit(REDIRECTS, *edits)
    return told


def _record_of(target: str) -> str:
    """The id of the record to which a redirect leads, be it as an id, a position or the address of its page."""
    parts = target.partition("#")[0].strip("/").split("/")
    return parts[-1] if parts[0] in SECTIONS.values() or len(parts) == 1 else ""
