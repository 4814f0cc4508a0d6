from __future__ import annotations

import pytest

from dossier.load import load
from dossier.problems import ProblemsFound
from tests.checking.plausibility.conftest import Noticed
from tests.conftest import Broken, Changed
from tests.support.changes import swapped

ACCEPTED = "data/accepted.yaml"
BOARD = "data/actors/harbour-board.yaml"
SHARED = {BOARD: swapped("text: Quay Office", "text: lamp guild")}
ARTICLE = "docs/sources/tarn-1931.md"


def accepted(**changes: str) -> str:
    given = {"rule": "shared-names", "record": "lamp-guild", "words": "“Lamp Guild”", "why": "Both go by it."}
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in {**given, **changes}.items() if value) + "\n"


@pytest.mark.parametrize("field", ["", "names.1.text"])
def test_what_is_accepted_is_not_shown(noticed: Noticed, field: str) -> None:
    assert noticed({**SHARED, ACCEPTED: accepted(field=field)}) == []


def test_a_notice_at_a_file_is_accepted_by_its_file(noticed: Noticed) -> None:
    linked = swapped("the two sides talked", "[[harbour-board|Lamp Guild]] met [[lamp-guild]]")
    one = accepted(rule="shared-terms", record="", file=ARTICLE)
    assert noticed({ARTICLE: linked, ACCEPTED: one}) == []


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "shared-terms"},
        {"record": "harbour-board"},
        {"record": "", "file": "data/actors/ada-veyl.yaml"},
        {"field": "names.2.text"},
        {"words": "“Quay Office”"},
    ],
)
def test_what_fits_no_notice_is_an_error_and_accepts_nothing(noticed: Noticed, other: dict[str, str]) -> None:
    notice, stale = sorted(noticed({**SHARED, ACCEPTED: accepted(**other)}), key=lambda line: "error" in line)
    assert "notice[shared-names]" in notice
    assert stale.startswith(f"{ACCEPTED}:")
    assert "error[stale-acceptance] words: fits no notice " in stale


def test_what_became_plausible_is_stale(noticed: Noticed) -> None:
    assert noticed({ACCEPTED: accepted()}) == [
        f"{ACCEPTED}:3:10: error[stale-acceptance] words: fits no notice shared-names at lamp-guild; "
        "take the entry out, or mend it"
    ]


def test_no_acceptance_is_called_stale_where_a_record_cannot_be_read(noticed: Noticed) -> None:
    assert noticed({BOARD: "type: [", ACCEPTED: accepted()}) == []


def test_a_date_that_has_come_since_is_not_stale(noticed: Noticed) -> None:
    one = accepted(rule="future-dates", record="quay-2002", words="2002-03-09")
    assert noticed({ACCEPTED: one}) == []


def test_a_rule_that_there_is_not(noticed: Noticed) -> None:
    assert noticed({ACCEPTED: accepted(rule="shared-nam")}) == [
        f'{ACCEPTED}:1:9: error[unknown-rule] rule: no rule "shared-nam" gives notices; did you mean "shared-names"?'
    ]


@pytest.mark.parametrize("places", [{"record": ""}, {"file": BOARD}])
def test_it_points_at_a_record_or_at_a_file(broken: Broken, places: dict[str, str]) -> None:
    assert broken({ACCEPTED: accepted(**places)}) == [
        f"{ACCEPTED}:1:3: error[accepted] needs either `record` or `file`; name what the notice points at"
    ]


def test_neither_notices_nor_stale_acceptances_stop_a_build(changed: Changed) -> None:
    try:
        load(changed({**SHARED, ACCEPTED: accepted(words="nothing")}))
    except ProblemsFound as found:
        pytest.fail(str(found))


@pytest.mark.parametrize(("within", "lines"), [("brisa", 1), ("gull-rock", 0)])
def test_what_points_at_a_record_that_is_gone_waits_where_others_miss_it_too(
    noticed: Noticed, within: str, lines: int
) -> None:
    moved = swapped("within: [brisa]", f"within: [{within}]")
    found = noticed({"data/places/north-head.yaml": moved, ACCEPTED: accepted(record="gull-rock")})
    assert len(found) == lines
