"""What can render the prose and the shells of a dossier, by name."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

from dossier.site.renderer import Renderer, RenderError

# Each renderer's module, whose function ``prose_of`` is the renderer, and the library that it needs.
MODULES = {
    "mkdocs": ("dossier.renderers.mkdocs", "mkdocs"),
    "zensical": ("dossier.renderers.zensical", "zensical"),
    "properdocs": ("dossier.renderers.properdocs", "properdocs"),
}


def renderer(name: str) -> Renderer:
    """The renderer of a name in ``MODULES``. Raises ``RenderError`` where its library is not installed."""
    module, library = MODULES[name]
    if find_spec(library) is None:
        raise RenderError(f'{library} is not installed; run: python -m pip install "{library}"')
    found: Renderer = importlib.import_module(module).prose_of
    return found
