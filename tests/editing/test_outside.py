"""What is listed as not covered goes along where records are renamed, merged or withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.load import load
from tests.conftest import Changed
from tests.support.moves import merged, renamed, withdrawn

OUTSIDE = "data/outside.yaml"
LISTED = "- names: [Great Flood]\n  near: [lamp-guild, reed-wardens]\n- names: [Pearl trade]\n  near: [salt-pan]\n"
SALT_PAN = "type: region\nnames:\n  - {text: Salt Pan, kind: primary}\n"


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({OUTSIDE: LISTED, "data/places/salt-pan.yaml": SALT_PAN})


def near(root: Path) -> dict[str, tuple[str, ...]]:
    return {one.names[0]: one.near for one in load(root).outside.items}


def test_a_record_that_is_renamed_stays_near(root: Path) -> None:
    renamed(root, "lamp-guild", "guild-of-lamps")
    assert near(root) == {"Great Flood": ("guild-of-lamps", "reed-wardens"), "Pearl trade": ("salt-pan",)}


def test_records_that_are_merged_are_near_once(root: Path) -> None:
    merged(root, "reed-wardens", "lamp-guild")
    assert near(root) == {"Great Flood": ("lamp-guild",), "Pearl trade": ("salt-pan",)}


def test_a_record_that_is_withdrawn_is_near_no_longer_and_the_names_stay(root: Path) -> None:
    told = withdrawn(root, "salt-pan")
    assert near(root) == {"Great Flood": ("lamp-guild", "reed-wardens"), "Pearl trade": ()}
    assert "data/outside.yaml: Pearl trade no longer has salt-pan near it." in told
