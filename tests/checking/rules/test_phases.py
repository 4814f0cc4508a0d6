from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

FILE = "data/phases.yaml"
ORDER = "put them in order of time, without an overlap"

CASES = [
    pytest.param(
        swapped('"1898/1902"', '"../1902"'),
        'data/phases.yaml:2:35: error[phase] period: "../1902" has no beginning; '
        "write the first year, month or day that it can be",
        id="without a beginning",
    ),
    pytest.param(
        swapped('"1904/.."', '"1902-06/.."'),
        'data/phases.yaml:3:32: error[phase] period: "The quarrel" begins before the phase above it has ended; '
        f"{ORDER}",
        id="overlapping",
    ),
    pytest.param(
        added('- {title: Later, period: "1950", claims: [tarn-1931-c01]}\n'),
        f'data/phases.yaml:4:26: error[phase] period: "Later" begins before the phase above it has ended; {ORDER}',
        id="after one that goes on",
    ),
    pytest.param(
        swapped(", claims: [tarn-1931-c01]", ""),
        f'{FILE}:2:3: error[phase] no claim carries "Founding years"; '
        "name the claims that speak of this time so, or take the phase out",
        id="without a claim",
    ),
    pytest.param(
        swapped("tarn-1931-c01", "tarn-1931-c99"),
        f'{FILE}:2:57: error[unknown-record] claims.1: no record "tarn-1931-c99"; did you mean "tarn-1931-c07"?',
        id="on a claim that is not there",
    ),
]


@pytest.mark.parametrize(("change", "line"), CASES)
def test_a_phase(broken: Broken, change: Change, line: str) -> None:
    assert broken({FILE: change}) == [line]


def test_phases_may_follow_each_other_closely_and_last_a_single_month(broken: Broken) -> None:
    assert broken({FILE: swapped('"1898/1902"', '"1898/1903-11"')}) == []


def test_a_dossier_without_phases(broken: Broken) -> None:
    assert broken({FILE: None}) == []
