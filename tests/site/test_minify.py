from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dossier.site.minify import ICON, write_scripts

OURS = [entry.name for entry in (files("dossier.site") / "assets").iterdir() if entry.name.endswith(".js")]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts") / "assets"
    write_scripts(folder)
    return folder


def test_every_script_is_written_and_the_icon_and_nothing_else(written: Path) -> None:
    assert sorted(path.name for path in written.iterdir()) == sorted([*OURS, ICON])
    ElementTree.fromstring((written / ICON).read_text("utf-8"))  # noqa: S314  our own file


@pytest.mark.parametrize("name", OURS)
def test_a_script_has_lost_its_comments_and_nothing_that_others_call(written: Path, name: str) -> None:
    before = (files("dossier.site") / "assets" / name).read_text("utf-8")
    after = (written / name).read_text("utf-8")
    assert len(after) < len(before)
    assert not re.search(r"/\*|^\s*//", after, re.MULTILINE)
    exported = r"export (?:async )?(?:function|const|class) (\w+)"
    assert re.findall(exported, after) == re.findall(exported, before)


@pytest.mark.parametrize("name", OURS)
def test_no_template_stands_within_a_template(name: str) -> None:
    """Blanks are taken out of the inner one as if it were code."""
    text = (files("dossier.site") / "assets" / name).read_text("utf-8")
    assert re.findall(r"\$\{[^{}`]*`", text) == []
