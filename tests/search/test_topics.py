from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.load import load
from dossier.model.addresses import url_for
from dossier.model.records import Claim, Question
from dossier.pages.registry import PAGES
from dossier.reading.markdown_file import read_document
from dossier.search.topics import Topic, all_topics, document_topics, names_of, stems, topics_file
from tests.conftest import Changed
from tests.support.changes import added, swapped


def topic(corpus: Corpus, address: str) -> Topic:
    return next(one for one in all_topics(corpus) if one.address == address)


def test_all_records_but_claims_and_all_pages_can_be_asked_for(mini: Corpus) -> None:
    addresses = [one.address for one in all_topics(mini)]
    records = {url_for(record) for record in mini.records.values() if not isinstance(record, Claim)}
    assert records | {page.address for page in PAGES} <= set(addresses)
    assert len(addresses) == len(set(addresses))


def test_a_question_is_asked_by_its_title_and_in_other_words_and_gives_its_answer(mini: Corpus) -> None:
    question = next(one for one in mini.of(Question) if one.id == "how-many-keepers")
    found = topic(mini, "questions/how-many-keepers/")
    assert found.ways == (question.title, *question.asked_as)
    assert all(position.label in found.answers for position in question.positions)


def test_two_sources_are_asked_for_by_their_authors_whatever_the_years(mini: Corpus) -> None:
    pair = topic(mini, "compare/quay-2002/tarn-1931/")
    assert (pair.title, pair.ways[1].split()) == ("Tarn 1931 and Quay 2002", ["compare", "Tarn", "and", "Quay"])


def test_a_source_is_asked_for_by_its_label_and_its_authors(mini: Corpus) -> None:
    assert topic(mini, "sources/board-1934/").ways[1:] == ("Harbour Board 1934", "Harbour Board")


def test_an_actor_is_asked_for_by_its_names(mini: Corpus) -> None:
    assert {"Lamp Guild", "LG", "Brotherhood of the Wick"} <= set(topic(mini, "actors/lamp-guild/").ways)


def test_a_page_of_prose_is_asked_for_by_title_front_matter_and_headings() -> None:
    document = read_document(
        "---\nasked_as:\n  - The oil trade\n---\n# Oil\n\n## Prices {: #prices }\n\nHigh.\n", "o", "oil"
    )
    found = list(document_topics([document]))
    assert [(one.address, one.ways) for one in found] == [
        ("oil/", ("Oil", "The oil trade")),
        ("oil/#prices", ("Prices",)),
    ]


def test_every_name_is_called_by_the_acronym_or_the_heading(mini: Corpus) -> None:
    names = names_of(mini)
    assert stems("Was the Brotherhood of the Wick rich?", names) == stems("Was the LG rich?", names) == ["lg", "rich"]


def test_words_that_tell_nothing_are_left_out_unless_there_are_no_others(mini: Corpus) -> None:
    names = names_of(mini)
    assert stems("How many lamps were there?", names) == ["lamp"]
    assert stems("Who is this?", names) == ["who", "is", "thi"]


def test_a_name_that_reads_as_plain_english_stands_for_nothing_else(changed: Changed) -> None:
    name = "names:\n  - {text: Students, kind: alias}\n"
    root = changed({"data/actors/lamp-guild.yaml": swapped("names:\n", name)})
    assert stems("students of the quay", names_of(load(root)))[0] == "student"


def test_the_file_repeats_no_stem_of_a_topic(mini: Corpus) -> None:
    for *_, ways, answers, _ in topics_file(mini, all_topics(mini))["topics"]:
        said = {word for way in ways.split(";") for word in way.rpartition(":")[2].split()}
        assert said.isdisjoint(answers.split())


def test_of_what_stands_only_questions_carry_an_answer(mini: Corpus) -> None:
    answered = {one.title for one in all_topics(mini) if one.short and one.kind != "Withdrawn"}
    assert answered == {one.title for one in mini.of(Question) if one.answer_in_short}


def test_words_around_a_name_count_where_nothing_else_tells(mini: Corpus) -> None:
    names = names_of(mini)
    assert stems("What can the Lamp Guild do?", names) == ["what", "can", "lg", "do"]


def test_other_words_for_an_actor_call_it(changed: Changed) -> None:
    root = changed({"data/actors/lamp-guild.yaml": added("asked_as: [Lamp folk]\n")})
    assert stems("who fed the lamp folk", names_of(load(root)))[-1] == "lg"


def test_words_in_a_name_ask_for_nothing(changed: Changed) -> None:
    name = "names:\n  - {text: Lamp Province Reason, kind: alias}\n"
    corpus = load(changed({"data/actors/lamp-guild.yaml": swapped("names:\n", name)}))
    rows = topics_file(
        corpus, [Topic("x/", "Page", "Who fed the Lamp Province Reason", ("Fed the Lamp Province Reason",))]
    )
    assert rows["topics"][0][3] == "fed lg"


def test_what_was_withdrawn_is_found_as_such(mini: Corpus) -> None:
    found = topic(mini, "places/fog-bell/")
    assert (found.kind, found.title, found.short) == ("Withdrawn", "Fog Bell", "No source names it.")
