from __future__ import annotations

from pathlib import Path

import pytest

from dossier.editing.changes import ConflictError
from dossier.editing.draft import Draft
from dossier.editing.emitter import file_text
from dossier.editing.yaml_document import Insert, Put, Remove
from dossier.load import load
from dossier.problems import ProblemsFound
from dossier.reading.yaml_file import LARGEST_FILE
from tests.conftest import Changed
from tests.support.files import snapshot
from tests.support.paths import MINI

CLAIMS, GUILD = "data/claims/tarn-1931.yaml", "data/actors/lamp-guild.yaml"


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


def test_nothing_is_on_the_disk_before_it_is_written_and_what_changed_is_told(root: Path) -> None:
    before = snapshot(root)
    draft = Draft(root)
    draft.edit(CLAIMS, Put((0, "kind"), "assessment"), Put((1, "text"), "Other words."))
    draft.put("docs/new.md", "# New\n")
    draft.move(GUILD, "data/actors/guild.yaml")
    draft.remove("data/phases.yaml")
    draft.rewrite("docs/index.md", lambda text: text + "More.\n")
    assert snapshot(root) == before
    assert draft.write() == [
        "Moved data/actors/lamp-guild.yaml to data/actors/guild.yaml.",
        "Changed data/claims/tarn-1931.yaml (2 records).",
        "Removed data/phases.yaml.",
        "Changed docs/index.md.",
        "Made docs/new.md.",
        "5 files, 5 records.",
    ]
    assert (root / "docs/index.md").read_text().endswith("More.\n")
    assert not (root / GUILD).exists()


def test_nothing_is_told_where_nothing_changed(root: Path) -> None:
    draft, before = Draft(root), snapshot(root)
    draft.edit(CLAIMS, Put((0, "kind"), "fact"))
    draft.put("docs/index.md", (root / "docs/index.md").read_bytes())
    assert draft.write() == []
    assert snapshot(root) == before


def test_edits_come_on_top_of_edits(root: Path) -> None:
    draft = Draft(root)
    draft.edit(CLAIMS, Remove((0,)))
    draft.edit(CLAIMS, Put((0, "kind"), "forecast"), Insert((0, "supports"), "tarn-1931-c03"))
    assert draft.document(CLAIMS).plain()[0]["supports"] == ["tarn-1931-c03"]
    draft.edit(CLAIMS, *(Remove((number,)) for number in range(len(draft.document(CLAIMS).plain()))))
    assert CLAIMS not in draft
    draft.write()
    assert not (root / CLAIMS).exists()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    draft = Draft(root)
    draft.edit(CLAIMS, Remove((0,)))
    (root / CLAIMS).write_text("mine\n")
    with pytest.raises(ConflictError):
        draft.write()
    assert (root / CLAIMS).read_text() == "mine\n"


def test_a_file_that_is_not_there_or_cannot_be_read_is_told(root: Path) -> None:
    (root / "data/places/bad.yaml").write_bytes(b"\xff")
    draft = Draft(root)
    assert draft.text("data/places/none.yaml") == ""
    with pytest.raises(ProblemsFound, match="no such file"):
        draft.document("data/places/none.yaml")
    with pytest.raises(ProblemsFound, match="not UTF-8"):
        draft.document("data/places/bad.yaml")
    with pytest.raises(FileExistsError):
        draft.move(CLAIMS, GUILD)


def test_a_record_is_written_as_its_file_has_it() -> None:
    for record in load(MINI).records.values():
        if record.kind_of_record == "claim":
            continue
        folder = {"source": "sources", "actor": "actors", "event": "events", "place": "places"}
        path = MINI / f"data/{folder.get(record.kind_of_record, 'questions')}/{record.id}.yaml"
        file = path.relative_to(MINI).as_posix()
        draft = Draft(MINI)
        said = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
        draft.put(file, file_text(file, said))
        assert draft.document(file).plain().keys() == Draft(MINI).document(file).plain().keys()


def test_no_record_can_be_written_where_none_is_read() -> None:
    with pytest.raises(ValueError, match=r"data/x/a\.yaml is no file of records"):
        file_text("data/x/a.yaml", {})


def test_a_file_larger_than_any_text_is_moved_whole(root: Path) -> None:
    content = b"x" * (LARGEST_FILE + 7)
    (root / "captures").mkdir()
    (root / "captures/old.pdf").write_bytes(content)
    draft = Draft(root)
    draft.move("captures/old.pdf", "captures/new.pdf")
    assert draft.write() == ["Moved captures/old.pdf to captures/new.pdf.", "1 file."]
    assert (root / "captures/new.pdf").read_bytes() == content


def test_records_are_not_counted_where_the_file_could_not_be_read_before(root: Path) -> None:
    (root / CLAIMS).write_text("- text: a: b\n")
    draft = Draft(root)
    draft.put(CLAIMS, "- text: b\n")
    assert draft.write() == [f"Changed {CLAIMS}.", "1 file."]


def test_a_file_of_windows_keeps_its_line_ends_and_its_mark_through_edits(root: Path) -> None:
    marked = b"\xef\xbb\xbf" + (root / CLAIMS).read_bytes().replace(b"\n", b"\r\n")
    (root / CLAIMS).write_bytes(marked)
    draft = Draft(root)
    draft.edit(CLAIMS, Put((0, "paragraphs"), ["1"]))
    draft.edit(CLAIMS, Insert((0, "supports"), "tarn-1931-c03"))
    draft.write()
    after = (root / CLAIMS).read_bytes()
    assert after.startswith(b"\xef\xbb\xbf#")
    assert after.count(b"\n") == after.count(b"\r\n") == marked.count(b"\n") + 1
    assert len(set(after.split(b"\r\n")) - set(marked.split(b"\r\n"))) == 1


def test_comments_that_go_with_what_they_stand_at_are_told(root: Path) -> None:
    text = (root / CLAIMS).read_text()
    second, third = text.index("- id: tarn-1931-c02"), text.index("- id: tarn-1931-c03")
    (root / CLAIMS).write_text(f"{text[:second]}# Ask Ann.\n{text[second:third]}# Stays.\n{text[third:]}")
    draft = Draft(root)
    draft.edit(CLAIMS, Remove((1,)))
    assert draft.write() == [
        "Changed data/claims/tarn-1931.yaml (1 record).",
        "data/claims/tarn-1931.yaml: 1 comment went with what it stood at: # Ask Ann.",
        "1 file, 1 record.",
    ]
    assert "# Stays." in (root / CLAIMS).read_text()
