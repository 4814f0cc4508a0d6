"""Linters of the site's own scripts and style sheets, where npm is: ESLint, stylelint and the TypeScript compiler."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support.node import installed
from tests.support.paths import ROOT

ESLINT = ("eslint@9.39.1",)
STYLELINT = ("stylelint@16.25.0", "stylelint-config-standard@39.0.1")
TYPESCRIPT = ("typescript@5.9.3",)
SECONDS = 240


def script_remarks(scripts: Sequence[Path]) -> str:
    """What ESLint remarks on scripts; empty where it has nothing to say. Raises ``MissingError``."""
    modules = installed(*ESLINT)
    words = ["--config", str(ROOT / "eslint.config.mjs"), "--max-warnings", "0"]
    return _said(modules, "eslint/bin/eslint.js", [*words, *map(str, scripts)], scripts[0].parent)


def style_remarks(sheets: Sequence[Path]) -> str:
    """What stylelint remarks on style sheets; empty where it has nothing to say. Raises ``MissingError``."""
    modules = installed(*STYLELINT)
    words = ["--config", str(ROOT / "stylelint.config.mjs"), "--config-basedir", str(modules)]
    return _said(modules, "stylelint/bin/stylelint.mjs", [*words, *map(str, sheets)])


def type_remarks(scripts: Sequence[Path]) -> str:
    """What the TypeScript compiler remarks on scripts; empty where it has nothing to say. Raises ``MissingError``."""
    modules = installed(*TYPESCRIPT)
    words = ["--noEmit", "--allowJs", "--checkJs", "--strict", "false", "--pretty", "false"]
    aims = [
        "--target",
        "es2022",
        "--module",
        "es2022",
        "--moduleResolution",
        "bundler",
        "--lib",
        "es2023,dom,dom.iterable",
    ]
    return _said(modules, "typescript/bin/tsc", [*words, *aims, *map(str, scripts)])


def _said(modules: Path, program: str, words: list[str], folder: Path = ROOT) -> str:
    """Everything a program says, or its exit code where it fails without a word; ESLint reads only in ``folder``."""
    environment = {**os.environ, "NODE_MODULES": str(modules), "NO_COLOR": "1"}
    command = ["node", str(modules / program), *words]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=SECONDS, cwd=folder, env=environment
    )
    said = (run.stdout + run.stderr).strip()
    return said or (f"{program} ended with {run.returncode}" if run.returncode else "")
