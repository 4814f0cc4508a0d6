"""The page of a record of any kind but a source, whose page is its article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dossier.model.records import Actor, Claim, Event, Place, Question, Record
from dossier.pages.actor import actor_page
from dossier.pages.claim import claim_page
from dossier.pages.context import Context
from dossier.pages.event import event_page
from dossier.pages.page import Page, page_of_record
from dossier.pages.place import place_page
from dossier.pages.question import question_page
from dossier.pages.templating import Templates

# The view of each kind, and the template that prints it is called after the kind.
VIEWS: dict[type[Record], Callable[[Context, Any], object]] = {
    Actor: actor_page,
    Claim: claim_page,
    Event: event_page,
    Place: place_page,
    Question: question_page,
}


def record_page(context: Context, templates: Templates, record: Record) -> Page:
    """The page of a record."""
    page = page_of_record(context.corpus, record, context.plain)
    view = VIEWS[type(record)](context, record)
    return page.with_content(templates.render(f"{page.kind}.html", page.address, page=view))
