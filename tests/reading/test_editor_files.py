from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dossier.reading.editor_files import among_left, left_by_editor

LEFT = (
    *(".quay.yaml.swp", ".quay.yaml.swx", "quay.yaml~", "4913", "#quay.yaml#", ".#quay.yaml", "quay.yaml.tmp123"),
    *("quay.yaml.tmp", "quay.yaml.tmp.4711.1764374400", "quay.yaml.bak", "quay.yaml.orig", ".DS_Store", "Thumbs.db"),
    *("~$quay.yaml", "sedAb12cD", ".syncthing.quay.yaml.tmp", "~syncthing~quay.yaml.tmp", ".goutputstream-ABC123"),
    *(".dropbox", ".~lock.quay.yaml#", "._quay.yaml", ".quay.yaml.kate-swp", "quay.yaml___jb_tmp___", "desktop.ini"),
    *("quay.yaml.part", "Icon\r", ".gitkeep", ".nfs000000000000000100000001"),
)
MEANT = (
    *("quay.yaml", "quay.yml", "QUAY.YAML", "quay.yaml.txt", "quay.json", "index.md", "4914.yaml", "4913.yaml"),
    *("sediment", "sed-ab12", "tmp.yaml", "quay.tmp.yaml", "notes.txt", "quay (1).yaml", "map.png", "thumbs.yaml"),
)


@pytest.mark.parametrize("name", LEFT)
def test_what_editors_leave_is_known(name: str) -> None:
    assert left_by_editor(name)
    assert among_left(PurePosixPath("essays") / name)


@pytest.mark.parametrize("name", MEANT)
def test_what_a_curator_may_mean_is_not_taken_for_it(name: str) -> None:
    assert not left_by_editor(name)


def test_what_lies_in_a_folder_that_is_left_is_left_too() -> None:
    assert among_left(PurePosixPath(".obsidian/templates/note.md"))
    assert not among_left(PurePosixPath("essays/origins.md"))
