"""Lighthouse on the pages that readers land on, where npm is: all that does not depend on this machine's speed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from tests.support.full import in_full
from tests.support.hosting import hosting
from tests.support.kinds import kinds_of_page
from tests.support.lighthouse import CATEGORIES, KINDS, measured
from tests.support.node import MissingError

STEADY = CATEGORIES[1:]


@in_full
def test_lighthouse_gives_all_points(built: tuple[Path, Corpus]) -> None:
    folder, corpus = built
    pages = kinds_of_page(corpus)
    with hosting(folder) as base:
        try:
            found = measured((base + pages[kind] for kind in KINDS), STEADY)
        except MissingError as missing:
            pytest.skip(f"Lighthouse is not run: {missing}")
    assert [(one.url.removeprefix(base), one.failed) for one in found if set(one.scores) != {100}] == []
    assert len(found) == len(KINDS)
