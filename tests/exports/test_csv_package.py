from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from dossier.editions.state import Edition
from dossier.exports.csv_package import csv_files, csv_text, zipped
from dossier.exports.tables import Table
from tests.exports.conftest import BASE


def faults(folder: Path) -> list[str]:
    report = Package(str(folder / "datapackage.json")).validate()
    return [error for task in [report, *report.tasks] for error in map(str, (one.type for one in task.errors))]


def test_the_data_package_is_valid(data: Path) -> None:
    assert faults(data / "csv") == []


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("answers.csv", lambda text: text.replace("in-1901", "in-1902"), "foreign-key"),
        ("claims.csv", lambda text: text.replace(",hedged,", ",sure,"), "constraint-error"),
        ("claims.csv", lambda text: text.replace("1903-01-01", "about 1903"), "type-error"),
        ("actors.csv", lambda text: text + text.splitlines()[1] + "\r\n", "primary-key"),
    ],
)
def test_the_package_tells_of_a_table_that_breaks_its_rules(
    data: Path, tmp_path: Path, name: str, change: Callable[[str], str], expected: str
) -> None:
    folder = shutil.copytree(data / "csv", tmp_path / "csv")
    path = folder / name
    old = path.read_bytes().decode()
    path.write_bytes(change(old).encode())
    assert path.read_bytes().decode() != old
    assert expected in faults(folder)


def test_every_table_is_read_back_as_it_was(data: Path, tables: dict[str, Table]) -> None:
    package = Package(str(data / "csv/datapackage.json"))
    assert sorted(package.resource_names) == sorted(tables)
    for name, table in tables.items():
        names = [column.name for column in table.columns]
        rows = package.get_table_resource(name).read_rows()
        read = [tuple(_plain(row[one]) for one in names) for row in rows]
        assert read == list(table.rows), name


def _plain(value: Any) -> Any:
    """Dates as text, and exact numbers as Python's own."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | bool) else float(value)


def test_the_package_says_its_licence_and_edition(data: Path) -> None:
    told = json.loads((data / "csv/datapackage.json").read_text("utf-8"))
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert (told["version"], told["created"], told["homepage"]) == ("2024.1", "2024-03-01T00:00:00Z", BASE)
    assert told["profile"] == "tabular-data-package"


def test_what_is_not_known_of_a_package_is_left_out(tables: dict[str, Table]) -> None:
    files = csv_files(tables.values(), base_url="", site_name="Lamps", edition=Edition("", ""))
    assert json.loads(files["datapackage.json"]).keys().isdisjoint({"version", "created", "homepage"})


def test_true_and_false_are_words_and_nothing_is_empty(tables: dict[str, Table]) -> None:
    lines = csv_text(tables["claims"]).split("\r\n")
    place = lines[0].split(",").index("approximate")
    assert {line.split(",")[place] for line in lines[1:] if "keepers drew a wage" in line} == {"false"}
    assert {line.split(",")[place] for line in lines[1:] if "ninety keepers" in line} == {"true"}
    assert ",None" not in csv_text(tables["claims"])


def test_the_archive_holds_the_files_and_no_time(data: Path, tables: dict[str, Table]) -> None:
    files = csv_files(tables.values(), base_url=BASE, site_name="Lamp Dossier", edition=Edition("2024.1", "2024-03-01"))
    archive = (data / "dossier-csv.zip").read_bytes()
    assert zipped(files) == archive
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name).decode() for name in opened.namelist()} == files
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
