from __future__ import annotations

import pytest

from dossier.load import load
from tests.conftest import Broken, Changed

FILE = "data/outside.yaml"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(
            "- names: [Great Flood, great flood]\n",
            f'{FILE}:1:24: error[outside] names.2: "great flood" stands here twice, also as "Great Flood"; keep one',
            id="twice",
        ),
        pytest.param(
            "- names: [Lamp Guild]\n",
            f'{FILE}:1:11: error[outside] names.1: "Lamp Guild" is said not to be covered and stands in lamp-guild; '
            "take the name out: a search finds what tells of it",
            id="covered",
        ),
        pytest.param(
            "- names: [Great Flood]\n  near: [fog-bell]\n",
            f'{FILE}:2:10: error[redirected-record] near.1: "fog-bell" has moved; take it out: it was withdrawn',
            id="near what was withdrawn",
        ),
        pytest.param("- names: []\n", f"{FILE}:1:10: error[", id="without a name"),
    ],
)
def test_what_is_wrong_with_a_list_of_what_is_not_covered(broken: Broken, text: str, line: str) -> None:
    assert any(one.startswith(line) for one in broken({FILE: text}))


def test_names_that_stand_nowhere_are_read(changed: Changed) -> None:
    corpus = load(changed({FILE: "- names: [Great Flood]\n  near: [lamp-guild]\n"}))
    assert [one.names for one in corpus.outside.items] == [("Great Flood",)]
