"""Publishing an edition: the site is written under the edition's name, to stay as it is, and above it as the latest."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Protocol

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import lost
from dossier.editions.former import with_former_words
from dossier.editions.history import EditionStep, History, history, unreasoned
from dossier.editions.state import LISTING, STATE, Edition, EditionError, State, read_states, refuse, state_of, text_of
from dossier.load import load
from dossier.problems import Problem, ProblemsFound
from dossier.swap import beside, put_in_place


class WriteEdition(Protocol):
    """Writes the whole site of an edition into a folder that may not be there yet. Raises ``RenderError``."""

    def __call__(self, root: Path, folder: Path, corpus: Corpus, /, *, edition: Edition, history: History) -> None: ...


def publish(
    root: Path,
    target: Path,
    edition: Edition,
    write: WriteEdition,
    *,
    tell: Callable[[str], None] = lambda _: None,
) -> EditionStep:
    """Publishes the dossier in ``root`` as an edition into ``target``, and returns what changed since the one before.

    The site stands at ``target``/``edition.name`` and again at ``target``; earlier editions and what hosts keep in
    hidden files stay as they are. Raises ``ProblemsFound``, ``RenderError``, ``EditionError`` or ``BusyError``; then,
    and where it is killed at any moment, ``target`` is as it was.
    """
    with beside(target) as folder:
        earlier = read_states(target)
        refuse(edition, earlier)
        tell("Reading and checking the records …")
        corpus = with_former_words(replace(load(root), full_texts={}), earlier)
        state = state_of(corpus, edition)
        past = history([*earlier, state])
        if problems := [*unreasoned(corpus, past.steps[-1]), *_lost(corpus, earlier)]:
            raise ProblemsFound(problems)
        tell(f"Writing edition {edition.name} …")
        site = folder / edition.name
        write(root, site, corpus, edition=edition, history=past)
        _write(site / STATE, text_of(state))
        _lay_down(site, folder, [one.edition.name for one in earlier])
        _carry_over(target, folder, [one.edition.name for one in earlier])
        _write(folder / LISTING, listing(past))
        put_in_place(target, folder)
    return past.steps[-1]


def _lost(corpus: Corpus, earlier: Iterable[State]) -> list[Problem]:
    """A problem for each address of an earlier edition that leads nowhere any more."""
    first = {address: state.edition.name for state in reversed(list(earlier)) for address in state.addresses}
    hint = "bring it back, or say here where it went"
    return [
        Problem(
            "data/redirects.yaml",
            1,
            1,
            "permalink",
            f"{address} is in edition {first[address]}, and would be lost",
            hint=hint,
        )
        for _, address in lost(replace(corpus, permalinks=tuple(sorted(first))))
    ]


def _lay_down(site: Path, folder: Path, editions: Iterable[str]) -> None:
    """Copies the edition as the latest; a change to a copy, made later by hand, does not change the edition."""
    taken = {path.name for path in site.iterdir()} & {LISTING, site.name, *editions}
    if taken:
        raise EditionError(f"the site has a page or file of its own at {', '.join(sorted(taken))}, as an edition has")
    shutil.copytree(site, folder, dirs_exist_ok=True)


def _carry_over(target: Path, folder: Path, editions: Iterable[str]) -> None:
    hidden = [path.name for path in target.glob(".*")] if target.is_dir() else []
    for name in (*editions, *hidden):
        path = target / name
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, folder / name, symlinks=True, copy_function=_link)
        else:
            _link(path, folder / name)


def _link(source: str | Path, target: str | Path) -> None:
    """The same file under another name; a copy where the disk cannot."""
    with suppress(OSError):
        os.link(source, target, follow_symlinks=False)
        return
    shutil.copy2(source, target, follow_symlinks=False)


def listing(past: History) -> str:
    """The text of ``editions.json``: each edition, oldest first, and the ids of the records that changed in it."""
    rows = [
        {**asdict(step.edition), "changed": [one.record for one in step.changes if one.type != "added"]}
        for step in past.steps
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
