from __future__ import annotations

import json
import re
import shutil
from importlib.metadata import distribution
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.commands.dependency_licences import UNSAID, Licensed, licensed, read, table
from tests.support.paths import ROOT

PAGE = ROOT / "docs/about/licences.md"
LOCKS = ("site.txt", "test.txt")


def test_what_pip_licenses_says_is_listed_under_the_names_of_the_lock() -> None:
    told = [
        {"Name": "Zope.Events_b", "Version": "2", "License": "MIT License; Apache Software License"},
        {"Name": "a", "Version": "1", "License": "UNKNOWN"},
    ]
    several = Licensed("zope-events-b", "2", "MIT License; Apache Software License")
    assert read(json.dumps(told)) == [Licensed("a", "1", UNSAID), several]


def test_the_licence_of_a_package_is_the_one_that_it_declares(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("click==1.0\n")
    assert [one.licence for one in licensed(lock)] == [distribution("click").metadata["License-Expression"]]


def test_a_lock_without_packages_lists_none(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text("# nothing\n")
    assert licensed(tmp_path / "lock.txt") == []


def test_what_is_not_installed_here_is_for_other_systems(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("click==1.0 \\\n    --hash=sha256:aa\nno-such-package==2.0\nclick==2.0 ; python_version > '4'\n")
    assert [one.name for one in licensed(lock)] == ["click"]
    assert licensed(lock)[0].version == distribution("click").version


def test_a_row_says_what_a_package_is_needed_for() -> None:
    one, two = Licensed("a", "1", "MIT"), Licensed("b", "2", "BSD")
    assert table([one], [one, two]).splitlines()[2:] == ["| a | 1 | MIT | building |", "| b | 2 | BSD | tests |"]


def test_every_package_of_the_locks_is_listed_with_its_licence() -> None:
    rows = {tuple(row.split(" | ")[::2]) for row in re.findall(r"^\| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)}
    locked = {(one.name, one.licence) for name in LOCKS for one in licensed(ROOT / "requirements" / name)}
    assert len(locked) > 100
    assert locked - rows == set()


def test_the_command_renews_the_list_and_leaves_the_words_above_it(tmp_path: Path) -> None:
    (tmp_path / "docs/about").mkdir(parents=True)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    page = tmp_path / "docs/about/licences.md"
    page.write_text("# Licences\n\nWords.\n\n| Package | old |\n| --- | --- |\n| gone | 1 |\n")
    for _ in range(2):
        assert CliRunner().invoke(main, ["licences", "--root", str(tmp_path)]).exit_code == 0
        text = page.read_text("utf-8")
        assert text.startswith("# Licences\n\nWords.\n\n| Package | Version | Licence | Needed for |\n")
        assert "\n| click | " in text
        assert "gone" not in text


def test_without_pip_licenses_the_command_says_so_and_leaves_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs/about").mkdir(parents=True)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    page = tmp_path / "docs/about/licences.md"
    page.write_text("# Licences\n")
    monkeypatch.setattr("sys.executable", shutil.which("false"))
    done = CliRunner().invoke(main, ["licences", "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert "pip-licenses does not run here" in done.output
    assert page.read_text("utf-8") == "# Licences\n"


def test_what_the_site_holds_of_others_is_named_above_the_list() -> None:
    words = PAGE.read_text("utf-8").partition("\n| Package |")[0]
    for part in ("Material for MkDocs", "Pagefind", "pandoc", "Citation Style Language", "Natural Earth", "Octicons"):
        assert part in words
