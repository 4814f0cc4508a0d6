"""A change made at the desk: refused where a file is another than was seen, or where a check would refuse it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff

from dossier.desk.trial import tried
from dossier.desk.workplace import Loaded, Workplace, print_of
from dossier.editing.draft import Draft
from dossier.editing.line_ends import as_read
from dossier.problems import ProblemsFound

Change = Callable[[Draft, Loaded], str]
"""Makes a change in a draft, and gives the id of the record that it is about, or an empty text."""


@dataclass(frozen=True, slots=True)
class SavedChange:
    """What was written, one line a file, and the id of the record that it is about."""

    key: str
    lines: tuple[str, ...]


@dataclass(eq=False)
class ChangedMeanwhileError(Exception):
    """Raised where a file is not as the form that was sent has seen it; nothing is written.

    ``changes`` tells what changed in each such file, as a comparison of lines.
    """

    changes: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{', '.join(self.changes)} changed on the disk meanwhile; nothing is written"


def save(place: Workplace, seen: Mapping[str, str], change: Change) -> SavedChange:
    """Writes a change, if nothing speaks against it. ``seen`` are fingerprints of files as the form knows them.

    Raises ``ChangedMeanwhileError``; ``ProblemsFound`` with the problems that the change would bring; and as
    ``Draft.write`` does. Nothing is written then.
    """
    draft = Draft(place.root)
    _refuse_changed(place, draft, seen)
    loaded = place.now()
    key = change(draft, loaded)
    after = tried(place.root, draft.changes, loaded.problems, loaded.captured, place.memory)
    if after.new:
        raise ProblemsFound(after.new)
    lines = draft.write()
    place.changed(after, draft.changes.files)
    return SavedChange(key, tuple(lines))


def _refuse_changed(place: Workplace, draft: Draft, seen: Mapping[str, str]) -> None:
    others = {file for file, known in seen.items() if print_of(draft.content(file)) != known}
    if others:
        raise ChangedMeanwhileError({file: _difference(place, draft, file, seen[file]) for file in sorted(others)})


def _difference(place: Workplace, draft: Draft, file: str, known: str) -> str:
    before, now = place.remembered(known) if known else b"", draft.content(file)
    if before is None:
        return "(what it held before is not known any more)"
    former, present = (as_read(content or b"").splitlines() for content in (before, now))
    return "\n".join(list(unified_diff(former, present, lineterm="", n=1))[2:])
