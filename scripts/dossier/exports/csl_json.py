"""Items as CSL-JSON, as Zotero and citation processors read it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dossier.citations import Item


def csl_json(items: Sequence[Item]) -> str:
    """A file of these items, in the order given."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
