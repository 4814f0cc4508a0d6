from __future__ import annotations

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added

GUILD, FOUNDING = "data/actors/lamp-guild.yaml", "data/events/guild-founding.yaml"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param(
            {GUILD: added("asked_as: [The lamp people]\n"), FOUNDING: added("asked_as: [the Lamp People]\n")},
            '"the Lamp People" is asked of lamp-guild too',
            id="of two records",
        ),
        pytest.param({GUILD: added("asked_as: [Lamp men, lamp men]\n")}, '"lamp men" stands here twice', id="twice"),
        pytest.param({GUILD: added("asked_as: [lamp guild]\n")}, '"lamp guild" stands here twice', id="its title"),
    ],
)
def test_nothing_is_asked_for_twice(broken: Broken, changes: dict[str, Change], message: str) -> None:
    assert any("error[asked-twice] asked_as" in one and message in one for one in broken(changes))
