from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.editing.draft import Draft
from dossier.editing.named_ids import RefusedError
from dossier.editing.renaming import rename
from dossier.load import load
from dossier.model.records import Question
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.moves import TODAY, WHY, renamed
from tests.support.paths import MINI

KINDS = [
    ("lamp-guild", "guild-of-lamps"),
    ("great-lamp-fire", "fire-of-1903"),
    ("brisa", "island-of-brisa"),
    ("when-founded", "founded-when"),
    ("tarn-1931", "tarn-mirela-1931"),
    ("quay-2002-c03", "quay-2002-c33"),
    ("who-lit-the-fire#nobody", "who-lit-the-fire#no-one"),
]
MINIS = load(MINI)
ANY = sorted([*MINIS.records, *(f"{one.id}#{position.id}" for one in MINIS.of(Question) for position in one.positions)])


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


@pytest.mark.parametrize(("old", "new"), KINDS)
def test_each_kind_is_renamed_everywhere_and_its_address_leads_on(root: Path, old: str, new: str) -> None:
    told = renamed(root, old, new)
    corpus = load(root)
    assert f" {old} is now {new}" in told[0]
    if "#" in old:
        moved = {one.from_: (one.to, one.reason, one.why) for one in corpus.position_redirects.items}
        assert moved[old] == (new, "renamed", WHY)
    else:
        redirect, record = corpus.redirects[old], corpus.records[new]
        assert (redirect.to, redirect.reason, redirect.why) == (new, "renamed", WHY)
        assert redirect.heading == record.heading == MINIS.records[old].heading
        assert str(redirect.date) == TODAY.isoformat()
    whole = re.compile(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])".encode())
    left = [file for file, content in snapshot(root).items() if whole.search(content)]
    assert set(left) <= {"data/redirects.yaml", "data/corrections.yaml", "data/sources/tarn-mirela-1931.yaml"}


def test_a_source_takes_its_claims_its_article_and_its_uses_along(root: Path) -> None:
    told = renamed(root, "tarn-1931", "tarn-mirela-1931")
    corpus = load(root)
    assert [claim.id for claim in corpus.claims_of("tarn-mirela-1931")] == [
        f"tarn-mirela-1931-c0{n}" for n in range(1, 8)
    ]
    assert corpus.redirects["tarn-1931-c05"].to == "tarn-mirela-1931-c05"
    assert corpus.redirects["tarn-1931-c05"].said == MINIS.claim("tarn-1931-c05").text
    assert corpus.actor("ada-veyl").names[0].used_by == ("tarn-mirela-1931#p1",)
    assert not list(root.rglob("tarn-1931.*"))
    # No captured article lies in the dossier: where it lies, it has the name that the record gives.
    assert any("still looked for as tarn-1931.txt" in line for line in told)
    assert corpus.source("tarn-mirela-1931").capture.file == "tarn-1931.txt"  # type: ignore[union-attr]


def test_a_capture_in_the_dossier_goes_along(changed: Changed) -> None:
    root = changed({"captures/tarn-1931.txt": "The text.\n"})
    renamed(root, "tarn-1931", "tarn-mirela-1931")
    assert (root / "captures/tarn-mirela-1931.txt").read_text("utf-8") == "The text.\n"
    assert "file: tarn-mirela-1931.txt" in (root / "data/sources/tarn-mirela-1931.yaml").read_text("utf-8")


def test_files_that_do_not_name_the_record_keep_their_bytes_and_so_does_the_rest_of_those_that_do(root: Path) -> None:
    before = snapshot(root)
    renamed(root, "lamp-guild", "guild-of-lamps")
    after = snapshot(root)
    after["data/actors/lamp-guild.yaml"] = after.pop("data/actors/guild-of-lamps.yaml")
    redirects = after.pop("data/redirects.yaml").replace(b"guild-of-lamps", b"lamp-guild")
    assert redirects.startswith(before.pop("data/redirects.yaml"))
    before.pop("data/corrections.yaml")
    after.pop("data/corrections.yaml")
    assert {file: text.replace(b"guild-of-lamps", b"lamp-guild") for file, text in after.items()} == before


def test_what_led_to_the_old_id_leads_to_the_new_at_once(root: Path) -> None:
    renamed(root, "lamp-guild", "guild-of-lamps")
    renamed(root, "guild-of-lamps", "guild")
    redirects = load(root).redirects
    assert [redirects[one].to for one in ("wick-brotherhood", "lamp-guild", "guild-of-lamps")] == ["guild"] * 3


def test_former_positions_go_with_their_question(root: Path) -> None:
    renamed(root, "how-many-keepers", "keepers")
    moved = [(one.from_, one.to) for one in load(root).position_redirects.items]
    assert ("keepers#forty", "keepers#at-least-forty") in moved
    renamed(root, "keepers#at-least-forty", "keepers#forty-or-more")
    moved = [(one.from_, one.to) for one in load(root).position_redirects.items]
    assert {("keepers#forty", "keepers#forty-or-more"), ("keepers#at-least-forty", "keepers#forty-or-more")} <= set(
        moved
    )


@settings(max_examples=12)
@given(old=st.sampled_from(ANY))
def test_there_and_back_gives_the_bytes_of_before_but_in_redirects(
    tmp_path_factory: pytest.TempPathFactory, old: str
) -> None:
    root = _copied(tmp_path_factory)
    before = snapshot(root)
    question, mark, position = old.partition("#")
    new = f"{question}{mark}x-{position}" if mark else f"x-{old}"
    if old in MINIS.records and MINIS.records[old].kind_of_record == "claim":
        new = f"{old}9"
    renamed(root, old, new)
    renamed(root, new, old)
    after = snapshot(root)
    former = before.pop("data/redirects.yaml")
    assert after.pop("data/redirects.yaml").startswith(former)
    assert after == before


