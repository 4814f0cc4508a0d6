"""How long pictures take to lay out, by the number of marks.

PYTHONPATH=scripts python -m tests.bench.pictures
"""

from __future__ import annotations

import time
from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.records import Event
from dossier.pages.timeline_picture import MIDDLE, WIDE
from dossier.pictures.region_map import levels, map_of
from dossier.pictures.timeline import timeline
from dossier.pictures.upright_timeline import upright_timeline
from tests.support.invented_events import invented_events
from tests.support.maps import BASE, known, many
from tests.support.paths import MINI
from tests.support.relinking import with_records

NUMBERS = (10, 100, 1000)


def main() -> None:
    corpus = load(MINI)
    pattern = corpus.of(Event)[0]
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
        _time_map(corpus, number)


def _time_map(corpus: Corpus, number: int) -> None:
    """The two drawings of the page, and the larger sheets that are loaded when somebody comes closer."""
    places = {one.place.id: known(one.place) for one in many(corpus, number)}
    mapped = replace(with_records(corpus, {**corpus.records, **places}), base_map=BASE)
    began = time.perf_counter()
    made = map_of(mapped)
    taken = time.perf_counter() - began
    without = [len(one.unplaced) for one in (made.wide, made.narrow) if one]
    print(f"map, {number} places: {taken:.2f} s, without room {without}", end="; ")
    began = time.perf_counter()
    sheets = list(levels(mapped))
    last = len(sheets[-1].unplaced) if sheets else 0
    print(f"{len(sheets)} larger sheets: {time.perf_counter() - began:.2f} s, {last} without room on the largest")


if __name__ == "__main__":
    main()
