from __future__ import annotations

from datetime import date

from dossier.corpus.corpus import Corpus
from dossier.corpus.events_by_day import (
    all_of,
    any_of,
    date_steps,
    event_steps,
    place_steps,
    standing_by,
    steps_in_time,
)
from dossier.corpus.standing import Standing
from tests.corpus.test_judged_events import judged

EARLY, MIDDLE, LATE = date(1931, 5, 31), date(1934, 12, 31), date(2002, 3, 9)
SAID, DOUBTED = Standing.ASSERTED, Standing.CONTESTED


def test_a_date_and_a_place_are_known_no_earlier_than_somebody_says_them(mini: Corpus) -> None:
    founding = judged(mini, "guild-founding", placed=[{"place": "saltmouth", "claims": ["quay-2002-c02"]}])
    assert event_steps(mini, founding) == ((EARLY, SAID),)
    assert date_steps(mini, founding) == (((EARLY, SAID),), ((LATE, SAID),))
    assert place_steps(mini, founding, "saltmouth") == ((LATE, SAID),)


def test_a_later_denial_makes_nothing_contested_before_it(mini: Corpus) -> None:
    denied = judged(mini, "guild-founding", claims=["tarn-1931-c01"], denied_by=["quay-2002-c02"])
    steps = ((EARLY, SAID), (LATE, DOUBTED))
    assert event_steps(mini, denied) == place_steps(mini, denied, "saltmouth") == steps
    assert date_steps(mini, denied)[0] == steps
    assert steps_in_time(mini, denied) == steps


def test_an_event_in_time_stands_as_the_dates_that_were_known(mini: Corpus) -> None:
    dated = [{"date": "1901", "claims": ["quay-2002-c02"], "denied_by": ["tarn-1931-c01"]}]
    assert steps_in_time(mini, judged(mini, "guild-founding", dated=dated)) == ((EARLY, SAID), (LATE, DOUBTED))


def test_steps_join_as_the_least_firm_of_all_and_as_the_firmest_of_any() -> None:
    early = ((None, Standing.REPORTED), (LATE, SAID))
    late = ((MIDDLE, DOUBTED),)
    assert all_of([early, late]) == ((MIDDLE, DOUBTED),)
    assert any_of([early, late]) == early
    assert any_of([late]) == late
    assert all_of([early, ()]) == ()
    assert standing_by(early, EARLY) == Standing.REPORTED
    assert standing_by(late, EARLY) is None
