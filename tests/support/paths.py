"""Where the tests find what they read."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"
MINI = TESTS / "mini"
BROKEN = TESTS / "broken"
GOLDEN = TESTS / "golden"
