"""What is gone, as the last edition that held it has it: what it was called and said, where its redirect does not say.

Curators need not copy the words of what they take out, once it has been published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dossier.corpus.corpus import Corpus
from dossier.editions.state import State, StateEntry, page_key
from dossier.model.records import PageRedirect, PositionRedirect, Redirect
from dossier.text.marks import without_marks

Entries = Mapping[str, StateEntry]


def with_former_words(corpus: Corpus, earlier: Sequence[State]) -> Corpus:
    """The corpus, its redirects with titles and words from earlier editions (oldest first) where they have none."""
    entries: dict[str, StateEntry] = {}
    for state in earlier:
        entries |= state.entries
    pages, positions = corpus.page_redirects, corpus.position_redirects
    return replace(
        corpus,
        redirects=MappingProxyType({key: _record(one, entries) for key, one in corpus.redirects.items()}),
        page_redirects=replace(pages, items=tuple(_page(one, entries) for one in pages.items)),
        position_redirects=replace(positions, items=tuple(_position(one, entries) for one in positions.items)),
    )


def _record(redirect: Redirect, entries: Entries) -> Redirect:
    entry = entries.get(redirect.id)
    if entry is None or redirect.title or redirect.said:
        return redirect
    return redirect.model_copy(update={"said" if redirect.kind == "claim" else "title": entry.heading})


def _page(redirect: PageRedirect, entries: Entries) -> PageRedirect:
    entry = entries.get(page_key(redirect.from_))
    return redirect if entry is None or redirect.title else redirect.model_copy(update={"title": entry.heading})


def _position(redirect: PositionRedirect, entries: Entries) -> PositionRedirect:
    entry = entries.get(redirect.question)
    listed = entry.fields.get("positions", ()) if entry and not redirect.title else ()
    label = next((one["label"] for one in listed if one.get("id") == redirect.position), "")
    if not label:
        return redirect
    return redirect.model_copy(update={"title": without_marks(label, lambda key: _name(key, entries))})


def _name(key: str, entries: Entries) -> str:
    return entries[key].heading if key in entries else key
