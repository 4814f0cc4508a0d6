from __future__ import annotations

from pathlib import Path

import pytest

from dossier.editing.changes import ConflictError
from dossier.editing.named_ids import RefusedError
from dossier.editing.undisturbed import undisturbed
from tests.conftest import Changed

GUILD = "data/actors/lamp-guild.yaml"


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


def test_a_file_that_changes_meanwhile_is_told(root: Path) -> None:
    with pytest.raises(ConflictError, match=rf"^{GUILD} was changed meanwhile; nothing is written"), undisturbed(root):
        (root / GUILD).write_text("type: group\n")


def test_it_is_told_before_what_came_of_it(root: Path) -> None:
    def edited() -> None:
        with undisturbed(root):
            (root / GUILD).write_text("type: group\n")
            raise RefusedError("no such place")

    with pytest.raises(ConflictError, match="was changed meanwhile"):
        edited()


@pytest.mark.parametrize("name", ["data/actors/new.yaml", "docs/new.md"])
def test_so_is_one_that_comes_or_goes(root: Path, name: str) -> None:
    with pytest.raises(ConflictError, match=name), undisturbed(root):
        (root / name).touch()
    with pytest.raises(ConflictError, match=name), undisturbed(root):
        (root / name).unlink()


def test_what_an_editor_leaves_disturbs_nothing(root: Path) -> None:
    with undisturbed(root):
        (root / "data/actors/.lamp-guild.yaml.swp").touch()
        (root / "site").mkdir()


def test_a_refusal_stays_one(root: Path) -> None:
    with pytest.raises(RefusedError, match="no such place"), undisturbed(root):
        raise RefusedError("no such place")
