"""How long pictures take to lay out, by the number of marks.

PYTHONPATH=scripts python -m tests.bench.pictures
"""

from __future__ import annotations

import time

from dossier.load import load
from dossier.model.records import Event
from dossier.pages.timeline_picture import MIDDLE, WIDE
from dossier.pictures.timeline import timeline
from dossier.pictures.upright_timeline import upright_timeline
from tests.support.invented_events import invented_events
from tests.support.paths import MINI

NUMBERS = (10, 100, 1000)


def main() -> None:
    pattern = load(MINI).of(Event)[0]
    for number in NUMBERS:
        events = invented_events(pattern, number)
        words = {one.id: (one.title, one.date_words) for one in events}
        for width in (WIDE, MIDDLE):
            began = time.perf_counter()
            drawn = timeline(events, width)
            taken = time.perf_counter() - began
            named = sum(one.name is not None for one in drawn.placed) if drawn else 0
            print(f"timeline, {number} events, {width:.0f} wide: {taken:.2f} s, {named} named")
        began = time.perf_counter()
        upright_timeline(events, words)
        print(f"timeline, {number} events, upright: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
