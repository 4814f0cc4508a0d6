from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.impact import Passage
from dossier.corpus.uses import MOST_LISTED, uses_of
from dossier.load import read
from tests.conftest import Changed
from tests.support.changes import added


def uses(corpus: Corpus, key: str) -> dict[str, list[Passage]]:
    return {one.title: list(one.items) for one in uses_of(corpus, key)}


def test_statements_are_told_one_by_one(mini: Corpus) -> None:
    found = uses(mini, "lamp-guild")["Statements and other keys of records"]
    assert (found[0].file, found[0].words, found[0].why) == (
        "data/actors/ada-veyl.yaml",
        "ada-veyl",
        "relations.1.to",
    )
    assert len(found) == 7


def test_claims_are_told_together_by_source_and_key(mini: Corpus) -> None:
    found = uses(mini, "lamp-guild")["Claims"]
    assert [(one.file, one.why) for one in found] == [
        ("data/claims/board-1934.yaml", "about"),
        ("data/claims/quay-2002.yaml", "about"),
        ("data/claims/tarn-1931.yaml", "about"),
        ("data/claims/tarn-1931.yaml", "said_by"),
    ]
    assert found[1].words == "quay-2002-c01, quay-2002-c02, quay-2002-c03"


def test_a_long_list_of_claims_is_cut(changed: Changed) -> None:
    claims = "".join(
        f"- id: board-1934-c{number}\n  text: Lamp {number} burned.\n  kind: fact\n  certainty: stated\n"
        f"  paragraphs: [1]\n  anchor: {{from: a, to: b}}\n  about: [ada-veyl]\n"
        for number in range(20, 20 + MOST_LISTED + 3)
    )
    corpus = read(changed({"data/claims/board-1934.yaml": added(claims)}))[0]
    (line,) = (one for one in uses(corpus, "ada-veyl")["Claims"] if "board" in one.file)
    assert line.words.endswith(" and 3 more")


@pytest.mark.parametrize(
    ("key", "file", "words"),
    [
        ("tarn-1931-c05", "data/questions/who-lit-the-fire.yaml", "No one who spoke of the fire saw it begin."),
        ("lamp-guild", "data/sources/tarn-1931.yaml", "She spoke with keepers of the Lamp Guild"),
    ],
)
def test_prose_of_records_is_told_by_its_sentence(mini: Corpus, key: str, file: str, words: str) -> None:
    (found,) = uses(mini, key)["Summaries, answers and reasons"]
    assert found.file == file
    assert found.words.startswith(words)


def test_each_sentence_of_a_page_that_cites_or_counts_it(mini: Corpus) -> None:
    found = uses(mini, "when-founded")["Essays and other pages"]
    assert [(one.file, one.line, one.words) for one in found] == [
        ("docs/quarrel.md", 13, "Two papers date the founding to about 1898.")
    ]
    cited = uses(mini, "tarn-1931-c05")["Essays and other pages"]
    assert [(one.line, one.column) for one in cited] == [(10, 1), (17, 1)]


def test_restated_articles_are_told_once_each_with_their_paragraphs(mini: Corpus) -> None:
    found = uses(mini, "lamp-guild")["Restated articles"]
    assert [(one.file, one.words) for one in found] == [
        ("docs/sources/quay-2002.md", "paragraph 1"),
        ("docs/sources/tarn-1931.md", "paragraph 1"),
    ]


def test_lists_that_name_it(mini: Corpus) -> None:
    title = "Redirects, corrections, phases and what is accepted"
    assert [(one.file, one.why or one.words) for one in uses(mini, "lamp-guild")[title]] == [
        ("data/corrections.yaml", "record"),
        ("data/redirects.yaml", "to"),
    ]
    assert [one.words for one in uses(mini, "when-founded")[title]] == ["from"]
    assert [one.words for one in uses(mini, "tarn-1931-c01")[title]] == ["claims"]
