"""ProperDocs, the continuation of MkDocs 1: it runs the same plugin, under MkDocs's names."""

from __future__ import annotations

import sys

from dossier.site.renderer import RenderError

if "mkdocs" in sys.modules and sys.modules["mkdocs"].__name__ != "properdocs":
    raise RenderError("MkDocs is loaded already; ProperDocs has to be chosen before, in a run of its own")

import properdocs.replacement  # noqa: F401  from here on, mkdocs is ProperDocs

from dossier.renderers.mkdocs import prose_of

__all__ = ["prose_of"]
