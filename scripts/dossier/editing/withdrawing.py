"""A record or a position taken out, with all that names it; what rests on it alone is told first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.house_form import Value
from dossier.editing.leaving_out import FEWEST_POSITIONS, Gone, left_out, untaken
from dossier.editing.named_ids import PositionOf, RefusedError, named
from dossier.editing.places_in_files import place_in_file
from dossier.editing.redirecting import REDIRECTS, add_items, position_redirect, record_redirect, withdraw_targets
from dossier.editing.unlinking import unlink
from dossier.editing.yaml_document import Edit, Remove
from dossier.model.records import Claim, Question, Record, Source
from dossier.model.vocabulary import KINDS, counted
from dossier.problems import ProblemsFound


class InTheWayError(ProblemsFound):
    """Raised with everything because of which a record cannot be withdrawn as it is asked."""


@dataclass(frozen=True, slots=True)
class Along:
    """What may go along with a record that is withdrawn: the claims of a source; statements and positions that rest on
    nothing else, or are about it, and questions that keep fewer than two answers; and links to it, whose words stay.
    """

    claims: bool = False
    statements: bool = False
    links: bool = False


def withdraw(draft: Draft, corpus: Corpus, name: str, why: str, along: Along, today: date) -> list[str]:
    """Takes a record or a position out, and says what was done, a line each.

    ``corpus`` is what the files say. Raises ``RefusedError``; and ``InTheWayError`` with everything that would be left
    without a claim or with a reference to nothing, and that may not go ``along`` or has to be written anew by hand.
    """
    found = named(corpus, name)
    gone = _gone(corpus, found, along)
    problems, told = unlink(draft, corpus, gone, allowed=along.links)
    edits, more, lines = left_out(draft, corpus, gone, allowed=along.statements)
    if problems or more:
        raise InTheWayError([*problems, *more])
    for key in sorted(gone.records):
        _take_out(draft, corpus, corpus.records[key], edits)
    for question, position in sorted(gone.positions):
        _take_out_position(corpus, question, position, edits)
    for file, some in edits.items():
        if some and file in draft:
            draft.edit(file, *some)
    told += [*lines, *withdraw_targets(draft, gone.records, gone.position_names, why)]
    add_items(draft, REDIRECTS, _redirects(corpus, gone, why, today))
    return [*_first(corpus, gone, found), *told]


def _gone(corpus: Corpus, found: Record | PositionOf, along: Along) -> Gone:
    """All that is to go; raises ``RefusedError`` where some of it needs a leave that was not given."""
    if isinstance(found, PositionOf):
        if len(found.question.positions) <= FEWEST_POSITIONS:
            raise RefusedError(f"{found.question.id} has two positions and needs both; withdraw the question")
        return Gone(corpus, frozenset(), frozenset({(found.question.id, found.position.id)}))
    claims = corpus.claims_of(found.id) if isinstance(found, Source) else []
    if claims and not along.claims:
        ids = ", ".join(claim.id for claim in claims)
        raise RefusedError(f"{found.id} has {counted(len(claims), 'claim')}, to go with it by --with-claims: {ids}")
    records = frozenset({found.id, *(claim.id for claim in claims)})
    if along.statements:
        records |= frozenset(_without_two_answers(corpus, records))
    return Gone(corpus, records, frozenset(_untaken(corpus, records) if along.statements else ()))


def _without_two_answers(corpus: Corpus, records: frozenset[str]) -> Iterator[str]:
    """The questions that would keep fewer than two answers: figures that differ no more need none, and not before."""
    for question, lost in untaken(corpus, records):
        if len(question.positions) - len(lost) < FEWEST_POSITIONS:
            yield question.id


def _untaken(corpus: Corpus, records: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The positions that nothing takes any more, of questions that keep two others."""
    for question, lost in untaken(corpus, records):
        if len(question.positions) - len(lost) >= FEWEST_POSITIONS:
            yield from ((question.id, position) for position in lost)


def _take_out(draft: Draft, corpus: Corpus, record: Record, edits: dict[str, list[Edit]]) -> None:
    file, path = place_in_file(corpus, record)
    if path:
        edits.setdefault(file, []).append(Remove(path))
        return
    draft.remove(file)
    if isinstance(record, Source):
        draft.remove(f"docs/sources/{record.id}.md")


def _take_out_position(corpus: Corpus, question: str, position: str, edits: dict[str, list[Edit]]) -> None:
    record = corpus.records[question]
    assert isinstance(record, Question)
    number = [one.id for one in record.positions].index(position)
    edits.setdefault(corpus.origins[question].file, []).append(Remove(("positions", number)))


def _redirects(corpus: Corpus, gone: Gone, why: str, today: date) -> Iterator[Value]:
    for key in sorted(gone.records):
        yield record_redirect(corpus.records[key], None, "withdrawn", why, today)
    for question, position in sorted(gone.positions):
        record = corpus.records[question]
        if isinstance(record, Question):
            one = next(one for one in record.positions if one.id == position)
            yield position_redirect(corpus, question, one, None, "withdrawn", why)


def _first(corpus: Corpus, gone: Gone, found: Record | PositionOf) -> Iterator[str]:
    if isinstance(found, PositionOf):
        yield f"The position {found.name} (“{found.position.label}”) is withdrawn."
        return
    yield f"The {KINDS[found.kind_of_record][0].lower()} {found.id} (“{found.heading}”) is withdrawn."
    if claims := [key for key in sorted(gone.records) if isinstance(corpus.records[key], Claim) and key != found.id]:
        yield f"With it {counted(len(claims), 'claim')}: {', '.join(claims)}."
    for question in sorted(gone.records):
        if isinstance(corpus.records[question], Question) and question != found.id:
            yield f"With it the question {question}, of which fewer than two answers would be left."
    yield from (f"With it the position {name}, which nothing else takes." for name in sorted(gone.position_names))
