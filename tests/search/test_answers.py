from __future__ import annotations

import json
from pathlib import Path

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.records import Question
from dossier.search.answers import Part, answer_parts
from dossier.text.marks import MARK, citation_keys, without_marks
from tests.conftest import Changed
from tests.support.changes import swapped

QUESTION = "data/questions/how-many-keepers.yaml"


def answered(corpus: Corpus) -> list[Question]:
    return [one for one in corpus.of(Question) if one.answer_in_short]


def parts(corpus: Corpus) -> list[Part]:
    return answer_parts(corpus, next(one for one in corpus.of(Question) if one.id == "how-many-keepers"))


def test_a_source_is_linked_where_it_says_what_follows_or_else_at_the_end(mini: Corpus) -> None:
    paragraphs = {key: mini.claim(key).paragraphs[0] for key in ("tarn-1931-c02", "quay-2002-c01")}
    assert parts(mini) == [
        ["Tarn", f"sources/tarn-1931/#p{paragraphs['tarn-1931-c02']}"],
        " gives about ninety, Quay forty or more.",
        " · ",
        [mini.source("quay-2002").label, f"sources/quay-2002/#p{paragraphs['quay-2002-c01']}"],
    ]


def test_a_link_of_something_else_is_its_words(changed: Changed) -> None:
    root = changed({QUESTION: swapped("Quay forty", "the [[lamp-guild|guild]] of Quay forty")})
    assert " gives about ninety, the guild of Quay forty or more." in parts(load(root))


def test_every_source_that_an_answer_cites_is_linked(mini: Corpus) -> None:
    assert answered(mini)
    for question in answered(mini):
        text = question.answer_in_short or ""
        cited = {mini.claim(key).source for one in MARK.finditer(text) if one[1] for key in citation_keys(one[1])}
        linked = {part[1].split("/")[1] for part in answer_parts(mini, question) if isinstance(part, list)}
        assert cited <= linked


def test_the_site_has_a_file_for_each_answer(mini: Corpus, mini_site: Path) -> None:
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in (mini_site / "search/answers").iterdir()}
    assert set(files) == {one.id for one in answered(mini)}
    for question in answered(mini):
        words = "".join(part if isinstance(part, str) else part[0] for part in files[question.id])
        assert words.startswith(without_marks(question.answer_in_short or "", mini.name_of))
