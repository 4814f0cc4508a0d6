from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

FILE = "data/redirects.yaml"

CASES = [
    pytest.param(
        added("- {id: ada-veyl, kind: actor, to: lamp-guild, reason: merged, why: A}\n"),
        'data/redirects.yaml:4:8: error[redirect] id: "ada-veyl" is still a record; take the record or this out',
        id="of a record that is still there",
    ),
    pytest.param(
        added("- {id: bell, kind: actor, reason: renamed, why: A}\n"),
        "data/redirects.yaml:4:35: error[redirect] reason: `to` is left out if, and only if, it was withdrawn",
        id="to nowhere",
    ),
    pytest.param(
        added("- {id: bell, kind: actor, to: brisa, reason: withdrawn, why: A}\n"),
        "data/redirects.yaml:4:46: error[redirect] reason: `to` is left out if, and only if, it was withdrawn",
        id="of what was withdrawn",
    ),
    pytest.param(
        added("- {id: wicks, kind: actor, to: wick-brotherhood, reason: renamed, why: A}\n"),
        'data/redirects.yaml:4:32: error[redirect] to: "wick-brotherhood" has moved too; name where it went in the end',
        id="to a redirect",
    ),
    pytest.param(
        added("- {id: loop, kind: actor, to: loop, reason: renamed, why: A}\n"),
        'data/redirects.yaml:4:31: error[redirect] to: "loop" has moved too; name where it went in the end',
        id="to itself",
    ),
    pytest.param(
        swapped("to: lamp-guild", "to: lamp-gild"),
        'data/redirects.yaml:2:43: error[unknown-record] to: no record "lamp-gild"; did you mean "lamp-guild"?',
        id="to nothing",
    ),
    pytest.param(
        added("- {id: fog-bell, kind: actor, reason: withdrawn, why: Again}\n"),
        'data/redirects.yaml:4:8: error[duplicate-id] id: "fog-bell" is redirected twice; keep one',
        id="twice",
    ),
]


@pytest.mark.parametrize(("change", "line"), CASES)
def test_a_redirect(broken: Broken, change: Change, line: str) -> None:
    assert broken({FILE: change}) == [line]


def test_lines_are_right_though_another_item_is_broken(broken: Broken) -> None:
    more = "- {id: brisa, kind: actor, reason: withdrawn, why: A}\n"
    assert broken({FILE: lambda text: text.replace("reason: merged", "reason: moved") + more}) == [
        'data/redirects.yaml:2:63: error[unknown-value] reason: "moved" is not one of them; '
        "use renamed, merged, withdrawn",
        'data/redirects.yaml:4:8: error[redirect] id: "brisa" is still a record; take the record or this out',
    ]


def test_a_dossier_without_redirects(broken: Broken) -> None:
    change = swapped("record: fog-bell", "record: brisa")
    assert broken({FILE: None, "data/corrections.yaml": change}) == []
