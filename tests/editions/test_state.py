from __future__ import annotations

import json
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import published
from dossier.editions.state import Edition, EditionError, State, read_states, refuse, state_of, text_of

ONE, TWO = Edition("2024.1", "2024-04-01"), Edition("2024.2", "2024-05-10")


@pytest.fixture
def state(mini: Corpus) -> State:
    return state_of(mini, ONE)


@pytest.fixture
def folder(state: State, tmp_path: Path) -> Path:
    """A folder into which one edition was published."""
    (tmp_path / "2024.1/data").mkdir(parents=True)
    (tmp_path / "2024.1/data/edition.json").write_text(text_of(state), "utf-8")
    (tmp_path / "editions.json").write_text(json.dumps([{"name": ONE.name, "date": ONE.date, "changed": []}]))
    return tmp_path


def test_a_state_holds_every_record_page_and_address(state: State, mini: Corpus) -> None:
    pages = {"page:home", "page:origins", "page:quarrel", "page:about", "page:about/glossary"}
    assert state.entries.keys() == mini.records.keys() | pages
    assert list(state.addresses) == published(mini)
    assert (state.redirects, state.corrections) == (dict(mini.redirects), mini.corrections)
    assert state.page_redirects == mini.page_redirects.items
    assert state.position_redirects == mini.position_redirects.items


def test_an_entry_has_plain_data_as_in_the_records_file(state: State) -> None:
    claim = state.entries["tarn-1931-c02"]
    assert (claim.kind, claim.address) == ("claim", "claims/tarn-1931-c02/")
    assert claim.heading == "The guild had about ninety keepers in 1903."
    assert "said_by" not in claim.fields
    assert "id" not in claim.fields
    assert claim.fields["value"] == {"low": 85.0, "high": 95.0, "unit": "keepers", "approximate": True, "as_of": "1903"}
    assert claim.fields["anchor"] == {"from": "some ninety", "to": "lamps"}


def test_a_source_has_its_restated_paragraphs_and_not_its_capture(state: State) -> None:
    fields = state.entries["tarn-1931"].fields
    assert "capture" not in fields
    assert fields["paragraph 4"] == "From 1905 until perhaps 1907 the two sides talked."


def test_a_page_has_its_words(state: State) -> None:
    assert state.entries["page:quarrel"].address == "quarrel/"
    assert state.entries["page:quarrel"].fields["words"][0] == "The quarrel"


def test_a_state_that_was_written_without_them_is_still_read(state: State, folder: Path) -> None:
    path = folder / "2024.1/data/edition.json"
    written = json.loads(path.read_text("utf-8"))
    del written["page_redirects"], written["position_redirects"]
    path.write_text(json.dumps(written), "utf-8")
    assert read_states(folder) == [state.model_copy(update={"page_redirects": (), "position_redirects": ()})]


def test_a_state_survives_its_file(state: State, folder: Path) -> None:
    assert read_states(folder) == [state]


def test_a_folder_without_editions_has_none(tmp_path: Path) -> None:
    assert read_states(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("editions.json", "[", "editions.json cannot be read"),
        ("editions.json", '{"name": "a"}', "editions.json cannot be read"),
        ("editions.json", '[{"name": "../up", "date": ""}]', "names editions that cannot be: ../up"),
        ("2024.1/data/edition.json", "{}", "2024.1/data/edition.json cannot be read (5 mistakes)"),
        ("2024.1/data/edition.json", None, "2024.1/data/edition.json cannot be read (No such file or directory)"),
    ],
)
def test_what_was_published_and_cannot_be_read_is_named(folder: Path, file: str, text: str | None, said: str) -> None:
    (folder / file).unlink()
    if text is not None:
        (folder / file).write_text(text)
    with pytest.raises(EditionError) as found:
        read_states(folder)
    assert said in str(found.value)


@pytest.mark.parametrize("name", ["2024.2", "1", "spring-2025", "2024.1.1", "a" * 40])
def test_names_that_an_edition_may_have(state: State, name: str) -> None:
    refuse(Edition(name, TWO.date), [state])
    refuse(Edition(name, state.edition.date), [state])


@pytest.mark.parametrize(
    "name", ["", "editions.json", ".", "..", ".hidden", "-x", "a/b", "A", "2024.", "é", "a b", "a\n", "a" * 41]
)
def test_names_that_an_edition_may_not_have(name: str) -> None:
    with pytest.raises(EditionError, match="cannot name an edition"):
        refuse(Edition(name, TWO.date), [])


def test_an_edition_that_is_there_is_refused(state: State) -> None:
    with pytest.raises(EditionError, match=r"edition 2024\.1 is published, and an edition never changes"):
        refuse(Edition("2024.1", TWO.date), [state])


def test_an_edition_cannot_be_older_than_the_one_before(state: State) -> None:
    with pytest.raises(
        EditionError, match=r"edition 2024\.1 is of 2024-04-01; a later edition cannot be of 2024-03-31"
    ):
        refuse(Edition("2024.2", "2024-03-31"), [state])
