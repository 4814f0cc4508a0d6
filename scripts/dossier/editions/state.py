"""Published states of the site: how an edition is named, what it holds, and which ones a folder has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import published
from dossier.editions.formats import FORMAT, in_todays_shape
from dossier.model.addresses import document_url, url_for
from dossier.model.records import Correction, PageRedirect, PositionRedirect, Record, Redirect, Source
from dossier.reading.markdown_file import Document
from dossier.text.marked_text import unformatted

LISTING = "editions.json"
STATE = "data/edition.json"
NAME = re.compile(r"[0-9a-z](?:[0-9a-z.-]{0,38}[0-9a-z])?")
# How the capture was cleaned is no part of what the site says.
UNSAID = {"id", "capture"}
PAGE, TEXT = "page", "words"


@dataclass(frozen=True, slots=True)
class Edition:
    """A published state of the site: its name (such as ``2026.1``; empty for what is not published) and ISO date."""

    name: str
    date: str


UNPUBLISHED = Edition("", "")


class EditionError(Exception):
    """Raised where an edition cannot be published as asked, or one that is there cannot be read."""


class StateEntry(BaseModel):
    """What an edition says in one record or page: ``fields`` are plain data by key, as in the record's file."""

    model_config = ConfigDict(frozen=True)

    kind: str
    heading: str
    address: str
    fields: dict[str, Any]


class State(BaseModel):
    """All that an edition says, and every address that it has. Records are by id, pages by ``page:`` and address.

    ``format`` is that of the file: what an older one could not hold is not known of the edition.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    edition: Edition
    entries: dict[str, StateEntry]
    redirects: dict[str, Redirect]
    corrections: tuple[Correction, ...]
    addresses: tuple[str, ...]
    # Editions that were published before formats had a number have none.
    format: int = 1
    # Editions that were published before there were such redirects have none.
    page_redirects: tuple[PageRedirect, ...] = ()
    position_redirects: tuple[PositionRedirect, ...] = ()


def state_of(corpus: Corpus, edition: Edition) -> State:
    """What the edition says that is made of this corpus."""
    entries = {record.id: _record(corpus, record) for record in corpus.records.values()}
    entries |= {_page_key(document): _page(document) for document in corpus.documents if _is_page(document)}
    return State(
        edition=edition,
        entries=entries,
        redirects=dict(corpus.redirects),
        corrections=corpus.corrections,
        addresses=tuple(published(corpus)),
        format=FORMAT,
        page_redirects=corpus.page_redirects.items,
        position_redirects=corpus.position_redirects.items,
    )


def _is_page(document: Document) -> bool:
    return not document.name.startswith("sources/")


def _page_key(document: Document) -> str:
    return page_key(document_url(document))


def page_key(address: str) -> str:
    """The key of the entry of a page of prose; a place in it has that of the page."""
    return f"{PAGE}:{address.partition('#')[0].rstrip('/') or 'home'}"


def _record(corpus: Corpus, record: Record) -> StateEntry:
    # Defaults are left out, so that a key which a later program adds is no change.
    fields = record.model_dump(mode="json", exclude_defaults=True, exclude=UNSAID)
    article = corpus.article(record.id) if isinstance(record, Source) else None
    paragraphs = article.paragraphs.items() if article else ()
    fields |= {f"paragraph {number}": unformatted(block.text) for number, block in paragraphs}
    return StateEntry(kind=record.kind_of_record, heading=record.heading, address=url_for(record), fields=fields)


def _page(document: Document) -> StateEntry:
    text = [unformatted(block.text) for block in document.blocks]
    return StateEntry(kind=PAGE, heading=document.title, address=document_url(document), fields={TEXT: text})


def text_of(state: State) -> str:
    """The text of an edition's ``data/edition.json``."""
    return state.model_dump_json(indent=1, by_alias=True) + "\n"


def read_states(folder: Path) -> list[State]:
    """Every edition that was published into a folder, oldest first. Raises ``EditionError``."""
    return [_read_state(folder / edition.name / STATE) for edition in _read_listing(folder / LISTING)]


def _read_listing(path: Path) -> Iterator[Edition]:
    if not path.exists():
        return
    try:
        listed = json.loads(path.read_text("utf-8"))
        editions = [Edition(str(one["name"]), str(one["date"])) for one in listed]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise EditionError(f"{path} cannot be read ({error}); bring it back as it was published") from None
    if wrong := [edition.name for edition in editions if not NAME.fullmatch(edition.name)]:
        raise EditionError(f"{path} names editions that cannot be: {', '.join(wrong)}")
    yield from editions


def _read_state(path: Path) -> State:
    try:
        state = State.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValidationError) as error:
        why = error.strerror if isinstance(error, OSError) else f"{error.error_count()} mistakes"
        raise EditionError(f"{path} cannot be read ({why}); bring it back as it was published") from None
    if state.format > FORMAT:
        raise EditionError(f"{path} is of format {state.format}, which a newer program wrote; publish with that one")
    return _in_todays_shape(state) if state.format == 1 else state


def _in_todays_shape(state: State) -> State:
    """A state of format 1 under the keys of today. It keeps its number, by which it is compared."""
    entries = {
        key: one.model_copy(update={"fields": in_todays_shape(one.kind, one.fields)})
        for key, one in state.entries.items()
    }
    return state.model_copy(update={"entries": entries})


def refuse(edition: Edition, earlier: list[State]) -> None:
    """Raises ``EditionError`` where the edition cannot follow the earlier ones."""
    if not NAME.fullmatch(edition.name) or edition.name == LISTING:
        raise EditionError(
            f'"{edition.name}" cannot name an edition: use at most 40 lower-case letters, digits, dots and hyphens, '
            "beginning and ending with a letter or digit"
        )
    if any(edition.name == state.edition.name for state in earlier):
        raise EditionError(f"edition {edition.name} is published, and an edition never changes; choose another name")
    if earlier and edition.date < earlier[-1].edition.date:
        last = earlier[-1].edition
        raise EditionError(f"edition {last.name} is of {last.date}; a later edition cannot be of {edition.date}")
