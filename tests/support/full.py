"""The full mode of the tests, ``FULL=1``: every screen for every page, for which a change need not wait."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

T = TypeVar("T")

FULL = os.environ.get("FULL") == "1"
in_full = pytest.mark.skipif(not FULL, reason="in the full mode: FULL=1 scripts/test")


def unless_full(some: Sequence[T], everything: Sequence[T]) -> Sequence[T]:
    """What is looked at: ``some``, and in the full mode everything."""
    return everything if FULL else some
