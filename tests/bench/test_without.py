from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.corpus.corpus import Corpus
from tests.bench.without import WAYS, without


def read(site: Path, name: str) -> Any:
    return json.loads((site / f"search/{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("way", WAYS)
def test_a_way_is_taken_out_of_a_copy_alone(mini: Corpus, mini_site: Path, tmp_path: Path, way: str) -> None:
    files = [mini_site / "search/topics.json", mini_site / "search/rules.json", mini_site / "assets/dossier/topics.js"]
    before = [one.read_bytes() for one in files]
    lacking = without(way, mini_site, mini, tmp_path / "site")
    assert [one.read_bytes() for one in files] == before
    assert [(lacking / one.relative_to(mini_site)).read_bytes() for one in files] != before


def test_what_is_left_is_what_is_said(mini: Corpus, mini_site: Path, tmp_path: Path) -> None:
    plain = read(without("asked_as", mini_site, mini, tmp_path / "asked"), "topics")
    whole = read(without("stems", mini_site, mini, tmp_path / "stems"), "topics")
    (keepers,) = [row for row in plain["topics"] if row[0] == "questions/how-many-keepers/"]
    assert keepers[3] == ""
    assert any("keepers" in way.split() for row in whole["topics"] for way in row[3].split(";"))
