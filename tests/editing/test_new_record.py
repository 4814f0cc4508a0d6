from __future__ import annotations

from pathlib import Path

import pytest

from dossier.editing.draft import Draft
from dossier.editing.new_record import begin, claim_id, next_claim
from dossier.load import read
from dossier.model.record_templates import start
from dossier.model.records import Kind
from tests.conftest import Changed
from tests.support.changes import added

QUAY = "data/claims/quay-2002.yaml"


def begun(root: Path, kind: Kind, key: str) -> str:
    draft = Draft(root)
    begin(draft, start(kind, key))
    draft.write()
    return (root / start(kind, key).file).read_text("utf-8")


def wanted(root: Path, key: str) -> str:
    return claim_id(read(root)[0], Draft(root), key)


def test_a_claim_goes_to_the_end_of_its_sources_claims(changed: Changed) -> None:
    root = changed({})
    before = (root / QUAY).read_text("utf-8")
    assert begun(root, "claim", "quay-2002-c06").startswith(f"{before}- id: quay-2002-c06\n  text: ONE ")


def test_the_first_claim_of_a_source_begins_its_file(changed: Changed) -> None:
    text = begun(changed({QUAY: None}), "claim", "quay-2002-c01")
    assert text.startswith("# yaml-language-server: $schema=../schema/claims.json\n- id: quay-2002-c01\n")


def test_a_record_that_is_there_is_not_overwritten(changed: Changed) -> None:
    root = changed({})
    before = (root / "data/places/brisa.yaml").read_text("utf-8")
    with pytest.raises(FileExistsError):
        begun(root, "place", "brisa")
    assert (root / "data/places/brisa.yaml").read_text("utf-8") == before


def test_the_folder_of_the_first_record_of_a_kind_is_made(tmp_path: Path) -> None:
    begun(tmp_path, "event", "first")
    assert (tmp_path / "data/events/first.yaml").is_file()


def test_a_claim_gets_the_number_after_the_highest_there_ever_was(changed: Changed) -> None:
    assert wanted(changed({}), "quay-2002") == "quay-2002-c06"


@pytest.mark.parametrize(
    "changes",
    [
        {"data/redirects.yaml": added("- {id: quay-2002-c41, kind: claim, reason: withdrawn, why: It was wrong.}\n")},
        {"data/permalinks.txt": "claims/quay-2002-c41/\n"},
        {"data/permalinks.txt": "sources/quay-2002/#quay-2002-c41\n"},
        {QUAY: added("- {id: quay-2002-c41, text: }\n")},
        {QUAY: added("- id: quay-2002-c41\n  text: a: b\n")},
    ],
)
def test_no_number_that_was_ever_given_is_given_again(changed: Changed, changes: dict[str, str]) -> None:
    assert wanted(changed(changes), "quay-2002") == "quay-2002-c42"


def test_a_source_without_claims_begins_with_the_first(changed: Changed) -> None:
    root = changed({QUAY: None})
    assert next_claim(read(root)[0], Draft(root), "quay-2002") == "quay-2002-c01"


def test_numbers_of_another_source_that_ends_alike_do_not_count(changed: Changed) -> None:
    root = changed(
        {"data/redirects.yaml": added("- {id: new-quay-2002-c41, kind: claim, reason: withdrawn, why: No.}\n")}
    )
    assert wanted(root, "quay-2002") == "quay-2002-c06"


def test_a_whole_id_is_taken_as_it_is_given(changed: Changed) -> None:
    assert wanted(changed({}), "quay-2002-c17") == "quay-2002-c17"


def test_a_source_that_cannot_be_read_is_one_too(changed: Changed) -> None:
    assert wanted(changed({"data/sources/quay-2002.yaml": "title: a: b\n"}), "quay-2002") == "quay-2002-c06"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("nobody-2000", 'no source "nobody-2000"; begin it: dossier new source nobody-2000'),
        ("nobody-2000-c01", 'no source "nobody-2000"; begin it: dossier new source nobody-2000'),
        ("quai-2002", 'no source "quai-2002"; did you mean quay-2002?'),
        ("quay-2003-c01", 'no source "quay-2003"; did you mean quay-2002?'),
        ("lamp-guild", 'no source "lamp-guild"; begin it: dossier new source lamp-guild'),
    ],
)
def test_a_claim_of_no_source_is_refused_with_what_is_like_it(changed: Changed, key: str, said: str) -> None:
    with pytest.raises(LookupError) as refused:
        wanted(changed({}), key)
    assert refused.value.args == (said,)
