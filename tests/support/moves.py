"""Renaming, merging and withdrawing as the commands do it, without the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dossier.commands.moving import Asked, Edited, carry_out
from dossier.corpus.corpus import Corpus
from dossier.editing.merging import merge
from dossier.editing.renaming import rename
from dossier.editing.withdrawing import Along, withdraw
from dossier.editions.history import Change

TODAY = date(2026, 11, 29)
ALONE = Along()
WHY = "It was read wrongly."


def renamed(root: Path, old: str, new: str, why: str = WHY) -> list[str]:
    return _done(root, lambda draft, corpus: rename(draft, corpus, old, new, why, TODAY))


def merged(root: Path, old: str, into: str, why: str = WHY) -> list[str]:
    return _done(root, lambda draft, corpus: merge(draft, corpus, old, into, why, TODAY))


def withdrawn(root: Path, name: str, along: Along = ALONE, why: str = WHY) -> list[str]:
    return _done(root, lambda draft, corpus: withdraw(draft, corpus, name, why, along, TODAY))


def _done(root: Path, edit: Edited) -> list[str]:
    return carry_out(root, Asked(edit, _words, WHY, TODAY))


def _words(change: Change, _corpus: Corpus) -> str:
    return f"Changed: {', '.join(change.fields)}."
