"""What changed from one edition to the next: the page and the feed of all changes, and the note on a record's page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.editions.difference import Difference, compared
from dossier.editions.history import TYPES, Change, EditionStep, History
from dossier.editions.state import LISTING
from dossier.model.addresses import FEED
from dossier.model.vocabulary import KINDS
from dossier.model.words import Words
from dossier.pages.templating import safe_address

# A longer list of what was added is folded.
MOST_ADDED_OPEN = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one side of a comparison, and whether the other side lacks them."""

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """One key of a record before and after."""

    label: str
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What became of a record or a page, its old and new words side by side, and why.

    ``address`` begins at the site's root; ``to`` is the id of what took its place, or empty.
    """

    anchor: str
    record: str
    kind: str
    kind_words: str
    type: str
    type_words: str
    heading: str
    address: Markup
    comparisons: tuple[Comparison, ...]
    to: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many changes there are of a type."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """An edition, the name of the one before it (empty for the first), and what changed."""

    name: str
    date: str
    before: str
    is_unchanged: bool
    changes: tuple[ChangeView, ...]
    added: tuple[ChangeView, ...]
    is_open: bool
    counts: tuple[TypeCount, ...]

    @property
    def all(self) -> tuple[ChangeView, ...]:
        return (*self.changes, *self.added)


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All editions, newest first.

    ``feed`` is the address of the feed, and ``listing`` the whole address of the list of editions for programs, which
    stands beside their folders; both are empty where the site does not know its own address.
    """

    editions: tuple[EditionChanges, ...]
    feed: Markup
    listing: Markup


def changes_view(words: Words, history: History, url: str) -> ChangesView:
    """The view of the page of changes. ``url`` is the site's, or empty."""
    editions = tuple(_edition(words, one) for one in reversed(history.steps))
    is_known = bool(url and editions)
    listing = safe_address(f"{url}{LISTING}" if is_known else "")
    return ChangesView(editions, safe_address(FEED if is_known else ""), listing)


def _edition(words: Words, step: EditionStep) -> EditionChanges:
    added = tuple(_change(words, step, one) for one in step.of("added"))
    others = tuple(_change(words, step, one) for type_ in TYPES if type_ != "added" for one in step.of(type_))
    counts = (TypeCount(words.say(f"change_types.{type_}"), len(step.of(type_))) for type_ in TYPES)
    return EditionChanges(
        name=step.edition.name,
        date=step.edition.date,
        before=step.before.name if step.before else "",
        is_unchanged=not step.changes,
        changes=others,
        added=added,
        is_open=len(added) <= MOST_ADDED_OPEN,
        counts=tuple(one for one in counts if one.number),
    )


def _change(words: Words, step: EditionStep, change: Change) -> ChangeView:
    return ChangeView(
        anchor=step.anchor(change),
        record=change.record,
        kind=change.kind,
        kind_words=words.say(f"kind.{change.kind if change.kind in KINDS else 'page'}"),
        type=change.type,
        type_words=words.say(f"change_types.{change.type}"),
        heading=change.heading,
        address=safe_address(change.address),
        comparisons=tuple(map(_comparison, change.differences)),
        to=change.to,
        reasons=tuple(change.told),
    )


def _comparison(difference: Difference) -> Comparison:
    before, after = compared(difference)
    return Comparison(difference.label, _stretches(before), _stretches(after))


def _stretches(parts: list[tuple[str, bool]]) -> tuple[Stretch, ...]:
    return tuple(Stretch(words, differs and bool(words.strip())) for words, differs in parts)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What changed in one record since an edition, in words, and where the change is told."""

    since: str
    words: str
    address: Markup
    edition: str
    date: str


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """What changed in a record since it was first published, newest first."""

    changes: tuple[RecordChange, ...]


def history_view(words: Words, history: History, key: str) -> RecordHistory | None:
    """What changed in a record; ``None`` where nothing did."""
    changes = tuple(_record_change(words, step, change, key) for step, change in history.of(key))
    return RecordHistory(changes) if changes else None


def _record_change(words: Words, step: EditionStep, change: Change, key: str) -> RecordChange:
    became = "merged_into_this" if change.type == "merged" else "renamed_to_this"
    moved = words.say(f"changes.{became}", record=change.record) if change.record != key else ""
    gone = words.say("changes.withdrawn") if change.type == "withdrawn" else ""
    told = "; ".join(filter(None, (moved, gone + ", ".join(change.fields))))
    return RecordChange(
        step.before.name if step.before else "",
        told,
        safe_address(f"changes/#{step.anchor(change)}"),
        step.edition.name,
        step.edition.date,
    )
