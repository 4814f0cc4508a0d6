"""The second edition of ``mini``: one record of each fate, and what they hang by."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Change
from tests.support.changes import added, swapped
from tests.support.paths import MINI

REDIRECTS = """\
- {id: north-head, kind: place, to: north-cape, reason: renamed, why: The cape has that name now.}
- {id: tide-gazette, kind: actor, to: harbour-board, reason: merged, why: The board printed it.}
- {id: board-1934-c04, kind: claim, to: board-1934-c01, reason: merged, why: Both say who pays.}
- {id: quay-2002-c05, kind: claim, reason: withdrawn, why: The article has no such sentence.}
"""
CORRECTIONS = """\
- {date: "2024-05-02", record: tarn-1931-c04, changed: The oil is lamp oil., why: The third paragraph says so.}
- {date: "2024-05-03", record: quay-2002-c05, changed: The claim was withdrawn., why: A reader could not find it.}
"""
FIRST, LATER = ("2024.1", "2024-04-01"), ("2024.2", "2024-05-10")


def both(*changes: Callable[[str], str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for one in changes:
            text = one(text)
        return text

    return change


def without_last(text: str) -> str:
    """A file of claims without its last claim."""
    return text[: text.rindex("- id:")]


PLACE = (MINI / "data/places/north-head.yaml").read_text("utf-8")

SECOND: dict[str, Change] = {
    "data/redirects.yaml": added(REDIRECTS),
    "data/corrections.yaml": added(CORRECTIONS),
    "data/places/north-head.yaml": None,
    "data/places/north-cape.yaml": PLACE,
    "data/places/west-pier.yaml": PLACE.replace("North Head", "West Pier"),
    "data/events/great-lamp-fire.yaml": swapped("place: north-head", "place: north-cape"),
    "data/claims/tarn-1931.yaml": both(
        swapped("lamp-guild, north-head]", "lamp-guild, north-cape]"),
        swapped(
            "over the price of oil.\n  kind: fact\n  certainty: stated",
            "over the price of lamp oil.\n  kind: fact\n  certainty: hedged",
        ),
    ),
    "docs/sources/tarn-1931.md": swapped("[[north-head]]", "[[north-cape]]"),
    "data/actors/tide-gazette.yaml": None,
    "data/claims/quay-2002.yaml": both(swapped("said_by: tide-gazette", "said_by: harbour-board"), without_last),
    "docs/sources/quay-2002.md": swapped("[[tide-gazette]]", "[[harbour-board]]"),
    "data/claims/board-1934.yaml": without_last,
    "docs/origins.md": swapped("[@board-1934-c04]", "[@board-1934-c01]"),
}
