"""What a curator types and reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.editing import draft as drafts
from dossier.editions.publishing import publish
from dossier.editions.state import Edition
from dossier.load import load
from tests.conftest import Changed
from tests.editions.test_publishing import small
from tests.support.changes import added, swapped
from tests.support.files import snapshot


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root)])


def test_a_record_is_renamed_and_told(root: Path) -> None:
    result = run(root, "rename", "keeper-talks", "talks-1905")
    assert (result.exit_code, result.output.split("\n")[:2]) == (
        0,
        [
            "The event keeper-talks is now talks-1905. It is still called “Talks between guild and wardens”.",
            "Replaced in 2 places of 2 files.",
        ],
    )
    assert "Moved data/events/keeper-talks.yaml to data/events/talks-1905.yaml.\n" in result.output
    assert run(root, "check").output.startswith("No problems")


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "lamp-guild", "guild"),
        ("rename", "docs/origins.md", "docs/oath.md"),
        ("merge", "reed-wardens", "lamp-guild"),
        ("withdraw", "quay-2002-c05", "--why", "It was read wrongly."),
    ],
)
def test_a_trial_tells_the_same_and_writes_nothing(root: Path, words: tuple[str, ...]) -> None:
    before = snapshot(root)
    tried = run(root, *words, "--dry-run")
    assert (tried.exit_code, snapshot(root)) == (0, before)
    assert f"{run(root, *words).output}Nothing is written.\n" == tried.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rename", "lamp-gild", "x"), 'Error: no record “lamp-gild”; did you mean "lamp-guild"?\n'),
        (
            ("merge", "brisa", "lamp-guild"),
            "Error: “brisa” is a place and “lamp-guild” an actor; name two of one kind\n",
        ),
        (
            ("rename", "brisa", "x", "--why", "<b>"),
            'Error: "<b" is not allowed in a text; records hold words, no HTML and no script\n',
        ),
        (("withdraw", "brisa", "--why", " "), "Error: the reason is empty; say with --why in a sentence why\n"),
    ],
)
def test_a_refusal_is_one_line(root: Path, words: tuple[str, ...], said: str) -> None:
    result = run(root, *words)
    assert (result.exit_code, result.output) == (1, said)


def test_what_stands_in_the_way_is_listed_as_a_check_lists_it(root: Path) -> None:
    result = run(root, "withdraw", "north-head", "--why", "No source names it.")
    lines = result.output.split("\n")
    assert lines[0] == (
        "data/events/great-lamp-fire.yaml:7:5: error[rests-on-it] placed.1: place north-head is about north-head; "
        "name another claim, or let it go along: --with-statements"
    )
    assert lines[-2] == "Error: 2 places stand in the way, and nothing is written; see to these first"
    assert result.exit_code == 1


def test_a_dossier_with_mistakes_is_mended_first(changed: Changed) -> None:
    root = changed({"data/places/brisa.yaml": swapped("type: region", "type: regoin")})
    result = run(root, "rename", "lamp-guild", "guild")
    assert result.exit_code == 1
    assert "1 problem before anything was done; mend first" in result.output


def test_a_change_that_would_break_a_rule_is_not_written(root: Path) -> None:
    before = snapshot(root)
    result = run(root, "merge", "tarn-1931-c06", "tarn-1931-c05")
    assert 'error[claim-relations] supports.1: supports "tarn-1931-c05"' in result.output
    assert "would come of it" in result.output
    assert (result.exit_code, snapshot(root)) == (1, before)


def test_a_notice_that_comes_of_it_is_told(changed: Changed) -> None:
    root = changed(
        {"data/actors/tide-gazette.yaml": added("  - {text: LG, kind: alias}\n"), "data/accepted.yaml": ACCEPTED}
    )
    result = run(root, "merge", "tide-gazette", "ada-veyl")
    assert "data/accepted.yaml: took out what accepted a notice shared-names that is gone" in result.output
    assert "notice[shared-names]" in result.output
    assert run(root, "check").exit_code == 0


ACCEPTED = """- rule: shared-names
  record: tide-gazette
  words: “LG” is a name of lamp-guild too
  why: It is invented.
"""


def test_an_edition_can_be_published_afterwards_with_the_reason_given_once(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(root, site, Edition("1", "2020-01-01"), small)
    for words in (
        ("rename", "tarn-1931", "tarn-mirela-1931"),
        ("merge", "board-1934-c01", "board-1934-c04"),
        ("merge", "ada-veyl", "tide-gazette"),
        ("withdraw", "guild-founding", "--why", "It is told elsewhere."),
        ("withdraw", "quay-2002-c05", "--why", "It was read wrongly."),
        ("rename", "how-many-keepers#ninety", "how-many-keepers#about-ninety"),
    ):
        assert run(root, *words).exit_code == 0, words
    step = publish(root, site, Edition("2", "2099-01-01"), small)
    became = {change.record: change.type for change in step.changes}
    assert (became["tarn-1931-c01"], became["board-1934-c01"]) == ("renamed", "merged")
    assert (became["quay-2002-c05"], became["guild-founding"]) == ("withdrawn", "withdrawn")
    told = {one.record: one.changed for one in load(root).corrections}
    assert told["quay-2002-c02"] == "It is no longer about “The guild is founded”, which was withdrawn."
    assert (
        told["board-1934-c04"] == "board-1934-c01 was merged into it; changed in this claim: paragraphs, about, value."
    )


def test_a_command_that_is_stopped_leaves_the_files_as_they_were(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    before = snapshot(root)
    monkeypatch.setattr(drafts, "write", stopped)
    run(root, "rename", "lamp-guild", "guild")
    assert snapshot(root) == before


def test_line_ends_of_windows_stay(changed: Changed) -> None:
    page = "docs/sources/quay-2002.md"
    root = changed({page: lambda text: text.replace("\n", "\r\n")})
    before = (root / page).read_bytes()
    assert run(root, "rename", "lamp-guild", "guild").exit_code == 0
    assert (root / page).read_bytes() == before.replace(b"lamp-guild", b"guild")
