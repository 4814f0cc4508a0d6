"""What became of each record from one edition to the next, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from dossier.corpus.corpus import Corpus
from dossier.editions.difference import Difference, differences
from dossier.editions.state import PAGE, Edition, State, page_key
from dossier.model.records import PageRedirect, Redirect
from dossier.problems import Problem
from dossier.text.sorting import name_key

Type = Literal["changed", "renamed", "merged", "withdrawn", "added"]
TYPES: tuple[Type, ...] = ("changed", "renamed", "merged", "withdrawn", "added")
RULE = "change-without-reason"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a record or a page between two editions.

    ``record`` is the id that it had before (pages: ``page:`` and address), ``address`` where it is read now, ``to`` the
    id of what took its place, if something did. What was renamed may have changed too. ``why`` is the reason of its
    redirect, ``reasons`` are those of its corrections.
    """

    record: str
    kind: str
    heading: str
    address: str
    type: Type
    to: str = ""
    why: str = ""
    differences: tuple[Difference, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """All reasons that are given."""
        return [reason for reason in (self.why, *self.reasons) if reason]

    @property
    def lacks_reason(self) -> bool:
        """Whether it is a claim that is not what it was while no correction says why, or is gone without a word."""
        gone = self.type == "withdrawn" and not self.why
        return self.kind == "claim" and not self.reasons and (gone or bool(self.differences))

    @property
    def fields(self) -> list[str]:
        """The names of the fields that changed in it, each once."""
        return list(dict.fromkeys(difference.label for difference in self.differences))


@dataclass(frozen=True, slots=True)
class EditionStep:
    """An edition, the one before it (none for the first), and what changed."""

    edition: Edition
    before: Edition | None
    changes: tuple[Change, ...] = ()

    def of(self, type_: Type) -> list[Change]:
        """The changes of this type, in their order."""
        return [change for change in self.changes if change.type == type_]

    def anchor(self, change: Change) -> str:
        """The fragment of the page of changes that holds the change."""
        return f"{self.edition.name}-{change.record}"


@dataclass(frozen=True, slots=True)
class History:
    """All editions up to the one that is read, oldest first; none where it is not published."""

    steps: tuple[EditionStep, ...] = ()

    def of(self, key: str) -> list[tuple[EditionStep, Change]]:
        """What changed in a record since it was first published, under its earlier ids too; newest first."""
        found, names = list[tuple[EditionStep, Change]](), {key}
        for step in reversed(self.steps):
            own = [one for one in step.changes if one.type != "added" and not names.isdisjoint({one.record, one.to})]
            found += [(step, change) for change in own]
            names |= {change.record for change in own if change.type == "renamed"}
        return found

    def last_with(self, key: str) -> Edition | None:
        """The last edition that holds a record or a page that is gone; ``None`` where none does."""
        steps = (step for step in reversed(self.steps) for one in step.changes if _ends(one, key))
        return next((step.before for step in steps), None)


def _ends(change: Change, key: str) -> bool:
    return change.record == key and change.type in ("renamed", "merged", "withdrawn")


UNWRITTEN = History()


def history(states: Iterable[State]) -> History:
    """The history that these editions make, given oldest first."""
    states = tuple(states)
    first = [EditionStep(state.edition, None) for state in states[:1]]
    later = [EditionStep(new.edition, old.edition, tuple(changes(old, new))) for old, new in pairwise(states)]
    return History((*first, *later))


def changes(before: State, after: State) -> list[Change]:
    """Every record and page that is not what it was, by what became of it, then by kind and heading."""
    found = [*_kept(before, after), *_gone(before, after), *_new(before, after)]
    return sorted(found, key=lambda one: (TYPES.index(one.type), one.kind, name_key(one.heading), one.record))


def _kept(before: State, after: State) -> Iterator[Change]:
    for key in after.entries.keys() & before.entries.keys():
        if found := differences(before, after, key, key):
            entry, why = after.entries[key], reasons(before, after, {key})
            yield Change(key, entry.kind, entry.heading, entry.address, "changed", differences=found, reasons=why)


def _gone(before: State, after: State) -> Iterator[Change]:
    pages = {redirect.from_: redirect for redirect in after.page_redirects}
    for key in before.entries.keys() - after.entries.keys():
        redirect, entry = after.redirects.get(key), before.entries[key]
        if entry.kind == PAGE and entry.address in pages:
            yield _gone_page(before, after, key, pages[entry.address])
        elif redirect is None or redirect.to is None:
            why = redirect.why if redirect else ""
            own = reasons(before, after, {key})
            yield Change(key, entry.kind, entry.heading, entry.address, "withdrawn", why=why, reasons=own)
        else:
            yield _moved(before, after, redirect, redirect.to)


def _gone_page(before: State, after: State, key: str, redirect: PageRedirect) -> Change:
    """Withdrawn, or told elsewhere; moved to an address where no page was before, it is compared."""
    old, to = before.entries[key], page_key(redirect.target) if redirect.target is not None else ""
    if redirect.target is None:
        return Change(key, PAGE, old.heading, old.address, "withdrawn", why=redirect.why)
    if _page_goes_on(before, after, redirect):
        found, heading = differences(before, after, key, to), after.entries[to].heading
        return Change(
            record=key,
            kind=PAGE,
            heading=heading,
            address=redirect.target,
            type="renamed",
            to=to,
            why=redirect.why,
            differences=found,
        )
    return Change(
        record=key,
        kind=PAGE,
        heading=old.heading,
        address=redirect.target,
        type="merged",
        to=to,
        why=redirect.why,
    )


def _page_goes_on(before: State, after: State, redirect: PageRedirect) -> bool:
    to = page_key(redirect.target) if redirect.target is not None else ""
    return redirect.reason == "moved" and to in after.entries and to not in before.entries


def _moved(before: State, after: State, redirect: Redirect, to: str) -> Change:
    """Merged, or renamed: then it is still the same record, and is compared."""
    old, new = before.entries[redirect.id], after.entries[to]
    if _goes_on(before, redirect):
        found, own = differences(before, after, redirect.id, to), reasons(before, after, {redirect.id, to})
        return Change(
            record=redirect.id,
            kind=new.kind,
            heading=new.heading,
            address=new.address,
            type="renamed",
            to=to,
            why=redirect.why,
            differences=found,
            reasons=own,
        )
    own = reasons(before, after, {redirect.id})
    return Change(
        record=redirect.id,
        kind=old.kind,
        heading=old.heading,
        address=new.address,
        type="merged",
        to=to,
        why=redirect.why,
        differences=(),
        reasons=own,
    )


def _new(before: State, after: State) -> Iterator[Change]:
    renamed = {one.to for one in after.redirects.values() if one.id in before.entries and _goes_on(before, one)}
    here = {entry.address for entry in before.entries.values() if entry.kind == PAGE}
    pages = {
        page_key(one.target or "")
        for one in after.page_redirects
        if one.from_ in here and _page_goes_on(before, after, one)
    }
    for key in after.entries.keys() - before.entries.keys() - renamed - pages:
        entry = after.entries[key]
        yield Change(key, entry.kind, entry.heading, entry.address, "added")


def _goes_on(before: State, redirect: Redirect) -> bool:
    """Whether the record goes on under an id that was no other's before."""
    return redirect.reason == "renamed" and redirect.to not in before.entries


def reasons(before: State, after: State, keys: set[str]) -> tuple[str, ...]:
    """What the corrections say that were made to a record since the edition before."""
    since = date.fromisoformat(before.edition.date)
    return tuple(
        f"{one.changed} {one.why}"
        for one in after.corrections
        if one.record in keys
        and one not in before.corrections
        and (one.date.latest is None or one.date.latest >= since)
    )


def unreasoned(corpus: Corpus, step: EditionStep) -> list[Problem]:
    """A problem for each claim that is not what it was while no correction says why, or is gone without a word.

    A redirect says why a claim was withdrawn; that it says something else now is for a correction.
    """
    before = step.before
    return [_problem(corpus, before, change) for change in step.changes if before and change.lacks_reason]


def _problem(corpus: Corpus, before: Edition, change: Change) -> Problem:
    key = change.to or change.record
    if change.differences:
        what = f"changed ({', '.join(change.fields)})"
        message = f'claim "{key}" {what} since edition {before.name}, and no correction says why'
        hint = f"add one to data/corrections.yaml, dated {before.date} or later"
        return corpus.location(key, (change.differences[0].field,), RULE, message, hint)
    message = f'claim "{key}" is gone since edition {before.name}, and nothing says why'
    hint = "say in data/redirects.yaml where it went, or that it was withdrawn, and why"
    return Problem("data/redirects.yaml", 1, 1, RULE, message, hint=hint)
