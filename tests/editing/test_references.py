from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dossier.editing.draft import Draft
from dossier.editing.references import Place, UnclearPlaceError, places
from dossier.editing.replacing import source_text
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.paths import MINI

ACCEPTED = """- rule: shared-names
  record: lamp-guild
  words: “LG” is a name of ada-veyl too
  why: It is invented.
"""


def found(root: Path) -> list[Place]:
    draft = Draft(root)
    return list(places(load(root), lambda file: source_text(draft, file)))


def test_each_place_holds_its_id() -> None:
    there = found(MINI)
    assert [place for place in there if (MINI / place.file).read_text("utf-8")[slice(*place.span)] != place.id] == []
    assert len(there) == len({(place.file, place.span) for place in there})


def test_no_place_of_a_record_is_missed() -> None:
    by_file = Counter(place.file for place in found(MINI) if place.id == "lamp-guild")
    texts = {
        path.relative_to(MINI).as_posix(): path.read_text("utf-8").count("lamp-guild")
        for path in MINI.rglob("*")
        if path.suffix in (".yaml", ".md")
    }
    # What a correction says of the past stays.
    texts["data/corrections.yaml"] -= 1
    assert by_file == {file: number for file, number in texts.items() if number}


def test_positions_are_found_with_their_questions() -> None:
    there = {(place.file, place.question) for place in found(MINI) if place.id == "around-1898" and place.question}
    files = ("data/claims/board-1934.yaml", "data/claims/tarn-1931.yaml", "data/questions/when-founded.yaml")
    assert there == {(file, "when-founded") for file in (*files, "docs/quarrel.md")}


def test_what_is_in_code_is_no_place() -> None:
    assert not any(place.file == "docs/about/index.md" for place in found(MINI))


@pytest.mark.parametrize(
    "more",
    [
        "\n[[count:about:lamp-guild|Three]] sources speak of it [@tarn-1931-c01].\n",
        "\n[[count:how-many-keepers|Two]] answer it [@tarn-1931-c02].\n",
        "\n[[count:how-many-keepers/ninety|One]] says so [@tarn-1931-c02].\n",
    ],
)
def test_every_form_of_a_count_is_found(changed: Changed, more: str) -> None:
    root = changed({"docs/quarrel.md": added(more)})
    text = (root / "docs/quarrel.md").read_text("utf-8")
    ids = [place.id for place in found(root) if place.file == "docs/quarrel.md" and place.span.start > text.index(more)]
    assert ids == [
        one for one in ("lamp-guild", "how-many-keepers", "ninety", "tarn-1931-c01", "tarn-1931-c02") if one in more
    ]


@pytest.mark.parametrize(
    ("item", "ids"),
    [
        ('{from: old/, to: "actors/lamp-guild/", reason: moved, why: Why.}', ["lamp-guild"]),
        (
            '{from: old/, to: "sources/tarn-1931/#tarn-1931-c02", reason: moved, why: Why.}',
            ["tarn-1931", "tarn-1931-c02"],
        ),
        (
            '{from: old/, to: "questions/when-founded/#position-in-1901", reason: moved, why: Why.}',
            ["when-founded", "in-1901"],
        ),
        (
            '{from: "when-founded#x", to: "when-founded#in-1901", reason: renamed, why: Why.}',
            ["when-founded", "when-founded", "in-1901"],
        ),
        ("{id: old, kind: actor, to: lamp-guild, reason: renamed, why: Why.}", ["lamp-guild"]),
    ],
)
def test_where_redirects_lead_is_found(changed: Changed, item: str, ids: list[str]) -> None:
    root = changed({"data/redirects.yaml": added(f"- {item}\n")})
    last = [place for place in found(root) if place.file == "data/redirects.yaml" and place.path[0] == 5]
    assert [place.id for place in last] == ids
    text = (root / "data/redirects.yaml").read_text("utf-8")
    assert [text[slice(*place.span)] for place in last] == ids


def test_an_acceptance_names_records_in_its_words(changed: Changed) -> None:
    there = [place.id for place in found(changed({"data/accepted.yaml": ACCEPTED})) if "accepted" in place.file]
    assert there == ["lamp-guild", "ada-veyl"]


def test_line_ends_and_a_byte_order_mark_move_no_place(changed: Changed) -> None:
    files = ("data/events/keeper-talks.yaml", "docs/origins.md", "data/claims/board-1934.yaml")
    root = changed(
        {file: ("\ufeff" + (MINI / file).read_text("utf-8").replace("\n", "\r\n")).encode() for file in files}
    )
    draft = Draft(root)
    there = [place for place in found(root) if place.file in files]
    assert len(there) == len([place for place in found(MINI) if place.file in files])
    assert [place for place in there if source_text(draft, place.file)[slice(*place.span)] != place.id] == []


def test_an_id_that_is_written_in_signs_is_refused_with_its_place(changed: Changed) -> None:
    root = changed({"data/actors/ada-veyl.yaml": swapped("to: lamp-guild", 'to: "lamp\\u002dguild"')})
    with pytest.raises(UnclearPlaceError, match=r"^data/actors/ada-veyl.yaml:7:23: lamp-guild cannot be found"):
        found(root)
