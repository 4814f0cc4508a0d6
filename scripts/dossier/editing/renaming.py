"""A record or a position under another id, in every place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.captures.folder import CAPTURES, captured_file
from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.named_ids import PositionOf, named, new_id, new_position, quoted_title
from dossier.editing.page_links import relink
from dossier.editing.redirecting import REDIRECTS, add_items, position_redirect, record_redirect, take_back
from dossier.editing.renaming_pages import page_name, rename_page
from dossier.editing.replacing import Moves, put_text, replace_ids, source_text
from dossier.editing.spans import Replacement, spliced, yaml_spans
from dossier.model.addresses import SECTIONS
from dossier.model.records import Claim, Record, Source
from dossier.model.vocabulary import KINDS, counted
from dossier.reading.yaml_file import LARGEST_FILE

RENAMED, MOVED = "It goes by another id.", "It has another address."


def rename(draft: Draft, corpus: Corpus, old: str, new: str, why: str, today: date) -> list[str]:
    """Gives a record, a position or a page of prose another id or address, and says what was done, a line each.

    ``corpus`` is what the files say; a page is named as by ``page_name``. Raises ``RefusedError``,
    ``UnclearPlaceError`` and ``FileExistsError``.
    """
    if (page := page_name(old)) is not None:
        to = page_name(new)
        return rename_page(draft, corpus, page, new if to is None else to, why)
    found = named(corpus, old)
    if isinstance(found, PositionOf):
        return _rename_position(draft, corpus, found, new_position(corpus, found, new), why)
    ids = dict(_new_ids(corpus, found, new_id(corpus, found, new)))
    told = replaced(draft, corpus, Moves(ids))
    told += _move_capture(draft, corpus, found, new)
    for file, to in _files_moved(draft, corpus, found, new):
        draft.move(file, to)
        relink(draft, corpus, file, to)
    take_back(draft, ids.values())
    redirects = [record_redirect(corpus.records[one], to, "renamed", why, today) for one, to in ids.items()]
    add_items(draft, REDIRECTS, redirects)
    kind = KINDS[found.kind_of_record][0].lower()
    claims = f", and its {counted(len(ids) - 1, 'claim')} likewise" if len(ids) > 1 else ""
    stays = "It says what it said" if isinstance(found, Claim) else f"It is still called {quoted_title(corpus, old)}"
    return [f"The {kind} {old} is now {new}{claims}. {stays}.", *told, *_addresses(corpus)]


def _new_ids(corpus: Corpus, record: Record, new: str) -> Iterator[tuple[str, str]]:
    """The new id of a record, and those of the claims of a source, which bear its own."""
    yield record.id, new
    if isinstance(record, Source):
        for claim in corpus.claims_of(record.id):
            yield claim.id, new_id(corpus, claim, new + claim.id.removeprefix(record.id), source=new)


def _rename_position(draft: Draft, corpus: Corpus, old: PositionOf, new: str, why: str) -> list[str]:
    moves = Moves(positions={(old.question.id, old.position.id): new})
    told = replaced(draft, corpus, moves)
    take_back(draft, [], [f"{old.question.id}#{new}"])
    redirect = position_redirect(corpus, old.question.id, old.position, new, "renamed", why)
    add_items(draft, REDIRECTS, [redirect])
    first = f"The position {old.name} is now {old.question.id}#{new}. Its words are as they were."
    return [first, *told, *_addresses(corpus)]


def _addresses(corpus: Corpus) -> list[str]:
    stay = "data/permalinks.txt stays as it is: the old address leads to the new one, which dossier permalinks adds."
    return [stay] if corpus.permalinks else []


def replaced(draft: Draft, corpus: Corpus, moves: Moves) -> list[str]:
    """Replaces ids in all files, and tells in how many places."""
    counts = replace_ids(draft, corpus, moves)
    return [f"Replaced in {counted(sum(counts.values()), 'place')} of {counted(len(counts), 'file')}."]


def _files_moved(draft: Draft, corpus: Corpus, record: Record, new: str) -> Iterator[tuple[str, str]]:
    """The files that bear the id of a record, each with its new name."""
    if isinstance(record, Claim):
        return
    yield corpus.origins[record.id].file, f"data/{SECTIONS[record.kind_of_record]}/{new}.yaml"
    if isinstance(record, Source):
        yield f"docs/sources/{record.id}.md", f"docs/sources/{new}.md"
        if f"data/claims/{record.id}.yaml" in draft:
            yield f"data/claims/{record.id}.yaml", f"data/claims/{new}.yaml"


def _move_capture(draft: Draft, corpus: Corpus, record: Record, new: str) -> list[str]:
    """A captured article that bears the id of its source gets the new one too, where it lies in this dossier.

    Where it lies elsewhere, or is too large to be moved with the other files, its name stays as the record gives it.
    """
    capture = record.capture if isinstance(record, Source) else None
    stem, _, ending = (capture.file if capture else "").partition(".")
    if stem != record.id:
        return []
    path = captured_file(draft.root / CAPTURES, f"{stem}.{ending}")
    if path is None or path.parent.is_symlink() or path.is_symlink() or path.stat().st_size > LARGEST_FILE:
        return [f"The capture is still looked for as {stem}.{ending}, since no such file was moved in {CAPTURES}/."]
    draft.move(f"{CAPTURES}/{path.name}", f"{CAPTURES}/{new}.{ending}")
    home = corpus.origins[record.id].file
    text = source_text(draft, home)
    span = yaml_spans(text)[("capture", "file")]
    put_text(draft, home, spliced(text, [Replacement(span, f"{new}.{ending}")]))
    return []
