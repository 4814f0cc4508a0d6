from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

FILE = "data/redirects.yaml"

CASES = [
    pytest.param(
        added("- {id: ada-veyl, kind: actor, to: lamp-guild, reason: merged, why: A}\n"),
        'data/redirects.yaml:7:8: error[redirect] id: "ada-veyl" is still a record; take the record or this out',
        id="of a record that is still there",
    ),
    pytest.param(
        added("- {id: bell, kind: actor, reason: renamed, why: A}\n"),
        "data/redirects.yaml:7:35: error[redirect] reason: `to` is left out if, and only if, it was withdrawn"
        "; say under `to` where it went, or write `reason: withdrawn`",
        id="to nowhere",
    ),
    pytest.param(
        added("- {id: bell, kind: actor, to: brisa, reason: withdrawn, why: A}\n"),
        "data/redirects.yaml:7:46: error[redirect] reason: `to` is left out if, and only if, it was withdrawn"
        "; take `to` out, or write what became of it as the `reason`",
        id="of what was withdrawn",
    ),
    pytest.param(
        added("- {id: wicks, kind: actor, to: wick-brotherhood, reason: renamed, why: A}\n"),
        'data/redirects.yaml:7:32: error[redirect] to: "wick-brotherhood" has moved too; name where it went in the end',
        id="to a redirect",
    ),
    pytest.param(
        added("- {id: loop, kind: actor, to: loop, reason: renamed, why: A}\n"),
        'data/redirects.yaml:7:31: error[redirect] to: "loop" has moved too; name where it went in the end',
        id="to itself",
    ),
    pytest.param(
        swapped("to: lamp-guild", "to: lamp-gild"),
        'data/redirects.yaml:2:68: error[unknown-record] to: no record "lamp-gild"; did you mean "lamp-guild"?',
        id="to nothing",
    ),
    pytest.param(
        added("- {id: fog-bell, kind: actor, reason: withdrawn, why: Again}\n"),
        'data/redirects.yaml:7:8: error[duplicate-id] id: "fog-bell" is redirected twice; keep one',
        id="twice",
    ),
]


PAGES = [
    pytest.param(
        "- {from: quarrel/, to: about/, reason: moved, why: A}\n",
        '7:10: error[redirect] from: "quarrel/" is still a page; take the page or this out',
        id="of a page of prose that is still there",
    ),
    pytest.param(
        "- {from: search/, to: about/, reason: moved, why: A}\n",
        '7:10: error[redirect] from: "search/" is still a page; take the page or this out',
        id="of a page that every dossier has",
    ),
    pytest.param(
        "- {from: places/fog-bell/, to: about/, reason: moved, why: A}\n",
        '7:10: error[redirect] from: "places/fog-bell/" is redirected as that of a record; keep one',
        id="of a record that moved",
    ),
    pytest.param(
        "- {from: old/, to: abuot/, reason: moved, why: A}\n",
        '7:20: error[unknown-page] to: no page "abuot/"; did you mean "about/"?',
        id="to no page",
    ),
    pytest.param(
        "- {from: old/, to: old/#part, reason: moved, why: A}\n",
        '7:20: error[redirect] to: "old/" has moved too; name where it went in the end',
        id="of a page to itself",
    ),
    pytest.param(
        "- {from: old/, to: places/fog-bell/, reason: moved, why: A}\n",
        '7:20: error[redirect] to: "places/fog-bell/" has moved too; name where it went in the end',
        id="of a page to a record that moved",
    ),
    pytest.param(
        "- {from: old/, reason: moved, why: A}\n",
        "7:24: error[redirect] reason: `to` is left out if, and only if, it was withdrawn"
        "; say under `to` where it went, or write `reason: withdrawn`",
        id="of a page to nowhere",
    ),
]

POSITIONS = [
    pytest.param(
        '- {from: "who-lit-the-fire#nobody", reason: withdrawn, why: A}\n',
        '7:10: error[redirect] from: "who-lit-the-fire#nobody" is still a position; take the position or this out',
        id="of a position that is still there",
    ),
    pytest.param(
        '- {from: "who-lit-the-fires#no-one", reason: withdrawn, why: A}\n',
        '7:10: error[unknown-record] from: no question "who-lit-the-fires"; did you mean "who-lit-the-fire"?',
        id="on no question",
    ),
    pytest.param(
        '- {from: "who-lit-the-fire#no-one", to: "who-lit-the-fire#nobdy", reason: renamed, why: A}\n',
        '7:41: error[unknown-position] to: no position "who-lit-the-fire#nobdy"; '
        'did you mean "who-lit-the-fire#nobody"?',
        id="to no position",
    ),
    pytest.param(
        '- {from: "who-lit-the-fire#no-one", to: "who-lit-the-fire#no-one", reason: renamed, why: A}\n',
        '7:41: error[redirect] to: "who-lit-the-fire#no-one" has moved too; name where it went in the end',
        id="of a position to itself",
    ),
    pytest.param(
        '- {from: "who-lit-the-fire#no-one", reason: renamed, why: A}\n',
        "7:45: error[redirect] reason: `to` is left out if, and only if, it was withdrawn"
        "; say under `to` where it went, or write `reason: withdrawn`",
        id="of a position to nowhere",
    ),
]


@pytest.mark.parametrize(("item", "line"), [*PAGES, *POSITIONS])
def test_a_redirect_of_a_page_or_a_position(broken: Broken, item: str, line: str) -> None:
    assert broken({FILE: added(item)}) == [f"{FILE}:{line}"]


def test_one_broken_record_does_not_make_redirects_look_bad(broken: Broken) -> None:
    items = (
        "- {from: old/, to: questions/who-lit-the-fire/, reason: moved, why: A}\n"
        '- {from: "who-lit-the-fire#no-one", to: "who-lit-the-fire#nobody", reason: renamed, why: A}\n'
    )
    lines = broken({FILE: added(items), "data/questions/who-lit-the-fire.yaml": added("nonsense: yes\n")})
    assert lines
    assert not any(line.startswith(FILE) for line in lines)


@pytest.mark.parametrize(("change", "line"), CASES)
def test_a_redirect(broken: Broken, change: Change, line: str) -> None:
    assert broken({FILE: change}) == [line]


def test_lines_are_right_though_another_item_is_broken(broken: Broken) -> None:
    more = "- {id: brisa, kind: actor, reason: withdrawn, why: A}\n"
    assert broken({FILE: lambda text: text.replace("reason: merged", "reason: moved") + more}) == [
        'data/redirects.yaml:2:88: error[unknown-value] reason: "moved" is not one of them; '
        "use renamed, merged, withdrawn",
        'data/redirects.yaml:7:8: error[redirect] id: "brisa" is still a record; take the record or this out',
    ]


def test_a_dossier_without_redirects(broken: Broken) -> None:
    change = swapped("record: fog-bell", "record: brisa")
    assert broken({FILE: None, "data/corrections.yaml": change}) == []
