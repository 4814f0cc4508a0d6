from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from dossier.checking.plausibility import notices
from dossier.checking.plausibility.given import Given
from dossier.load import read
from dossier.problems import listing, ordered
from tests.conftest import Change, Changed

Noticed = Callable[..., list[str]]


@pytest.fixture
def noticed(changed: Changed) -> Noticed:
    """Changes files of a copy of ``mini`` and gives the lines of what is odd, sorted."""

    def lines(files: Mapping[str, Change], given: Given = Given(date(2026, 11, 28))) -> list[str]:  # noqa: B008  frozen
        corpus, _ = read(changed(files))
        return listing(ordered(notices(corpus, given))).splitlines()

    return lines
