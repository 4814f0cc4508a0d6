from __future__ import annotations

import pytest

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

TALKS = "data/events/keeper-talks.yaml"
LATER = {TALKS: swapped('date: "1905/1907?"', 'date: "1950/1957?"')}


def test_an_event_that_begins_after_its_newest_source(noticed: Noticed) -> None:
    assert noticed(LATER) == [
        f"{TALKS}:4:3: notice[events-after-sources] dated: begins on 1950-01-01, after its newest source of "
        "1931-05-31; mend the dates, or those of the sources"
    ]


def test_an_event_that_ends_after_its_newest_source(noticed: Noticed) -> None:
    assert noticed({TALKS: swapped('date: "1905/1907?"', 'date: "1905/1932-02"')}) == [
        f"{TALKS}:4:3: notice[events-after-sources] dated: ends on 1932-02-01 or later, after its newest source of "
        "1931-05-31; mend the dates, or those of the sources"
    ]


@pytest.mark.parametrize("when", ["1905/1931", "1905/.."])
def test_an_end_that_may_be_before_the_source_is_not_after_it(noticed: Noticed, when: str) -> None:
    assert noticed({TALKS: swapped('date: "1905/1907?"', f'date: "{when}"')}) == []


def test_one_date_in_time_is_enough(noticed: Noticed) -> None:
    assert noticed({"data/events/guild-founding.yaml": swapped('date: "1901"', 'date: "2010"')}) == []


def test_what_is_expected_is_still_to_come(noticed: Noticed) -> None:
    forecast = swapped(
        "  kind: fact\n  certainty: hedged\n  paragraphs: [4]",
        "  kind: forecast\n  certainty: hedged\n  paragraphs: [4]",
    )
    assert noticed({**LATER, "data/claims/tarn-1931.yaml": forecast}) == []


def test_a_source_without_a_date_is_not_judged(noticed: Noticed) -> None:
    assert noticed({**LATER, "data/sources/tarn-1931.yaml": swapped('issued: "1931-05"\n', "")}) == []


def test_what_follows_from_the_odd_date_of_a_source_is_not_told_too(noticed: Noticed) -> None:
    found = noticed({"data/sources/tarn-1931.yaml": swapped('issued: "1931-05"', 'issued: "1310-03"')})
    assert [one.partition("[")[2].partition("]")[0] for one in found] == ["early-dates"]


def test_an_event_that_is_yet_to_come_is_told_of_once(noticed: Noticed) -> None:
    found = noticed({TALKS: swapped('date: "1905/1907?"', 'date: "2150"')})
    assert [one.partition("[")[2].partition("]")[0] for one in found] == ["future-dates"]
