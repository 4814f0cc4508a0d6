"""What ``dossier check --fix`` mends, and what it leaves to the curator."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dossier.checking.rules import check
from dossier.commands.mending import mend
from dossier.load import read
from tests.conftest import Change, Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.paths import MINI

TODAY = date(2026, 11, 29)
GUILD, CLAIMS, BRISA = "data/actors/lamp-guild.yaml", "data/claims/tarn-1931.yaml", "data/places/brisa.yaml"
QUAY, TITLE, EVENT = "data/claims/quay-2002.yaml", "The guild was founded in 1901.", "data/events/keeper-talks.yaml"
CAPTURES = MINI.parent / "mini-captures"
ORIGINS = "docs/origins.md"


def mended(root: Path, *, captures: Path | None = None) -> list[str]:
    """What is told; afterwards the dossier has no problem, and there is nothing more to mend."""
    told = mend(root, TODAY, captures)
    corpus, problems = read(root)
    assert [*problems, *check(corpus)] == []
    assert mend(root, TODAY, captures) == []
    return told


def text(root: Path, file: str) -> str:
    return (root / file).read_text("utf-8")


def original(file: str) -> str:
    return (MINI / file).read_text("utf-8")


def with_bytes(content: bytes) -> Change:
    return content


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        (GUILD, b"\xef\xbb\xbf" + (MINI / GUILD).read_bytes(), "took out the byte order mark of UTF-8"),
        (GUILD, original(GUILD).encode("utf-16"), "turned UTF-16 into UTF-8"),
        (ORIGINS, original(ORIGINS).encode("utf-16"), "turned UTF-16 into UTF-8"),
        (GUILD, original(GUILD).encode("utf-32"), "turned UTF-32 into UTF-8"),
        (ORIGINS, (MINI / ORIGINS).read_bytes().replace(b"\n", b"\r\n"), "made line feeds of the ends of lines"),
        (GUILD, (MINI / GUILD).read_bytes().replace(b"\n", b"\r"), "made line feeds of the ends of lines"),
        (
            GUILD,
            original(GUILD).replace("Lamp Guild", "La\u00admp Gu\u200bild"),
            "took out 2 signs that nobody sees (U+00AD, U+200B)",
        ),
        (
            ORIGINS,
            "\ufeff" + original(ORIGINS).replace("The oath", "The\u200b oath"),
            "took out the byte order mark of UTF-8",
        ),
        (GUILD, original(GUILD).replace("type: org", "type:\torg"), "made blanks of 1 tab"),
        (GUILD, original(GUILD).replace("\n  - ", "\n\t- "), "made blanks of 6 tabs"),
        (GUILD, original(GUILD).replace("organisation\n", "organisation  \n"), "laid out anew"),
        (GUILD, original(GUILD).partition("\n")[2], "laid out anew"),
        (GUILD, original(GUILD).rstrip("\n"), "laid out anew"),
        (ORIGINS, original(ORIGINS) + "\n\n", "laid out anew"),
        (GUILD, original(GUILD).replace("type: organisation\n", "") + "type: organisation\n", "laid out anew"),
        (GUILD, original(GUILD).replace('"1903/.."', "1903/.."), "laid out anew"),
        (CLAIMS, original(CLAIMS).replace('"around that winter"', "around that winter"), "laid out anew"),
        (
            GUILD,
            original(GUILD).replace("type: org", "id: lamp-guild\ntype: org"),
            "took out id, for the file's name says it",
        ),
        (
            QUAY,
            original(QUAY).replace("- id: quay-2002-c02", "- id: quay-2002-c02\n  source: quay-2002"),
            "took source out of item 2, for the file says it",
        ),
    ],
)
def test_a_file_is_mended_to_what_it_was(changed: Changed, file: str, change: Change, said: str) -> None:
    root = changed({file: change})
    told = mended(root)
    assert text(root, file) == original(file)
    assert f"{file}: {said}" in told
    assert told[-1].startswith(f"Changed {file}")


@pytest.mark.parametrize(
    ("old", "new", "made", "said"),
    [
        (
            f"text: {TITLE}",
            "text: The guild had one aim: oil.",
            'text: "The guild had one aim: oil."',
            'line 13: put "The guild had one aim: oil." in quotation marks',
        ),
        (
            f"text: {TITLE}",
            "text: The guild had one aim: oil,\n    and it was: near.",
            'text: "The guild had one aim: oil, and it was: near."',
            'line 13: put "The guild had one aim: oil, and it was: near." in quotation marks',
        ),
        (
            f"text: {TITLE}",
            'text: "Oil" was the aim of the guild.',
            'text: "\\"Oil\\" was the aim of the guild."',
            'line 13: put ""Oil" was the aim of the guild." in quotation marks',
        ),
        (
            f"text: {TITLE}",
            "text: [sic] was the aim of the guild.",
            'text: "[sic] was the aim of the guild."',
            'line 13: put "[sic] was the aim of the guild." in quotation marks',
        ),
        (
            'anchor: {from: "the first ledger", to: "1901"}',
            'anchor: {from: the first: ledger, to: "1901"}',
            'anchor: {from: "the first: ledger", to: "1901"}',
            'line 17: put "the first: ledger" in quotation marks',
        ),
        (
            'value: {low: 40, unit: keepers, as_of: "1903"}',
            'value: {low: 1,040, unit: keepers, as_of: "1903"}',
            'value: {low: 1040, unit: keepers, as_of: "1903"}',
            "line 9: made 1040 of 1,040",
        ),
        (
            'value: {low: 40, unit: keepers, as_of: "1903"}',
            'value: {low: 40, unit: "keepers, of lamps", high: "1 040"}',
            'value: {low: 40, high: 1040, unit: "keepers, of lamps"}',
            "made 1040 of 1 040",
        ),
        (
            'value: {low: 40, unit: keepers, as_of: "1903"}',
            "value: {low: 40, unit: keepers, of lamps, as_given: forty}",
            'value: {low: 40, unit: "keepers, of lamps", as_given: forty}',
            'line 9: put "keepers, of lamps" in quotation marks',
        ),
    ],
)
def test_missing_quotation_marks_are_put(changed: Changed, old: str, new: str, made: str, said: str) -> None:
    root = changed({QUAY: swapped(old, new)})
    told = mend(root, TODAY)
    assert text(root, QUAY) == original(QUAY).replace(old, made)
    assert f"{QUAY}: {said}" in told
    assert mend(root, TODAY) == []


def test_prose_that_begins_with_a_link_is_broken_into_lines(changed: Changed) -> None:
    root = changed({EVENT: swapped("summary: ", "summary: [[saltmouth]] held talks: ")})
    mend(root, TODAY)
    assert "summary: >-\n  [[saltmouth]] held talks: " in text(root, EVENT)


def test_many_mistakes_are_mended_at_once_and_told_each(changed: Changed) -> None:
    root = changed({QUAY: lambda text: text.replace("guild", "guild: one")})
    told = [line for line in mend(root, TODAY) if "in quotation marks" in line]
    assert len(told) == 3
    assert mend(root, TODAY) == []


def test_tabs_are_mended_beside_what_else_cannot_be_read(changed: Changed) -> None:
    root = changed({QUAY: lambda text: text.replace(TITLE, "One: two.").replace("\n  kind", "\n\tkind")})
    mend(root, TODAY)
    assert text(root, QUAY) == original(QUAY).replace(TITLE, '"One: two."')


def test_an_old_encoding_is_turned_where_it_is_certain(changed: Changed) -> None:
    words = (
        original(GUILD)
        .replace("نقابة المصابيح", "Küste")
        .replace("Niqābat al-Maṣābīḥ", "“Böen” der Städte – für Fähren")
    )
    words = words.replace("The guild kept", "The guild’s keepers kept")
    root = changed({GUILD: words.encode("cp1252")})
    assert mend(root, TODAY)[0] == f"{GUILD}: turned Windows-1252 into UTF-8, with ü “ ö ” ä …"
    assert text(root, GUILD) == words


@pytest.mark.parametrize(
    "changes",
    [
        {GUILD: original(GUILD).replace("نقابة المصابيح", "Č").replace("ā", "a").encode("cp1250", "replace")},
        {GUILD: b"type: \xe8\n"},
        {GUILD: bytes(range(256))},
        {GUILD: swapped("type: organisation", 'type: "organisation')},
        {GUILD: swapped("type: organisation", "type: organisation: guild")},
        {QUAY: swapped(TITLE, "The guild: one # aim")},
        {GUILD: swapped("type: organisation", "type: organisation\n type: person")},
        {GUILD: swapped("{text: LG,", "{text: LG, alias: x,")},
        {QUAY: swapped(TITLE, f"{TITLE}\n    kind: fact")},
        {"data/sources/quay-2002.yaml": swapped("https:", "http:")},
        {GUILD: swapped("harbour-board", "harbor-board")},
        {GUILD: swapped("harbour-board", "Harbour-Board")},
        {GUILD: swapped("harbour-board", "fog-bell")},
        {QUAY: swapped("kind: figure", "source: another\n  kind: figure")},
        {GUILD: swapped('"1903/.."', '"1903/4"')},
        {QUAY: swapped("low: 40", "low: 9,00")},
        {GUILD: added("\x00")},
    ],
)
def test_what_could_be_meant_otherwise_is_left(changed: Changed, changes: Mapping[str, Change]) -> None:
    root = changed(changes)
    before = snapshot(root)
    assert mend(root, TODAY) == []
    assert snapshot(root) == before


def test_ids_of_records_that_were_merged_lead_on_everywhere(changed: Changed) -> None:
    root = changed(
        {
            QUAY: lambda text: text.replace("about: [lamp-guild]", "about: [wick-brotherhood]").replace(
                "[lamp-guild, guild-founding]", "[lamp-guild, wick-brotherhood, guild-founding]"
            ),
            ORIGINS: swapped("The [[lamp-guild]] was", "The [[wick-brotherhood|Guild]] was `[[wick-brotherhood]]`"),
            EVENT: swapped("summary: ", "summary: The [[wick-brotherhood]] met and "),
        }
    )
    told = mended(root)
    assert f"{QUAY}: wrote lamp-guild for wick-brotherhood" in told
    assert f"{QUAY}: took wick-brotherhood out, beside lamp-guild" in told
    assert f"{ORIGINS}: wrote lamp-guild for wick-brotherhood" in told
    assert text(root, QUAY) == original(QUAY)
    assert "The [[lamp-guild|Guild]] was `[[wick-brotherhood]]`" in text(root, ORIGINS)
    assert "The [[lamp-guild]] met and " in text(root, EVENT)


def test_a_claim_that_was_merged_is_cited_once_and_redirects_lead_to_their_end(changed: Changed) -> None:
    moved = "- {id: tarn-1931-c41, kind: claim, to: tarn-1931-c42, reason: renamed, why: Moved.}\n"
    moved += "- {id: tarn-1931-c42, kind: claim, to: tarn-1931-c01, reason: merged, why: Moved.}\n"
    root = changed(
        {
            "data/redirects.yaml": added(moved),
            "data/phases.yaml": swapped("[tarn-1931-c01]", "[tarn-1931-c41, tarn-1931-c01]"),
            ORIGINS: swapped("[@tarn-1931-c01; @board-1934-c02]", "[@tarn-1931-c41; @tarn-1931-c01; @board-1934-c02]"),
        }
    )
    mend(root, TODAY)
    assert text(root, "data/phases.yaml") == original("data/phases.yaml")
    assert text(root, ORIGINS) == original(ORIGINS)


def test_anchors_are_drawn_as_in_the_capture(changed: Changed) -> None:
    root = changed({CLAIMS: swapped("a warden's hand", "a warden’s hand")})
    assert mend(root, TODAY) == []
    said = f"{CLAIMS}: drew the anchor of tarn-1931-c05 as the capture does: a warden's hand"
    assert mended(root, captures=CAPTURES) == [said, f"Changed {CLAIMS}."]
    assert text(root, CLAIMS) == original(CLAIMS)


def test_anchors_of_which_the_capture_has_no_such_words_are_left(changed: Changed) -> None:
    root = changed({CLAIMS: swapped("a warden's hand", "the warden's hand")})
    assert mend(root, TODAY, CAPTURES) == []


def test_numbers_of_sources_in_prose_are_put_right_where_everything_can_be_read(changed: Changed) -> None:
    said = {"docs/about/index.md": added("\nAll [[count:sources|twelve]] differ.\n")}
    root = changed({**said, QUAY: swapped("- id: quay-2002-c01", "- id: [quay-2002-c01")})
    assert not any("sources as there are" in line for line in mend(root, TODAY))
    (root / QUAY).write_text(original(QUAY), "utf-8")
    told, _ = mended(root)
    assert told == (
        "docs/about/index.md:19: “twelve” is “three” now, as many sources as there are; read the sentence again."
    )
    assert text(root, "docs/about/index.md").endswith("All [[count:sources|three]] differ.\n")


def test_a_dossier_in_which_nothing_is_wrong_stays_as_it_is(changed: Changed) -> None:
    root = changed({})
    before = snapshot(root)
    assert mended(root) == []
    assert snapshot(root) == before
