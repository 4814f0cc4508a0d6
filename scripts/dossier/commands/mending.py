"""What ``dossier check --fix`` mends: whatever has one right answer, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dossier.commands.check import Checked, checked
from dossier.corpus.corpus import Origin
from dossier.editing.counts import mend_counts
from dossier.editing.draft import Draft
from dossier.editing.formatting import files_with_a_form, formatted
from dossier.editing.house_form import Form, form_of_file
from dossier.editing.mended_records import (
    Mend,
    anchors,
    led_on,
    moved_references,
    relinked,
    said_by_file_name,
    thousands,
)
from dossier.editing.mended_text import Mended, mended_bytes, without_tabs, without_unseen
from dossier.editing.mended_yaml import with_commas, with_quotes
from dossier.editing.undisturbed import undisturbed
from dossier.editing.yaml_document import Document
from dossier.load import read
from dossier.model.records import Path as Way
from dossier.problems import ProblemsFound
from dossier.reading.yaml_file import LARGEST_FILE, read_yaml


def mend(root: Path, today: date, captures: Path | None = None) -> list[str]:
    """Mends the dossier in ``root``, and tells what, one thing a line; last the files that changed.

    First each file alone, then what follows from all of them, last the numbers of sources in prose. Apart from these,
    what the dossier says stays the same. Raises as ``Draft.write``
    does.
    """
    files = Draft(root)
    done = [f"{file}: {said}" for file in files_with_a_form(root) for said in _mend_file(files, file)]
    files.write()
    together = Draft(root)
    with undisturbed(root):
        done += [f"{file}: {said}" for file, said in _mend_together(together, checked(root, today, captures))]
    together.write()
    numbers = Draft(root)
    corpus, unread = read(root)
    done += [] if unread else mend_counts(numbers, corpus, seen_to_hold=False)
    numbers.write()
    changed = sorted({*files.changes.files, *together.changes.files, *numbers.changes.files})
    return [*done, *(f"Changed {file}." for file in changed)]


def _mend_file(draft: Draft, file: str) -> Iterator[str]:
    """Mends one file; what cannot be told for certain, the check tells."""
    try:
        content = draft.content(file)
    except OSError:
        return
    mended = mended_bytes(content) if content and len(content) <= LARGEST_FILE else None
    if mended is None:
        return
    form = form_of_file(file)
    mended = mended.then(without_unseen)
    if form is not None:
        mended = _mend_yaml(file, mended, form)
    text = _laid_out(file, mended.text)
    draft.put(file, text)
    yield from mended.done
    if text != mended.text:
        yield "laid out anew"


def _mend_yaml(file: str, mended: Mended, form: Form) -> Mended:
    def said(text: str) -> Any:
        node, _ = read_yaml(text, file)
        return node and node.plain()

    def quoted(text: str) -> Mended:
        return with_quotes(file, text, form)

    mended = mended.then(lambda text: without_tabs(text, lambda made: said(quoted(made).text))).then(quoted)
    plain = said(mended.text)
    if plain is None:
        return mended
    mended = mended.then(lambda text: with_commas(text, form))
    plain = said(mended.text)
    return mended.then(_editing(file, [*said_by_file_name(file, plain), *thousands(file, plain)]))


def _editing(file: str, mends: list[Mend]) -> Callable[[str], Mended]:
    def edited(text: str) -> Mended:
        if not mends:
            return Mended(text)
        return Mended(Document.read(file, text).edited(one.edit for one in mends), tuple(one.said for one in mends))

    return edited


def _laid_out(file: str, text: str) -> str:
    """The text in the house form; as it is where it still cannot be read."""
    try:
        return formatted(file, text)
    except ProblemsFound:
        return text


def _mend_together(draft: Draft, found: Checked) -> Iterator[tuple[str, str]]:
    """Mends what only all records, and their captures, show to be wrong."""
    way = _ways(draft)
    moved = led_on(found.corpus)
    captured = found.captures.paragraphs if found.captures else {}
    for file, mends in _by_file([*moved_references(found.corpus, way), *anchors(found.corpus, captured, way)]):
        draft.edit(file, *(one.edit for one in mends))
        yield from ((file, one.said) for one in mends)
    if moved:
        prose = {origin.file for origin in found.corpus.origins.values()}
        for file in sorted(prose | {document.file for document in found.corpus.documents}):
            text, said = relinked(draft.text(file), moved)
            draft.put(file, text)
            yield from ((file, one) for one in said)


def _by_file(mends: Iterable[Mend]) -> Iterator[tuple[str, list[Mend]]]:
    found: dict[str, list[Mend]] = {}
    for one in mends:
        found.setdefault(one.file, []).append(one)
    yield from found.items()


def _ways(draft: Draft) -> Callable[[Origin], Way]:
    """Where in its file a record stands, found by its line."""
    known: dict[str, dict[int, int]] = {}

    def way(origin: Origin) -> Way:
        if origin.file not in known:
            value = draft.document(origin.file).node.value
            items = value if isinstance(value, list) else []
            known[origin.file] = {item.line: number for number, item in enumerate(items)}
        return (known[origin.file][origin.node.line],) if known[origin.file] else ()

    return way
