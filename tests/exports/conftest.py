"""The invented dossier, exported once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports import Download, write_downloads
from dossier.exports.all_tables import all_tables
from dossier.exports.tables import Table
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import swapped

BASE = "https://lamp.example/"


@pytest.fixture(scope="session")
def edition() -> Edition:
    return Edition("2024.1", "2024-03-01")


@pytest.fixture(scope="session")
def tables(mini: Corpus) -> dict[str, Table]:
    return {table.name: table for table in all_tables(mini, BASE)}


@pytest.fixture
def disputed(changed: Changed) -> Corpus:
    """The dossier in which the one source that tells of the event ``keeper-talks`` disputes it."""
    old, new = (f"certainty: {word}\n  paragraphs: [4]" for word in ("hedged", "disputed-by-author"))
    return load(changed({"data/claims/tarn-1931.yaml": swapped(old, new)}))


@pytest.fixture(scope="session")
def exported(mini: Corpus, edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Download]]:
    """The folder ``data`` of the exported dossier, not to be written to, and what stands in it."""
    site = tmp_path_factory.mktemp("exported")
    downloads = write_downloads(site, mini, base_url=BASE, site_name="Lamp Dossier", edition=edition)
    return site / "data", downloads


@pytest.fixture(scope="session")
def data(exported: tuple[Path, list[Download]]) -> Path:
    return exported[0]
