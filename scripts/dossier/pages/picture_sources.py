"""The sources of which a picture is made, as the line beneath it names them."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.records import Claim
from dossier.pages.context import Context


def source_line(context: Context, claims: Iterable[Claim]) -> str:
    """The sources of claims, oldest first, each by its label."""
    return "; ".join(one.label for one in context.corpus.sources_of(claims))


def sources_by_id(context: Context, claims: Iterable[str]) -> str:
    """The sources of the claims of these ids."""
    return source_line(context, map(context.corpus.claim, claims))
