from __future__ import annotations

from pathlib import Path

from dossier.captures.folder import captured_file, captures_folder


def test_captures_lie_in_the_dossier_unless_another_folder_is_named(tmp_path: Path) -> None:
    assert captures_folder(tmp_path) is None
    (tmp_path / "captures").mkdir()
    assert captures_folder(tmp_path) == tmp_path / "captures"
    assert captures_folder(tmp_path, tmp_path / "other") == tmp_path / "other"


def test_a_file_is_found_though_its_name_is_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "HILL-2021.HTML").touch()
    assert captured_file(tmp_path, "hill-2021.html") == tmp_path / "HILL-2021.HTML"
    (tmp_path / "hill-2021.html").touch()
    assert captured_file(tmp_path, "hill-2021.html") == tmp_path / "hill-2021.html"
    assert captured_file(tmp_path, "wood-2022.html") is None
