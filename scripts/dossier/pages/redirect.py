"""The page at the address of a record that was renamed, merged or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.records import Redirect
from dossier.model.vocabulary import KINDS
from dossier.pages.context import Context
from dossier.pages.links import RecordLink


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What became of a record and why; ``to`` is what stands in its place, if something does."""

    eyebrow: str
    title: str
    why: str
    to: RecordLink | None


def redirect_view(context: Context, redirect: Redirect) -> RedirectView:
    """The view of the page of a redirect."""
    to = context.links[redirect.to] if redirect.to else None
    return RedirectView(f"{KINDS[redirect.kind][0]}, {redirect.reason}", redirect.id, redirect.why, to)
