"""The desk of a copy of ``mini`` with its captured article."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier.desk.replies import DeskReplies
from dossier.desk.workplace import Loaded, Workplace
from tests.conftest import Changed
from tests.support.paths import TESTS


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captured"
    shutil.copytree(TESTS / "mini-captures", folder)
    return folder


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


@pytest.fixture
def place(root: Path, captures: Path) -> Workplace:
    return Workplace(root, captures)


@pytest.fixture
def loaded(place: Workplace) -> Loaded:
    return place.now()


@pytest.fixture
def replies(root: Path, captures: Path) -> DeskReplies:
    return DeskReplies(root, captures)
