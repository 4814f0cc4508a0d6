"""Two records, or two positions, made one: what the one had is carried over to the other, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.joined_lists import Item, Joined, described, joined_ids, joined_statements, repeated_ids
from dossier.editing.merging_names import joined_identifiers, joined_names, joined_positions, refuse_like_positions
from dossier.editing.named_ids import PositionOf, RefusedError, named, with_article
from dossier.editing.places_in_files import place_in_file
from dossier.editing.redirecting import (
    REDIRECTS,
    add_items,
    position_redirect,
    record_redirect,
    settle_position_redirects,
)
from dossier.editing.renaming import replaced
from dossier.editing.replacing import Moves, in_table
from dossier.editing.yaml_document import Edit, Insert, Put, Remove
from dossier.model.records import Claim, Event, Named, Path, Question, Record, Source
from dossier.model.vocabulary import KINDS, counted

MERGED = "It is the same."
IDS = ("about", "within", "claims", "denied_by", "disputes", "supports", "repeats", "near")
STATEMENTS = ("relations", "dated", "placed", "participants", "answers")
# The id, and what is joined apart from all else.
ASIDE = ("id", "source", "asked_as")
FEWEST_POSITIONS = 2
# What one record may take from another where it has none itself.
CARRIED = ("summary", "coordinates", "country", "iso", "answer_in_short", "value")


def merge(draft: Draft, corpus: Corpus, old: str, into: str, why: str, today: date) -> list[str]:
    """Makes one of two records of a kind, or of two positions on a question, under the second id.

    ``corpus`` is what the files say. Gives what was done, a line each, and what of the first was not kept.
    Raises ``RefusedError``, ``UnclearPlaceError``.
    """
    one, other = named(corpus, old), named(corpus, into)
    if old == into:
        raise RefusedError(f"“{old}” is named twice; name two")
    if isinstance(one, PositionOf) and isinstance(other, PositionOf):
        return _merge_positions(draft, corpus, one, other, why)
    if isinstance(one, PositionOf) or isinstance(other, PositionOf):
        raise RefusedError("a position can be merged with another position alone; name both as question#position")
    _refuse_unlike(one, other)
    return _merge_records(draft, corpus, one, other, why, today)


def _refuse_unlike(one: Record, other: Record) -> None:
    if one.kind_of_record != other.kind_of_record:
        raise RefusedError(
            f"“{one.id}” is {with_article(one)} and “{other.id}” {with_article(other)}; name two of one kind"
        )
    if isinstance(one, Source):
        raise RefusedError("two sources cannot be merged: each has its own article; withdraw one, with its claims")
    if isinstance(one, Claim) and isinstance(other, Claim) and one.source != other.source:
        raise RefusedError("a claim is made in one source; say with `supports` or `repeats` what they have to do")


def _merge_records(draft: Draft, corpus: Corpus, one: Record, other: Record, why: str, today: date) -> list[str]:
    if isinstance(one, Question) and isinstance(other, Question):
        refuse_like_positions(one, other)
    (source, from_), (home, into) = place_in_file(corpus, one), place_in_file(corpus, other)
    facets = frozenset(question.id for question in corpus.of(Question) if question.kind == "facets")
    files = {origin.file for origin in (*corpus.origins.values(), *corpus.phases.origins, *corpus.outside.origins)}
    before = {file: draft.document(file).plain() for file in sorted(files) if one.id in draft.text(file)}
    moves = Moves({one.id: other.id}, words=_words_of_links(one, other))
    told = [*_kept_words(draft, corpus, one, moves), *replaced(draft, corpus, moves)]
    now = {file: draft.document(file).plain() for file in sorted({*before, source, home})}
    joined = _joined(into, _at(now[home], into), _at(now[source], from_), _Pair(one, other, facets))
    told += [f"{other.id}, {line}." for line in joined.told]
    edits: dict[str, list[Edit]] = {home: joined.edits}
    for file, plain in before.items():
        elsewhere = _repeated((), plain, now[file], file, {(source, from_), (home, into)})
        edits.setdefault(file, []).extend(elsewhere.edits)
        told += [f"{line}." for line in elsewhere.told]
    if from_:
        edits.setdefault(source, []).append(Remove(from_))
    for file, some in edits.items():
        if some:
            draft.edit(file, *some)
    if not from_:
        draft.remove(source)
    if isinstance(other, Question):
        told += settle_position_redirects(draft, other)
    add_items(draft, REDIRECTS, [record_redirect(one, other.id, "merged", why, today)])
    kind = KINDS[one.kind_of_record][0].lower()
    first = f"The {kind} {one.id} (“{one.heading}”) is merged into {other.id} (“{other.heading}”)."
    return [first, *told]


def _at(plain: Any, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = plain[path[0]] if path else plain
    return found


def _repeated(path: Path, before: Any, now: Any, file: str, skipped: set[tuple[str, Path]]) -> Joined:
    """The edits by which nothing stands twice since two ids became one, in the records that are neither of the two."""
    joined = Joined()
    if (file, path) in skipped or before == now:
        return joined
    if isinstance(now, list) and now and isinstance(now[0], str):
        joined.add(repeated_ids(path, before, now))
    elif isinstance(now, dict | list):
        if isinstance(now, list) and path and path[-1] in STATEMENTS:
            joined.add(joined_statements(path, now, ()))
        gone = {edit.path for edit in joined.edits if isinstance(edit, Remove)}
        for step in now if isinstance(now, dict) else range(len(now)):
            if (*path, step) not in gone:
                joined.add(_repeated((*path, step), before[step], now[step], file, skipped))
    if isinstance(now, dict) and len(path) <= 1:
        joined.told = [f"{now.get('id', file)}, {line}" for line in joined.told]
    return joined


def _kept_words(draft: Draft, corpus: Corpus, one: Record, moves: Moves) -> Iterator[str]:
    """Tells which links get words, and which cannot, before they do."""
    files = {origin.file for origin in corpus.origins.values()} | {document.file for document in corpus.documents}
    texts = [(file, draft.text(file)) for file in sorted(files)]
    links = [(file, text, at.start()) for file, text in texts for at in re.finditer(rf"\[\[{one.id}\]\]", text)]
    tables = [file for file, text, start in links if file.endswith(".md") and in_table(text, start)]
    kept = len(links) - len(tables)
    if kept and moves.words:
        yield f"{counted(kept, 'link')} without words now {'say' if kept > 1 else 'says'} “{one.heading}” as before."
    for file in dict.fromkeys(tables if moves.words else ()):
        yield f"{file}: in a table, where a link has no words of its own, “{one.heading}” is called as the other now."


def _words_of_links(one: Record, other: Record) -> dict[str, str]:
    """What links to a record say that have no words of their own: what they say is not to change with the record."""
    fits = not isinstance(one, Claim) and one.heading != other.heading and not set("[]|") & set(one.heading)
    return {one.id: one.heading} if fits else {}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A record that goes and the one that takes over; ``facets`` are the questions that a claim may answer twice."""

    one: Record
    other: Record
    facets: frozenset[str]


