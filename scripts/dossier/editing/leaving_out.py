"""What records say without what is withdrawn: list by list, with what would rest on nothing any more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.joined_lists import WITNESSES, described
from dossier.editing.places_in_files import place_in_file
from dossier.editing.yaml_document import Edit, Remove
from dossier.model.records import Claim, Path, Question
from dossier.problems import Problem, dotted

IDS = ("about", "within", "claims", "denied_by", "disputes", "supports", "repeats", "derives_from", "used_by", "near")
STATEMENTS = ("relations", "dated", "placed", "participants")
SUBJECTS = ("to", "place", "actor")
FEWEST_POSITIONS = 2
RULE = "rests-on-it"
Locate = Callable[[Path, str, str, str], Problem]


@dataclass(frozen=True, slots=True)
class Gone:
    """What is to go: records by id, and positions by question and id."""

    corpus: Corpus
    records: frozenset[str]
    positions: frozenset[tuple[str, str]]

    @property
    def position_names(self) -> frozenset[str]:
        """The positions as redirects name them."""
        return frozenset(f"{question}#{position}" for question, position in self.positions)

    def has(self, value: str) -> bool:
        """Whether a value names one of the records, as the use of a name does by its source."""
        return value.partition("#")[0] in self.records

    def answers(self, answer: Mapping[str, Any]) -> bool:
        """Whether an answer is to a question, or takes a position, that goes."""
        return self.has(answer["question"]) or (answer["question"], answer["position"]) in self.positions


@dataclass
class _LeftOut:
    gone: Gone
    allowed: bool
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def remove(self, file: str, path: Path, told: str = "") -> None:
        self.edits.setdefault(file, []).append(Remove(path))
        if told:
            self.told.append(f"{file}: {told}.")


def left_out(
    draft: Draft, corpus: Corpus, gone: Gone, *, allowed: bool
) -> tuple[dict[str, list[Edit]], list[Problem], list[str]]:
    """The edits by which no record names what goes, file by file; what stands in the way; and what else is lost.

    A statement that would be left without a claim, or is about what goes, stands in the way unless it is ``allowed``
    to go along.
    """
    state = _LeftOut(gone, allowed)
    plain: dict[str, Any] = {}
    for record in corpus.records.values():
        if record.id in gone.records or not _names(corpus, gone, record.id):
            continue
        file, path = place_in_file(corpus, record)
        plain.setdefault(file, draft.document(file).plain() if file not in plain else plain[file])
        found = plain[file][path[0]] if path else plain[file]
        _record(state, file, path, found, _locator(corpus, record.id))
        if isinstance(record, Claim) and record.said_by in gone.records:
            hint = "say of the claim who says it, or withdraw it"
            state.problems.append(corpus.location(record.id, ("said_by",), RULE, f"is said by {record.said_by}", hint))
    for number, (phase, origin) in enumerate(zip(corpus.phases.items, corpus.phases.origins, strict=True)):
        if any(gone.has(key) for key in (*phase.claims, *phase.denied_by)):
            item = draft.document(origin.file).plain()[number]
            _statement(state, origin.file, (), number, item, origin.problem)
    _outside(state, corpus)
    state.problems += _positions(state, corpus)
    return state.edits, state.problems, state.told


def _outside(state: _LeftOut, corpus: Corpus) -> None:
    """What is not covered no longer has near it what goes."""
    for number, (outside, origin) in enumerate(zip(corpus.outside.items, corpus.outside.origins, strict=True)):
        for place, key in enumerate(outside.near):
            if state.gone.has(key):
                state.remove(origin.file, (number, "near", place), f"{outside.names[0]} no longer has {key} near it")


def _names(corpus: Corpus, gone: Gone, key: str) -> bool:
    record = corpus.records[key]
    if any(gone.has(reference.target) for reference in record.references()):
        return True
    taken = {(one.question, one.position) for one in record.answers} if isinstance(record, Claim) else set()
    return bool(taken & gone.positions)


def _locator(corpus: Corpus, key: str) -> Locate:
    def locate(path: Path, rule: str, message: str, hint: str) -> Problem:
        return corpus.location(key, path, rule, message, hint)

    return locate


def _record(state: _LeftOut, file: str, path: Path, plain: Mapping[str, Any], locate: Locate) -> None:
    for key in IDS:
        _ids(state, file, (*path, key), (key,), plain.get(key, ()), locate)
    for number, name in enumerate(plain.get("names", ())):
        inside = ("names", number, "used_by")
        _ids(state, file, (*path, *inside), inside, name.get("used_by", ()), locate)
    for key in STATEMENTS:
        for number, one in enumerate(plain.get(key, ())):
            _statement(state, file, path, number, one, locate, key)
    for number, one in enumerate(plain.get("answers", ())):
        if state.gone.answers(one):
            told = f"{plain['id']} no longer answers {one['question']} with {one['position']}"
            state.remove(file, (*path, "answers", number), told)


def _ids(state: _LeftOut, file: str, where: Path, path: Path, own: Sequence[str], locate: Locate) -> None:
    """Takes ids out of a list; one that a record cannot be without must keep one."""
    leaving = [number for number, one in enumerate(own) if state.gone.has(one)]
    needed = path[0] == "claims" or (path[0] == "about" and file.startswith("data/claims/"))
    if needed and leaving and len(leaving) == len(own):
        hint = "name another there, or withdraw this record first"
        state.problems.append(locate(path, RULE, f"would name nothing but {', '.join(own)}", hint))
        return
    for number in leaving:
        state.remove(file, (*where, number))
    if leaving:
        whose = file if len(where) == len(path) else locate(path, "", "", "").record
        state.told.append(f"{whose}: {dotted(path)} no longer names {', '.join(own[number] for number in leaving)}.")


def _statement(
    state: _LeftOut, file: str, path: Path, number: int, one: Mapping[str, Any], locate: Locate, key: str = ""
) -> None:
    """A statement without the claims that go; without any, or about what goes, it goes itself or stands in the way."""
    where: Path = (*path, key, number) if key else (*path, number)
    inside: Path = (key, number) if key else ()
    about = [one[name] for name in SUBJECTS if name in one and state.gone.has(one[name])]
    alone = bool(one.get("claims")) and all(state.gone.has(claim) for claim in one["claims"])
    if not about and not alone:
        for name in WITNESSES:
            for place, claim in enumerate(one.get(name, ())):
                if state.gone.has(claim):
                    state.remove(file, (*where, name, place), f"{described(one)} no longer rests on {claim}")
    elif state.allowed:
        state.remove(file, where, f"took out {described(one)}")
    else:
        why = f"is about {about[0]}" if about else f"rests on {', '.join(one['claims'])} alone"
        hint = "name another claim, or let it go along: --with-statements"
        state.problems.append(locate(inside, RULE, f"{described(one)} {why}", hint))


def untaken(corpus: Corpus, records: Collection[str]) -> Iterator[tuple[Question, list[str]]]:
    """Each question with the positions that nothing takes in its own right without some records; none that goes too."""
    for question in corpus.of(Question):
        lost = [
            taken.position.id
            for taken in corpus.positions(question)
            if (own := [one for one in (*taken.claims, *taken.rejecting) if one.said_by or not one.is_rejected])
            and all(claim.id in records for claim in own)
        ]
        if lost and question.id not in records:
            yield question, lost


def _positions(state: _LeftOut, corpus: Corpus) -> Iterator[Problem]:
    """A problem for each position that nothing would take any more."""
    for question, lost in untaken(corpus, state.gone.records):
        few = len(question.positions) - len(lost) < FEWEST_POSITIONS
        what = "the question" if few else "it"
        hint = f"let another claim take it, or let {what} go along: --with-statements"
        for number, position in enumerate(question.positions):
            if position.id in lost and (question.id, position.id) not in state.gone.positions:
                message = f"nothing else takes the position {position.id}"
                yield corpus.location(question.id, ("positions", number), RULE, message, hint)
