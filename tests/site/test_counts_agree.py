"""After a record is withdrawn and two are merged, every format holds the same records, and the pages count the same."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editing.withdrawing import Along
from dossier.load import load
from dossier.model.addresses import SECTIONS, url_for
from dossier.model.vocabulary import KINDS
from dossier.renderers.mkdocs import prose_of
from dossier.search.entries import entries
from dossier.site.build import build
from tests.support.moves import merged, withdrawn
from tests.support.paths import MINI
from tests.support.workbooks import sheets_of

Held = dict[str, set[str]]
TABLES = {kind: f"{kind}s" for kind in KINDS}

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, Path]:
    """The corpus of the invented dossier in which records were withdrawn and merged, and the folder of its site."""
    folder = tmp_path_factory.mktemp("moved")
    root = shutil.copytree(MINI, folder / "mini")
    merged(root, "reed-wardens", "lamp-guild")
    merged(root, "tarn-1931-c02", "tarn-1931-c01")
    withdrawn(root, "keeper-talks", Along(links=True))
    build(root, folder / "site", prose_of, search=False)
    return load(root), folder / "site"


def _records(data: Path) -> Any:
    return json.loads((data / "dossier.json").read_text("utf-8"))


def in_json(data: Path) -> Held:
    told = _records(data)
    return {kind: {one["id"] for one in told[section]} for kind, section in SECTIONS.items()}


def in_csv(data: Path) -> Held:
    def ids(name: str) -> set[str]:
        with (data / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return {row["id"] for row in csv.DictReader(file)}

    return {kind: ids(name) for kind, name in TABLES.items()}


def in_the_workbook(data: Path) -> Held:
    sheets = sheets_of((data / "dossier.xlsx").read_bytes())
    return {kind: {str(row[0]) for row in sheets[name][1:]} for kind, name in TABLES.items()}


def in_the_database(data: Path) -> Held:
    with closing(sqlite3.connect(f"file:{data / 'dossier.sqlite'}?mode=ro", uri=True)) as opened:
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            kind: {key for (key,) in opened.execute(f"SELECT id FROM {name}")}  # noqa: S608  names of ours
            for kind, name in TABLES.items()
        }


def in_linked_data(data: Path) -> Held:
    told = json.loads((data / "dossier.jsonld").read_text("utf-8"))["@graph"]
    pages = [str(node["@id"]) for node in told if str(node.get("@id", "")).endswith("/#subject")]
    return {
        kind: {page.split("/")[-2] for page in pages if f"/{section}/" in page} for kind, section in SECTIONS.items()
    }


def on_pages(data: Path) -> Held:
    """The pages that there are, without those in the place of what is gone."""
    site, gone = data.parent, {one["id"] for one in _records(data)["redirects"]}
    return {
        kind: {one.parent.name for one in (site / section).glob("*/index.json") if one.parent.name not in gone}
        for kind, section in SECTIONS.items()
    }


@pytest.mark.parametrize("read", [in_json, in_csv, in_the_workbook, in_the_database, in_linked_data, on_pages])
def test_every_format_holds_the_records_that_there_are(
    moved: tuple[Corpus, Path], read: Callable[[Path], Held]
) -> None:
    corpus, site = moved
    expected: Held = {kind: set() for kind in KINDS}
    for record in corpus.records.values():
        expected[record.kind_of_record].add(record.id)
    assert read(site / "data") == expected


def test_maps_names_and_search_hold_them_too(moved: tuple[Corpus, Path]) -> None:
    corpus, site = moved
    held = in_json(site / "data")
    for kind in ("place", "event"):
        told = json.loads((site / f"data/{kind}s.geojson").read_text("utf-8"))
        assert {one["id"] for one in told["features"]} == held[kind]
    with (site / "data/names-to-match.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} == held["actor"] | held["place"]
    found = {one.address for one in entries(corpus)}
    assert {url_for(one) for one in corpus.records.values()} <= found
    gone = {f"{SECTIONS[one.kind]}/{one.id}/": one.to is None for one in corpus.redirects.values()}
    assert {address for address, is_withdrawn in gone.items() if is_withdrawn} == set(gone) & found
    kinds = Counter(one.kind for one in entries(corpus))
    assert {kind: kinds[words[0]] for kind, words in KINDS.items()} == {kind: len(ids) for kind, ids in held.items()}


def test_the_page_of_the_data_and_the_lists_count_them(moved: tuple[Corpus, Path]) -> None:
    _, site = moved
    held = in_json(site / "data")
    words = " ".join(re.sub("<[^>]+>", "", (site / "data/index.html").read_text("utf-8")).split())
    for kind, (one, many) in KINDS.items():
        number = len(held[kind])
        assert f"{number} {(one if number == 1 else many).lower()}" in words
        listing = (site / SECTIONS[kind] / "index.html").read_text("utf-8")
        assert all(f"{key}/" in listing for key in held[kind]), kind


def test_statements_of_what_is_gone_are_gone_and_those_of_what_was_merged_are_with_the_other(
    moved: tuple[Corpus, Path],
) -> None:
    data = moved[1] / "data"
    texts = {path.name: path.read_text("utf-8") for path in (data / "csv").glob("*.csv")}
    about = texts["claim_about.csv"].splitlines()[1:]
    assert not [row for row in about if row.endswith((",reed-wardens", ",keeper-talks"))]
    names = {tuple(row.split(",")[::2][:2]) for row in texts["names.csv"].splitlines()}
    assert ("lamp-guild", "Reed Wardens") in names
    assert not [name for name in ("participants.csv", "event_dates.csv") if "keeper-talks" in texts[name]]
    gone = {row.split(",")[0] for row in texts["redirects.csv"].splitlines()[1:]}
    assert gone == {"wick-brotherhood", "fog-bell", "reed-wardens", "tarn-1931-c02", "keeper-talks"}