def _joined(path: Path, own: Mapping[str, Any], more: Mapping[str, Any], pair: _Pair) -> Joined:
    """What a record takes over from another, key by key; ``own`` and ``more`` name both by one id already."""
    joined = Joined()
    for key in dict.fromkeys((*own, *more)):
        if key not in ASIDE:
            joined.add(_joined_key((*path, key), own.get(key), more.get(key), pair))
    if isinstance(pair.one, Question | Event | Named):
        joined.add(_other_words((*path, "asked_as"), own, more))
    return joined


def _joined_key(path: Path, own: Any, more: Any, pair: _Pair) -> Joined:
    key = path[-1]
    if key in IDS:
        return joined_ids(path, own or [], more or [], without=pair.other.id)
    if key in STATEMENTS:
        return _joined_statements(path, own or [], more or [], pair)
    if join := LISTS.get(key):
        return join(path, own or [], more or [])
    if more is None or own == more:
        return Joined()
    if own is None and key in CARRIED:
        return Joined([Put(path, more)], [f"{key}: took over {_short(more)}"])
    return Joined(told=[f"{key}: stays {_short(own)}; {pair.one.id} had {_short(more)}"])


def _joined_statements(path: Path, own: Sequence[Item], more: Sequence[Item], pair: _Pair) -> Joined:
    """As ``joined_statements``; relations between the two themselves go, as does a second answer to one question."""
    key = pair.other.id
    answered = {one["question"] for one in own if "question" in one} - pair.facets
    between = [number for number, one in enumerate(own) if one.get("to") == key]
    kept = [one for one in more if one.get("to") != key and one.get("question") not in answered]
    joined = joined_statements(path, own, kept)
    joined.edits += [edit for number in between if (edit := Remove((*path, number))) not in joined.edits]
    if between and len(between) == len(own):
        joined.edits = [Put(path, list(kept))] if kept else [Remove(path)]
    dropped = [*(own[number] for number in between), *(one for one in more if one not in kept and one not in own)]
    joined.told += [f"{path[-1]}: left out {described(one)}{_witnesses(one)}" for one in dropped]
    return joined


