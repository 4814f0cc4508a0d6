"""How a record of one edition differs from the same record of the next, key by key, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from dossier.editions.formats import comparable
from dossier.editions.state import TEXT, State
from dossier.model.vocabulary import CERTAINTIES, CLAIM_KINDS, QUESTION_KINDS
from dossier.text.marks import KEY, MARK, read_count, without_marks

# Keys under which a record names others, wherever they stand in it.
REFERENCES = frozenset(
    {"about", "actor", "claims", "denied_by", "derives_from", "disputes", "place", "question", "repeats", "said_by"}
    | {"source", "supports", "to", "used_by", "within"}
)
# Lists whose order says something: who is the first author, beside which paragraph a claim stands.
ORDERED = frozenset({"author", "paragraphs"})
# What a key is called, where its own name says too little.
LABELS = {"dated": "date", "placed": "place", "used_by": "used in", "as_given": "as the source puts it"}
WORDS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "claim": {"certainty": CERTAINTIES, "kind": CLAIM_KINDS},
    "question": {"kind": QUESTION_KINDS},
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One key of a record in words of before and after, empty where there was or is none; a list has a line an item."""

    field: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """The key as words."""
        return label_of(self.field)


def label_of(field: str) -> str:
    """A key of a record as words."""
    return LABELS.get(field) or re.sub("[_-]", " ", field)


def differences(before: State, after: State, old: str, new: str) -> tuple[Difference, ...]:
    """How the record that had the id ``old`` before differs from the one that has ``new`` after.

    That a record, or a position, which it names has another id now is no difference, nor is what the format of the
    state before could not hold.
    """
    kind = after.entries[new].kind
    earlier, later = comparable(kind, before.entries[old].fields, after.entries[new].fields, before.format)
    moves = {key: redirect.to for key, redirect in after.redirects.items() if redirect.to}
    moves |= {redirect.from_: redirect.to for redirect in after.position_redirects if redirect.to}
    return tuple(
        _difference(field, kind, (left, before), (right, after))
        for field in dict.fromkeys([*later, *earlier])
        for left, right in _parts(field, moved(earlier.get(field), field, moves), later.get(field))
    )


def moved(value: Any, field: str, moves: Mapping[str, str]) -> Any:
    """A value of the key ``field`` with the ids of the records and positions that it names as they are now.

    ``moves`` has the new id of a record by its old one, and question#position alike.
    """
    if isinstance(value, dict):
        if field == "anchor":
            return value
        return _moved_answer({key: moved(one, key, moves) for key, one in value.items()}, moves)
    if isinstance(value, list):
        return [moved(one, field, moves) for one in value]
    if not isinstance(value, str):
        return value
    if field in REFERENCES:
        # The use of a name adds a paragraph to the id of its source.
        record, mark, paragraph = value.partition("#")
        return f"{moves.get(record, record)}{mark}{paragraph}"
    return MARK.sub(lambda mark: _moved_mark(mark, moves), value)


def _moved_answer(value: dict[str, Any], moves: Mapping[str, str]) -> dict[str, Any]:
    """The same, or where it names a position on a question, both as they are now."""
    to = moves.get(f"{value.get('question')}#{value.get('position')}")
    if to is None:
        return value
    question, _, position = to.partition("#")
    return {**value, "question": question, "position": position}


def _moved_mark(mark: re.Match[str], moves: Mapping[str, str]) -> str:
    # In a citation all keys are ids; in a link the first is, and the rest are words.
    if mark[4]:
        return f"[[count:{_moved_count(mark[4], moves)}|{mark[5]}]]"
    return re.sub(KEY, lambda key: moves.get(key[0], key[0]), mark[0], count=0 if mark[1] else 1)


def _moved_count(what: str, moves: Mapping[str, str]) -> str:
    count = read_count(what)
    if count.position:
        place = f"{count.record}#{count.position}"
        return moves.get(place, f"{moves.get(count.record, count.record)}#{count.position}").replace("#", "/")
    return what.replace(count.record, moves.get(count.record, count.record)) if count.record else what


def _parts(field: str, old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
    """What differs, without the items of lists that are the same on both sides."""
    if old == new:
        return
    if not isinstance(new if old is None else old, list) or field in ORDERED:
        yield old, new
    elif field == TEXT:
        for tag, *ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield old[ends[0] : ends[1]], new[ends[2] : ends[3]]
    else:
        gone = [one for one in old or [] if one not in (new or [])]
        come = [one for one in new or [] if one not in (old or [])]
        if gone or come:
            yield gone, come


def _difference(field: str, kind: str, old: tuple[Any, State], new: tuple[Any, State]) -> Difference:
    words = [_words(value, field, kind, state) for value, state in (old, new)]
    if words[0] == words[1]:
        # What a reader does not see differs: a citation, or which of two records of one name is meant.
        words = [_words(value, field, kind, None) for value, _ in (old, new)]
    return Difference(field, *words)


def _words(value: Any, field: str, kind: str, state: State | None) -> str:
    """A value as a reader sees it, or as it is written where no state is given to name records by."""
    if isinstance(value, list):
        return "\n".join(_words(one, field, kind, state) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{label_of(key)}: {_words(one, key, '', state)}" for key, one in value.items())
    if value is None:
        return ""
    if isinstance(value, float | int):
        return str(value).lower() if isinstance(value, bool) else f"{value:,.10g}"
    return _read(value, field, kind, state) if state else str(value)


def _read(text: str, field: str, kind: str, state: State) -> str:
    if field in REFERENCES:
        record, _, paragraph = text.partition("#p")
        return _name(state, record) + (f", paragraph {paragraph}" if paragraph else "")
    if words := WORDS.get(kind, {}).get(field):
        return words.get(text, text)
    return without_marks(text, lambda key: _name(state, key))


def _name(state: State, key: str) -> str:
    return state.entries[key].heading if key in state.entries else key


def compared(difference: Difference) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The words of before and of after, cut where the two differ; each part with whether the other side lacks it."""
    old, new = (re.split(r"(\s+)", words) for words in (difference.before, difference.after))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = [("".join(old[a:b]), tag != "equal") for tag, a, b, _, _ in codes if a < b]
    return before, [("".join(new[c:d]), tag != "equal") for tag, _, _, c, d in codes if c < d]
