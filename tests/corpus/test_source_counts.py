from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.corpus.source_counts import counts_in, counts_in_records, named_in, source_names


def test_a_count_knows_its_sentence_and_its_place(mini: Corpus) -> None:
    text = "The lamp was lit. Only [[quay-2002|Quay]] says\nso [@quay-2002-c03]. It burned."
    (found,) = counts_in(text, source_names(mini), mini)
    assert (found.words, found.sentence) == ("Only Quay", "Only Quay says so.")
    assert text[found.start :].startswith("Only [[quay-2002|Quay]]")
    assert not found.is_marked


def test_each_item_of_a_list_is_a_sentence_of_its_own(mini: Corpus) -> None:
    found = list(counts_in("- a lamp\n- no source\n- a bell", source_names(mini), mini))
    assert [one.sentence for one in found] == ["- no source"]


def test_a_mark_that_covers_a_part_of_the_words_is_enough(mini: Corpus) -> None:
    (found,) = counts_in("None of the [[count:sources|three]] tells.", source_names(mini), mini)
    assert found.is_marked


def test_sources_are_known_by_their_labels_and_by_the_words_of_links(mini: Corpus) -> None:
    names = source_names(mini)
    assert names.names.fullmatch("Harbour Board")
    assert names.names.fullmatch("Tarn")
    assert not names.names.fullmatch("Saltmouth")
    assert [one.id for one in named_in(mini, "Only Tarn and Quay")] == ["quay-2002", "tarn-1931"]


def test_the_prose_of_records_is_searched(mini: Corpus) -> None:
    assert list(counts_in_records(mini, source_names(mini), mini.records)) == []
