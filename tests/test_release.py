"""``scripts/release``, in a repository of its own whose tests pass or fail at once."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import ROOT

FILES = {
    "pyproject.toml": '[project]\nname = "dossier"\nversion = "0.1.0"\n',
    "CITATION.cff": "cff-version: 1.2.0\nversion: 0.1.0\n",
    "CHANGELOG.md": "# Changelog\n\n## 0.2.0 (unreleased)\n\n- A change.\n\n## 0.1.0 (2024-01-02)\n\n- The first.\n",
    "scripts/test": "#!/bin/sh\necho tested\n",
}


def git(root: Path, *words: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    (tmp_path / "scripts").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    shutil.copy(ROOT / "scripts/release", tmp_path / "scripts/release")
    (tmp_path / "scripts/test").chmod(0o755)
    git(tmp_path, "init", "--quiet")
    committed(tmp_path)
    git(tmp_path, "tag", "v0.1.0")
    return tmp_path


def committed(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "A state")


def release(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([root / "scripts/release", *words], cwd="/", capture_output=True, text=True, check=False)


def test_a_release_writes_version_and_date_commits_and_tags(root: Path) -> None:
    done = release(root, "0.2.0")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["tested", "Released 0.2.0. To send it: git push origin HEAD v0.2.0"]
    assert 'version = "0.2.0"' in (root / "pyproject.toml").read_text()
    assert "cff-version: 1.2.0\nversion: 0.2.0\n" in (root / "CITATION.cff").read_text()
    assert re.search(r"^## 0\.2\.0 \(\d{4}-\d\d-\d\d\)$", (root / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "log", "-1", "--format=%s").strip() == "Release 0.2.0"
    assert git(root, "rev-parse", "v0.2.0^{commit}") == git(root, "rev-parse", "HEAD")
    assert git(root, "cat-file", "-t", "v0.2.0").strip() == "tag"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "say which"),
        (("0.2.0", "0.3.0"), "say which"),
        (("v0.2.0",), "is no version"),
        (("0.2",), "is no version"),
        (("0.02.0",), "is no version"),
        (("0.1.0",), "the tag v0.1.0 is there already"),
        (("0.0.9",), "0.1.0 is released already"),
        (("0.3.0",), 'no section "## 0.3.0 (unreleased)"'),
    ],
)
def test_a_wrong_version_is_refused(root: Path, words: tuple[str, ...], reason: str) -> None:
    refused(root, words, reason)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("scripts/test", "#!/bin/sh\nexit 1\n", "not all tests pass"),
        ("scripts/test", "#!/bin/sh\ntouch new\n", "the tests have changed files"),
        ("CHANGELOG.md", "## 0.2.0 (unreleased)\n\n## 0.1.0 (2024-01-02)\n\n- The first.\n", "says nothing"),
        ("CITATION.cff", "cff-version: 1.2.0\n", "CITATION.cff needs one line"),
        ("pyproject.toml", 'version = "1"\nversion = "2"\n', "pyproject.toml needs one line"),
        (".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n", "stopped; all is as it was"),
    ],
)
def test_a_state_that_is_not_ready_is_refused(root: Path, name: str, text: str, reason: str) -> None:
    (root / name).write_text(text)
    (root / name).chmod(0o755)
    if not name.startswith(".git/"):
        committed(root)
    refused(root, ("0.2.0",), reason)


def test_a_tree_with_changes_is_refused(root: Path) -> None:
    (root / "new.txt").write_text("new")
    refused(root, ("0.2.0",), "the tree is not clean")


def refused(root: Path, words: tuple[str, ...], reason: str) -> None:
    before = git(root, "rev-parse", "HEAD"), git(root, "tag"), (root / "CHANGELOG.md").read_text()
    done = release(root, *words)
    assert done.returncode != 0
    assert reason in done.stderr
    assert (git(root, "rev-parse", "HEAD"), git(root, "tag"), (root / "CHANGELOG.md").read_text()) == before
    assert git(root, "diff", "HEAD") == ""