def _witnesses(statement: Item) -> str:
    return f" ({', '.join(statement['claims'])})" if statement.get("claims") else ""


def _joined_numbers(path: Path, own: Sequence[str], more: Sequence[str]) -> Joined:
    """The numbers of the paragraphs of both, in order."""
    both = sorted({*own, *more}, key=int)
    return Joined([Put(path, both)], [f"{path[-1]}: are {', '.join(both)} now"]) if both != list(own) else Joined()


def _other_words(path: Path, own: Mapping[str, Any], more: Mapping[str, Any]) -> Joined:
    """The other words in which people ask for a record, with the title and the words of another; names stay names."""
    titles = [one["title"] for one in (own, more) if "title" in one]
    joined, words = Joined(), {one.casefold() for one in (*own.get("asked_as", ()), *titles[:1])}
    for one in (*titles[1:], *more.get("asked_as", ())):
        if one.casefold() not in words:
            joined.edits.append(Insert(path, one))
            joined.told.append(f"asked_as: took over “{one}”")
        words.add(one.casefold())
    return joined


LISTS: Mapping[str | int, Callable[[Path, Any, Any], Joined]] = {
    "names": joined_names,
    "identifiers": joined_identifiers,
    "positions": joined_positions,
    "paragraphs": _joined_numbers,
}


def _short(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {one}" for key, one in value.items()) + "}"
    return "nothing" if value is None else str(value)


def _merge_positions(draft: Draft, corpus: Corpus, one: PositionOf, other: PositionOf, why: str) -> list[str]:
    question = one.question
    if question.id != other.question.id:
        raise RefusedError("positions of two questions cannot be merged; merge the questions first, or withdraw one")
    if len(question.positions) == FEWEST_POSITIONS:
        raise RefusedError(f"{question.id} has two positions; a question with one answer is none")
    number = [position.id for position in question.positions].index(one.position.id)
    files = {corpus.origins[claim.id].file for claim in corpus.referring(question.id, "answers", Claim)}
    before = {file: draft.document(file).plain() for file in sorted(files)}
    told = replaced(draft, corpus, Moves(positions={(question.id, one.position.id): other.position.id}))
    draft.edit(corpus.origins[question.id].file, Remove(("positions", number)))
    for file, plain in before.items():
        joined = _repeated((), plain, draft.document(file).plain(), file, set())
        if joined.edits:
            draft.edit(file, *joined.edits)
    redirect = position_redirect(corpus, question.id, one.position, other.position.id, "merged", why)
    add_items(draft, REDIRECTS, [redirect])
    words = f"“{one.position.label}”", f"“{other.position.label}”"
    first = f"The position {one.name} ({words[0]}) is merged into {other.name} ({words[1]}), whose words stay."
    return [first, *told]
