"""The wheel holds the whole package, what says that it is typed among it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import dossier

PACKAGE = Path(dossier.__file__).parent
MADE_BY_PYTHON = "__pycache__"


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=PACKAGE.parents[1], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("dossier/")}
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and MADE_BY_PYTHON not in path.parts]
    assert packed == {f"dossier/{path.relative_to(PACKAGE).as_posix()}" for path in files}
    assert "dossier/py.typed" in packed
