"""What renaming, merging and withdrawing have in common: tried on a copy first, then written whole, and told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.commands.check import Checked, checked
from dossier.corpus.corpus import Corpus
from dossier.editing.counts import mend_counts
from dossier.editing.draft import Draft
from dossier.editing.named_ids import RefusedError
from dossier.editing.redirecting import ACCEPTED, CORRECTIONS, add_items
from dossier.editing.report import told
from dossier.editing.undisturbed import undisturbed
from dossier.editing.yaml_document import Edit, Put, Remove
from dossier.editions.history import Change, changes
from dossier.editions.state import Edition, state_of
from dossier.model.vocabulary import counted
from dossier.problems import Problem, listing
from dossier.reading.editor_files import left_by_editor

Edited = Callable[[Draft, Corpus], list[str]]
Words = Callable[[Change, Corpus], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command is to do, why, and on which day.

    ``edit`` makes the changes in a draft and tells them. ``correction`` says what was changed in a claim, for the list
    of corrections, where ``why`` is the reason.
    """

    edit: Edited
    correction: Words
    why: str
    today: date


def carry_out(root: Path, asked: Asked, *, only_try: bool = False) -> list[str]:
    """Does what is asked in the dossier in ``root``, and says in lines what was done; ``only_try`` writes nothing.

    Raises ``RefusedError`` where the dossier has problems before, or would have afterwards; and what ``edit`` and
    ``Draft.write`` raise. Then nothing has changed.
    """
    draft = Draft(root)
    with undisturbed(root):
        lines = _edited(draft, asked)
    return [*lines, *(told(draft.changes) if only_try else draft.write())]


def _edited(draft: Draft, asked: Asked) -> list[str]:
    """Makes the changes in a draft, tries them, and says in lines what was done. Raises as ``carry_out`` does."""
    before = checked(draft.root, asked.today)
    if before.errors:
        raise RefusedError(f"{listing(before.errors)}\n{_problems(before.errors)} before anything was done; mend first")
    lines = asked.edit(draft, before.corpus)
    after = tried(draft, asked.today)
    adjusted = [*mend_counts(draft, after.corpus, seen_to_hold=True), *_settle_acceptances(draft, after)]
    adjusted += _correct(draft, before.corpus, after.corpus, asked)
    if adjusted:
        after = tried(draft, asked.today)
    if after.errors:
        raise RefusedError(
            f"{listing(after.errors)}\n{_problems(after.errors)} would come of it, in the files as they would be "
            "(a copy was tried); nothing is written"
        )
    return [*lines, *adjusted, *_new_notices(before.notices, after.notices)]


def _problems(found: Iterable[Problem]) -> str:
    return counted(len(tuple(found)), "problem")


def tried(draft: Draft, today: date) -> Checked:
    """A copy of the dossier with the changes of a draft, checked. Captured articles are not copied."""
    with TemporaryDirectory(prefix="dossier-tried-") as name:
        folder = Path(name)
        for part in ("data", "docs"):
            _copy(draft.root / part, folder / part)
        for file, content in draft.changes.files.items():
            path = folder / file
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        return checked(folder, today)


def _copy(source: Path, target: Path) -> None:
    """Copies a folder without permissions, so that what is read-only can be changed in the copy."""
    target.mkdir()
    for path in source.iterdir():
        if left_by_editor(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            _copy(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name, follow_symlinks=False)


def _correct(draft: Draft, before: Corpus, after: Corpus, asked: Asked) -> list[str]:
    """Writes a correction for each claim that an edition could not be published with otherwise."""
    day = Edition("before", asked.today.isoformat())
    found = changes(state_of(before, day), state_of(after, day))
    lacking = [one for one in found if one.lacks_reason]
    items = [
        {"date": day.date, "record": one.to or one.record, "changed": asked.correction(one, before), "why": asked.why}
        for one in lacking
    ]
    add_items(draft, CORRECTIONS, items)
    return [f"Correction of {one['record']}: {one['changed']}" for one in items]


def _settle_acceptances(draft: Draft, after: Checked) -> list[str]:
    """Lets acceptances whose notice stands at another key now name that, and takes out those whose notice is gone."""
    edits, lines = list[Edit](), []
    stale = {problem.line for problem in after.errors if problem.rule == "stale-acceptance"}
    accepted = after.corpus.accepted
    for number, (one, origin) in enumerate(zip(accepted.items, accepted.origins, strict=True)):
        if not any(origin.problem(("words",), "", "").line == line for line in stale):
            continue
        fits = [
            notice.field
            for notice in after.notices
            if (notice.rule, notice.record) == (one.rule, one.record) and one.words in notice.message
        ]
        if one.field and fits:
            edits.append(Put((number, "field"), fits[0]))
            lines.append(f"{ACCEPTED}: the notice {one.rule} at {one.record} is accepted at {fits[0]} now.")
        else:
            edits.append(Remove((number,)))
            lines.append(f"{ACCEPTED}: took out what accepted a notice {one.rule} that is gone: {one.words}")
    if edits:
        draft.edit(ACCEPTED, *edits)
    return lines


def _new_notices(before: Iterable[Problem], after: Iterable[Problem]) -> Iterator[str]:
    """The notices that there were not before, wherever they stand."""
    known = {(one.rule, one.message) for one in before}
    new = [one for one in after if (one.rule, one.message) not in known]
    yield from map(str, new)
