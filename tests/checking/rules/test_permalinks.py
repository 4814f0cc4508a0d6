from __future__ import annotations

import re

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import published, text_of
from dossier.load import load
from tests.conftest import Broken, Change, Changed
from tests.support.changes import added, swapped

FILE = "data/permalinks.txt"


def test_nothing_is_lost_while_all_that_was_published_is_there(broken: Broken, mini: Corpus) -> None:
    assert broken({FILE: text_of(published(mini))}) == []


def test_an_address_that_leads_nowhere_is_named_with_its_line(broken: Broken) -> None:
    listed = "./\nactors/gone/\nsources/tarn-1931/#p1\nsources/tarn-1931/#p99\n"
    hint = "bring it back, or say in data/redirects.yaml where it went"
    assert broken({FILE: listed}) == [
        f"data/permalinks.txt:2:1: error[permalink] actors/gone/ is published, and would be lost; {hint}",
        f"data/permalinks.txt:4:1: error[permalink] sources/tarn-1931/#p99 is published, and would be lost; {hint}",
    ]


def test_an_address_that_was_redirected_is_kept_with_its_fragments(broken: Broken) -> None:
    assert broken({FILE: "actors/wick-brotherhood/\nactors/wick-brotherhood/#names\nplaces/fog-bell/\n"}) == []


def test_a_page_that_moved_keeps_its_address_with_its_fragments(broken: Broken) -> None:
    redirects = added("- {from: old/, to: about/, reason: moved, why: A}\n")
    assert broken({FILE: "old/\nold/#part\n", "data/redirects.yaml": redirects}) == []


def test_a_position_that_moved_or_was_withdrawn_keeps_its_place(broken: Broken) -> None:
    redirects = added(
        '- {from: "who-lit-the-fire#no-one", to: "who-lit-the-fire#nobody", reason: renamed, why: A}\n'
        '- {from: "who-lit-the-fire#a-gull", reason: withdrawn, why: A}\n'
    )
    places = [f"questions/who-lit-the-fire/#position-{one}" for one in ("a-gull", "no-one", "a-cat")]
    lines = broken({FILE: text_of(places), "data/redirects.yaml": redirects})
    assert [line.partition(" is published")[0] for line in lines] == [f"{FILE}:3:1: error[permalink] {places[2]}"]


def test_what_moved_is_published_too(changed: Changed) -> None:
    redirects = added(
        "- {from: old/, to: about/, reason: moved, why: A}\n"
        '- {from: "who-lit-the-fire#no-one", reason: withdrawn, why: A}\n'
    )
    corpus = load(changed({"data/redirects.yaml": redirects}))
    assert {"old/", "questions/who-lit-the-fire/#position-no-one"} <= set(published(corpus))


def test_a_redirect_keeps_the_address_of_its_own_kind_alone(broken: Broken) -> None:
    assert len(broken({FILE: "actors/fog-bell/\n"})) == 1


def test_one_broken_record_does_not_look_like_lost_addresses(broken: Broken, mini: Corpus) -> None:
    files: dict[str, Change] = {FILE: text_of(published(mini)), "data/places/brisa.yaml": added("nonsense: yes\n")}
    lines = broken(files)
    assert lines
    assert not any("error[permalink]" in line for line in lines)


LOST: list[tuple[str, dict[str, Change]]] = [
    ("places/north-head/", {"data/places/north-head.yaml": None}),
    ("sources/quay-2002/#p3", {"docs/sources/quay-2002.md": lambda text: text[: text.index("In ten years")]}),
    ("sources/quay-2002/#quay-2002-c05", {"data/claims/quay-2002.yaml": lambda text: text[: text.rindex("- id:")]}),
    (
        "questions/who-lit-the-fire/#position-nobody",
        {"data/questions/who-lit-the-fire.yaml": swapped("id: nobody", "id: no-one")},
    ),
    ("quarrel/", {"docs/quarrel.md": None}),
]


@pytest.mark.parametrize(("address", "files"), LOST)
def test_whatever_takes_an_address_away_fails_with_its_line(
    broken: Broken, mini: Corpus, address: str, files: dict[str, Change]
) -> None:
    listed = published(mini)
    lines = broken({**files, FILE: text_of(listed)})
    place = f"{FILE}:{listed.index(address) + 1}"
    assert any("error[permalink]" in line and re.search(rf"{re.escape(place)}\b", line) for line in lines)


def test_the_pages_that_every_dossier_has_are_guarded(mini: Corpus) -> None:
    assert {"search/", "changes/", "data/", "data/dictionary/", "actors/", "about/"} <= set(published(mini))


def test_a_claim_that_is_renamed_without_a_redirect_is_lost_with_its_place_in_the_article(
    broken: Broken, mini: Corpus
) -> None:
    listed = text_of([address for address in published(mini) if "board-1934-c01" in address])
    change = swapped("- id: board-1934-c01", "- id: board-1934-c91")
    lost = [
        line for line in broken({FILE: listed, "data/claims/board-1934.yaml": change}) if "error[permalink]" in line
    ]
    (line,) = lost
    assert line.split("] ")[1].split(" ")[0] == "claims/board-1934-c01/"
    assert "this also concerns data/permalinks.txt:2" in line
