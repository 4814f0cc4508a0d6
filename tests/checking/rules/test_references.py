from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import swapped

CLAIMS = "data/claims/tarn-1931.yaml"
FIRE = "data/events/great-lamp-fire.yaml"
GUILD = "data/actors/lamp-guild.yaml"
ESSAY = "docs/quarrel.md"

CASES = [
    pytest.param(
        {CLAIMS: swapped("said_by: lamp-guild", "said_by: lamp-gild")},
        'data/claims/tarn-1931.yaml:37:12: error[unknown-record] said_by: no record "lamp-gild"; '
        'did you mean "lamp-guild"?',
        id="by a claim",
    ),
    pytest.param(
        {"data/events/keeper-talks.yaml": swapped("actor: ada-veyl", "actor: brisa")},
        'data/events/keeper-talks.yaml:12:13: error[wrong-kind] participants.3.actor: "brisa" is a place; '
        "needs an actor",
        id="to a place where an actor belongs",
    ),
    pytest.param(
        {CLAIMS: swapped("about: [lamp-guild]", "about: [how-many-keepers]")},
        'data/claims/tarn-1931.yaml:17:11: error[wrong-kind] about.1: "how-many-keepers" is a question; '
        "needs an actor or an event or a place or a source",
        id="to one of several kinds",
    ),
    pytest.param(
        {GUILD: swapped("[tarn-1931#p1, quay-2002#p1]", "[tarn-1931#p1, quay-2003#p1]")},
        'data/actors/lamp-guild.yaml:4:63: error[unknown-record] names.1.used_by.2: no record "quay-2003"; '
        'did you mean "quay-2002"?',
        id="by a name",
    ),
    pytest.param(
        {GUILD: swapped("to: harbour-board", "to: lg")},
        'data/actors/lamp-guild.yaml:13:26: error[unknown-record] relations.1.to: no record "lg"; '
        "write it, or mend the id",
        id="to nothing like any record",
    ),
    pytest.param(
        {GUILD: swapped("lamps of [[brisa]]", "lamps of [[briza]]")},
        'data/actors/lamp-guild.yaml:9:10: error[unknown-record] summary: no record "briza"; did you mean "brisa"?',
        id="by a link in a record",
    ),
    pytest.param(
        {GUILD: swapped("brisa]] [@tarn-1931-c01]", "brisa]] [@tarn-1931]")},
        'data/actors/lamp-guild.yaml:9:10: error[wrong-kind] summary: "tarn-1931" is a source; needs a claim',
        id="by a citation of a source in a record",
    ),
    pytest.param(
        {ESSAY: swapped("[[reed-wardens]]", "[[reed-warden|wardens]]")},
        'docs/quarrel.md:7:5: error[unknown-record] link: no record "reed-warden"; did you mean "reed-wardens"?',
        id="by a link in prose",
    ),
    pytest.param(
        {ESSAY: swapped("[@tarn-1931-c05; @tarn-1931-c06]", "[@tarn-1931-c05;\n@lamp-guild]")},
        'docs/quarrel.md:11:1: error[wrong-kind] citation: "lamp-guild" is an actor; needs a claim',
        id="by a citation of an actor in prose",
    ),
    pytest.param(
        {ESSAY: swapped("# The quarrel", "# The [[quarrel]]")},
        'docs/quarrel.md:5:7: error[unknown-record] link: no record "quarrel"; write it, or mend the id',
        id="in a heading",
    ),
    pytest.param(
        {ESSAY: swapped("| 1905 | [[keeper-talks]]", "| 1905 | [[keepertalks]]")},
        'docs/quarrel.md:18:10: error[unknown-record] link: no record "keepertalks"; did you mean "keeper-talks"?',
        id="in a table",
    ),
    pytest.param(
        {FIRE: swapped("place: north-head", "place: fog-bell")},
        'data/events/great-lamp-fire.yaml:7:13: error[redirected-record] placed.1.place: "fog-bell" has moved; '
        "take it out: it was withdrawn",
        id="to a record that was withdrawn",
    ),
    pytest.param(
        {FIRE: swapped("actor: lamp-guild", "actor: wick-brotherhood")},
        "data/events/great-lamp-fire.yaml:11:13: error[redirected-record] participants.3.actor: "
        '"wick-brotherhood" has moved; write "lamp-guild"',
        id="to a record that has moved",
    ),
    pytest.param(
        {"data/corrections.yaml": swapped("record: lamp-guild", "record: lamp-gild")},
        'data/corrections.yaml:3:11: error[unknown-record] record: no record "lamp-gild"; did you mean "lamp-guild"?',
        id="by a correction",
    ),
    pytest.param(
        {"data/sources/board-1934.yaml": swapped("[tarn-1931]", "[tarn-1931, north-head]")},
        'data/sources/board-1934.yaml:11:27: error[wrong-kind] derives_from.2: "north-head" is a place; needs a source',
        id="by a source",
    ),
]


@pytest.mark.parametrize(("files", "line"), CASES)
def test_a_reference_that_leads_nowhere(broken: Broken, files: dict[str, Change], line: str) -> None:
    assert broken(files) == [line]


def test_marks_in_code_refer_to_nothing(broken: Broken) -> None:
    assert broken({ESSAY: swapped("One paper", "One `[[paper]]`")}) == []


def test_a_record_that_cannot_be_read_is_no_unknown_record(broken: Broken) -> None:
    lines = broken({GUILD: swapped("type: organisation", "type: [organisation]")})
    assert lines == ["data/actors/lamp-guild.yaml:2:7: error[wrong-type] type: needs a text; found a list"]


def test_claims_of_a_file_that_cannot_be_read_are_no_unknown_records(broken: Broken) -> None:
    lines = broken({CLAIMS: swapped("text: Guild and wardens", "text: [Guild and wardens")})
    assert [line.split(" ")[0] for line in lines] == ["data/claims/tarn-1931.yaml:54:9:"]