def _copied(factory: pytest.TempPathFactory) -> Path:
    root = factory.mktemp("renamed") / "mini"
    shutil.copytree(MINI, root)
    return root


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("lamp-gild", "x", 'no record “lamp-gild”; did you mean "lamp-guild"?'),
        ("wick-brotherhood", "x", "“wick-brotherhood” has moved: name “lamp-guild”"),
        ("fog-bell", "x", "“fog-bell” was withdrawn already"),
        ("brisa", "saltmouth", "“saltmouth” is taken: it is a place, “Saltmouth”"),
        ("brisa", "fog-bell", "“fog-bell” was taken: it is the former id of another place, and ids are permanent"),
        ("brisa", "Brisa", '"Brisa" is no id; write lower-case letters, digits and hyphens'),
        ("brisa", "con", '"con" is a name that Windows keeps for a device'),
        ("brisa", "x" * 81, f'"{"x" * 80}…": String should have at most 80 characters'),
        ("brisa", "brisa", "“brisa” is its id already"),
        ("quay-2002-c01", "quay-1", "“quay-1” does not name the claim's source; write quay-2002-c and a number"),
        ("quay-2002", "tarn-1931-c77", "“tarn-1931-c77” is written like the id of a claim; choose another"),
        ("brisa", "tarn-1931-c77", "“tarn-1931-c77” is written like the id of a claim; choose another"),
        ("when-founded#in-1901", "in-1902", "a position stays on its question; write when-founded# and its new id"),
        ("when-founded#in-1901", "when-founded#in-1904", "“when-founded#in-1904” was taken: it is the former id of "),
        ("when-founded#in-1901", "when-founded#around-1898", "“when-founded#around-1898” is taken by another position"),
        ("when-founded#in-1902", "x", '“when-founded” has no position “in-1902”; did you mean "in-1901"?'),
        ("brisa#x", "x", "“brisa” is a place and has no positions"),
        ("docs/sources/quay-2002.md", "docs/x.md", "an article bears the id of its source; rename quay-2002"),
        ("docs/nowhere.md", "docs/x.md", "no page “nowhere/”; mend its address"),
        ("docs/origins.md", "docs/quarrel.md", "there is a page quarrel/ already"),
        ("docs/origins.md", "docs/Origins.md", '"Origins" is no address of a page; write lower-case letters'),
        ("docs/index.md", "docs/home.md", "the home page has no other address"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(root: Path, old: str, new: str, said: str) -> None:
    before = snapshot(root)
    with pytest.raises(RefusedError) as refused:
        renamed(root, old, new)
    assert str(refused.value).startswith(said)
    assert snapshot(root) == before


def test_the_menu_and_links_to_an_article_go_with_its_source(changed: Changed) -> None:
    link = "\nSee [the report](../sources/board-1934.md#p1), `[x](../sources/board-1934.md)`.\n"
    menu = "\n  - Report: sources/board-1934.md\n"
    root = changed(
        {"docs/about/index.md": added(link), "mkdocs.yml": lambda text: text.replace("\nnav:\n", f"\nnav:{menu}")}
    )
    renamed(root, "board-1934", "harbour-1934")
    assert "[the report](../sources/harbour-1934.md#p1), `[x](../sources/board-1934.md)`" in (
        root / "docs/about/index.md"
    ).read_text("utf-8")
    assert "- Report: sources/harbour-1934.md\n" in (root / "mkdocs.yml").read_text("utf-8")


def test_a_page_moves_with_links_doors_and_what_led_to_it(changed: Changed) -> None:
    root = changed(
        {
            "docs/about/index.md": added("\nSee [the oath](../origins.md#the-oath).\n"),
            "docs/origins.md": swapped(
                "## The money", "See [the quarrel](quarrel.md) [@quay-2002-c02].\n\n## The money"
            ),
        }
    )
    told = renamed(root, "origins/", "history/beginnings/")
    assert told[0] == "The page origins/ is now history/beginnings/. It is still called “Origins”."
    assert "[the oath](../history/beginnings.md#the-oath)" in (root / "docs/about/index.md").read_text("utf-8")
    assert "[the quarrel](../quarrel.md)" in (root / "docs/history/beginnings.md").read_text("utf-8")
    assert "page: history/beginnings/" in (root / "docs/index.md").read_text("utf-8")
    assert "history/beginnings.md" in (root / "mkdocs.yml").read_text("utf-8")
    moved = {one.from_: (one.to, one.title) for one in load(root).page_redirects.items}
    assert moved["origins/"] == ("history/beginnings/", "Origins")
    assert moved["history/"] == ("history/beginnings/", "History of the guild")


def test_nothing_is_on_the_disk_before_it_is_written(root: Path) -> None:
    before = snapshot(root)
    rename(Draft(root), load(root), "lamp-guild", "guild-of-lamps", WHY, TODAY)
    assert snapshot(root) == before


def test_a_file_of_windows_keeps_its_line_ends(root: Path) -> None:
    claims = root / "data/claims/tarn-1931.yaml"
    claims.write_bytes(claims.read_bytes().replace(b"\n", b"\r\n"))
    renamed(root, "lamp-guild", "guild-of-lamps")
    after = claims.read_bytes()
    assert b"guild-of-lamps" in after
    assert after.count(b"\n") == after.count(b"\r\n")
