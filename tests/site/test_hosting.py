"""What a host is told of a site, and the files in ``deploy/``."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.cli import main
from dossier.site.csp import headers
from dossier.site.hosting import HASHED, headers_file, nginx_files
from tests.support.paths import ROOT

HEADERS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
WORKFLOW = ROOT / "deploy" / "github-pages.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_headers").write_text(headers_file("/", HEADERS))
    (tmp_path / "_redirects").write_text("/actors/old/ /actors/new/ 301\n")
    return tmp_path


def test_every_page_gets_the_headers_and_the_policy(mini_site: Path) -> None:
    first, *_ = re.split(r"\n(?=/)", (mini_site / "_headers").read_text("utf-8"))
    assert first.startswith("/*\n")
    for name in headers([]):
        assert f"\n  {name}: " in first


def test_a_site_below_the_root_of_its_host_names_its_own_paths() -> None:
    text = headers_file("/dossier/", HEADERS)
    assert [line for line in text.splitlines() if line.startswith("/")] == [
        "/dossier/*",
        *(f"/dossier/{pattern}" for pattern in HASHED),
    ]


def test_only_files_with_a_hash_in_their_name_are_kept_for_good_and_no_two_rules_fit_one(mini_site: Path) -> None:
    files = [path.relative_to(mini_site).as_posix() for path in mini_site.rglob("*") if path.is_file()]
    fitting = {name: [pattern for pattern in HASHED if fnmatch(name, pattern)] for name in files}
    kept = [name for name, patterns in fitting.items() if patterns]
    assert all(len(patterns) <= 1 for patterns in fitting.values())
    assert len(kept) > 20
    assert [name for name in kept if not re.search(r"[._][0-9a-f]{7,8}\.", name)] == []


def test_nginx_is_told_the_same(site: Path) -> None:
    files = nginx_files(site)
    assert files["redirects.conf"] == '"/actors/old/" "/actors/new/";\n"/actors/old" "/actors/new/";\n'
    lines = files["headers.conf"].splitlines()
    assert lines[-1] == "add_header Content-Security-Policy \"default-src 'none'\" always;"
    assert len(lines) == len(HEADERS)


@pytest.mark.parametrize("policy", ['script-src "x"', "report-uri $request", "a\\"])
def test_what_nginx_would_misread_is_refused(site: Path, policy: str) -> None:
    (site / "_headers").write_text(headers_file("/", {"Content-Security-Policy": policy}))
    with pytest.raises(ValueError, match="nginx would misread"):
        nginx_files(site)


def test_the_command_writes_both_files(site: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["nginx", str(site), "--into", str(tmp_path / "etc")])
    assert done.exit_code == 0
    assert {path.name: path.read_text() for path in (tmp_path / "etc").iterdir()} == nginx_files(site)


def test_the_command_says_where_there_is_no_site(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["nginx", str(tmp_path), "--into", str(tmp_path / "etc")])
    assert done.exit_code == 1
    assert "is no built site" in done.output
    assert not (tmp_path / "etc").exists()


def test_the_workflow_runs_only_actions_that_cannot_change_and_has_no_secret() -> None:
    text = WORKFLOW.read_text("utf-8")
    flow = yaml.safe_load(text)
    used = [step["uses"] for job in flow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) == 5
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action in used)
    assert all(re.search(rf"{action} # v\d+\.\d+\.\d+$", text, re.MULTILINE) for action in used)
    assert "secrets." not in text
    assert flow["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job for job in flow["jobs"].values())


def test_the_workflow_runs_commands_that_are_there_and_leaves_full_texts_out() -> None:
    flow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    lines = [step["run"] for step in flow["jobs"]["build"]["steps"] if "run" in step]
    assert lines == ["scripts/check", "scripts/build --public"]
    assert all((WORKFLOW.parent.parent / line.split()[0]).exists() for line in lines)
