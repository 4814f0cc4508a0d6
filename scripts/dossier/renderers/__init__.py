"""What can render the prose and the shells of a dossier; the pages of records are poured after any of them."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from dossier.corpus.corpus import Corpus
from dossier.editions.history import History
from dossier.editions.state import Edition
from dossier.site.build import RenderError

# Each renderer's module, whose function ``render`` writes a site, and the library that it needs.
MODULES = {
    "mkdocs": ("dossier.renderers.mkdocs", "mkdocs"),
    "zensical": ("dossier.renderers.zensical", "zensical"),
    "properdocs": ("dossier.renderers.properdocs", "properdocs"),
}


class Renderer(Protocol):
    """Writes the site of a checked corpus into a folder, as an edition where it is told of one.

    Raises ``RenderError`` with what it complains of.
    """

    def __call__(
        self,
        root: Path,
        folder: Path,
        corpus: Corpus,
        /,
        *,
        search: bool,
        edition: Edition = ...,
        history: History = ...,
    ) -> None: ...


def renderer(name: str) -> Renderer:
    """The renderer of a name in ``MODULES``. Raises ``RenderError`` where its library is not installed."""
    module, library = MODULES[name]
    if find_spec(library) is None:
        raise RenderError(f'{library} is not installed; run: python -m pip install "{library}"')
    found: Renderer = importlib.import_module(module).render
    return found
