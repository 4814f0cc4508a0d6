"""Editions: the states of the site that are published and stay as they were."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """A published state of the site: its name (``2026.1``; empty for what is not published) and its ISO date."""

    name: str
    date: str
