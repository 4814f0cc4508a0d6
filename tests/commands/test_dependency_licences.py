from __future__ import annotations

import re
import shutil
from email.message import Message
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.commands.dependency_licences import UNSAID, Licensed, licence_of, licensed, table
from tests.support.paths import ROOT

PAGE = ROOT / "docs/about/licences.md"
LOCKS = ("site.txt", "test.txt")


class Package(Distribution):
    """A package that says of itself what it is given."""

    def __init__(self, *headers: tuple[str, str]) -> None:
        self.message = Message()
        for name, value in headers:
            self.message[name] = value

    @property
    def metadata(self) -> Message:  # type: ignore[override]
        return self.message

    def read_text(self, filename: str) -> None:
        raise NotImplementedError(filename)

    def locate_file(self, path: object) -> Path:
        raise NotImplementedError(path)


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        ([("License-Expression", "MIT OR Apache-2.0"), ("License", "x")], "MIT OR Apache-2.0"),
        ([("License", "The MIT License")], "MIT"),
        ([("License", "A long text " * 9), ("Classifier", "License :: OSI Approved :: MIT License")], "MIT"),
        (
            [
                ("Classifier", "License :: OSI Approved"),
                ("Classifier", "License :: OSI Approved :: BSD License"),
                ("Classifier", "License :: OSI Approved :: MIT License"),
            ],
            "BSD AND MIT",
        ),
        ([("License", "UNKNOWN")], UNSAID),
        ([], UNSAID),
    ],
)
def test_the_most_exact_word_of_the_makers_counts(headers: list[tuple[str, str]], licence: str) -> None:
    assert licence_of(Package(*headers)) == licence


def test_what_is_not_installed_here_is_for_other_systems(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("click==1.0 \\\n    --hash=sha256:aa\nno-such-package==2.0\nclick==2.0 ; python_version > '4'\n")
    assert [one.name for one in licensed(lock)] == ["click"]
    assert next(licensed(lock)).version == distribution("click").version


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


def test_what_the_site_holds_of_others_is_named_above_the_list() -> None:
    words = PAGE.read_text("utf-8").partition("\n| Package |")[0]
    for part in ("Material for MkDocs", "Pagefind", "pandoc", "Citation Style Language", "Natural Earth", "Octicons"):
        assert part in words
