from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dossier.reading.editor_files import among_left, left_by_editor

LEFT = (
    *(".iskp.yaml.swp", ".iskp.yaml.swx", "iskp.yaml~", "4913", "#iskp.yaml#", ".#iskp.yaml", "iskp.yaml.tmp123"),
    *("iskp.yaml.tmp", "iskp.yaml.tmp.4711.1764374400", "iskp.yaml.bak", "iskp.yaml.orig", ".DS_Store", "Thumbs.db"),
    *("~$iskp.yaml", "sedAb12cD", ".syncthing.iskp.yaml.tmp", "~syncthing~iskp.yaml.tmp", ".goutputstream-ABC123"),
    *(".dropbox", ".~lock.iskp.yaml#", "._iskp.yaml", ".iskp.yaml.kate-swp", "iskp.yaml___jb_tmp___", "desktop.ini"),
    *("iskp.yaml.part", "Icon\r", ".gitkeep", ".nfs000000000000000100000001"),
)
MEANT = (
    *("iskp.yaml", "iskp.yml", "ISKP.YAML", "iskp.yaml.txt", "iskp.json", "index.md", "4914.yaml", "4913.yaml"),
    *("sediment", "sed-ab12", "tmp.yaml", "iskp.tmp.yaml", "notes.txt", "iskp (1).yaml", "map.png", "thumbs.yaml"),
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
