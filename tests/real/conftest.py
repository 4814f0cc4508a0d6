"""The real dossier, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.building import build
from dossier.corpus import Corpus
from dossier.plugin import render
from tests.links import BuiltPage, read_site

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """The folder of the built site, and its corpus."""
    folder = tmp_path_factory.mktemp("real") / "site"
    return folder, build(ROOT, folder, render)


@pytest.fixture(scope="session")
def site(built: tuple[Path, Corpus]) -> dict[str, BuiltPage]:
    return read_site(built[0])


@pytest.fixture(scope="session")
def corpus(built: tuple[Path, Corpus]) -> Corpus:
    return built[1]
