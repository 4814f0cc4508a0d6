"""The file by which the repository itself is cited; the keys are those of its format, version 1.2.0."""

from __future__ import annotations

import tomllib

import yaml

from tests.support.paths import ROOT


def test_the_citation_file_says_what_its_format_demands() -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= said.keys()
    assert said["cff-version"] == "1.2.0"
    assert said["type"] in ("software", "dataset")
    assert said["license"] == ["CC-BY-4.0", "MIT"]
    assert all(set(author) <= {"name"} or {"family-names"} <= set(author) for author in said["authors"])


def test_it_names_the_version_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"] == project["version"]
