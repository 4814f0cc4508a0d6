from __future__ import annotations

from collections.abc import Iterable

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.indexes import prose_marks
from dossier.model.records import Actor, Claim, Event, Question, Record, Source


def ids(records: Iterable[Record]) -> list[str]:
    return [record.id for record in records]


def question(corpus: Corpus, key: str) -> Question:
    return next(one for one in corpus.of(Question) if one.id == key)


def test_records_are_found_by_id_and_kind(mini: Corpus) -> None:
    assert mini.claim("quay-2002-c01").source == "quay-2002"
    assert mini.source("quay-2002").label == "Quay 2002"
    assert mini.actor("ada-veyl").type == "person"
    assert len(mini.of(Actor)) == 6
    with pytest.raises(KeyError, match="lamp-guild is no claim"):
        mini.claim("lamp-guild")
    with pytest.raises(KeyError):
        mini.actor("nobody")


def test_unread_records_are_known_but_not_there(mini: Corpus) -> None:
    assert mini.knows("brisa")
    assert not mini.knows("fog-bell")


def test_references_lead_both_ways(mini: Corpus) -> None:
    for record in mini.records.values():
        for reference in record.references():
            back = mini.referrers(reference.target)
            assert any(one.record is record and one.path == reference.path for one in back)
    assert ids(mini.referring("quay-2002-c03", "relations", Actor)) == ["reed-wardens"]
    assert ids(mini.referring("brisa", "within", Record)) == ["north-head", "saltmouth"]
    assert mini.referrers("nobody") == ()


def test_marks_in_a_records_prose_are_references_too(mini: Corpus) -> None:
    assert ids(mini.referring("tarn-1931-c02", "summary", Actor)) == ["lamp-guild"]
    assert ids(mini.referring("tarn-1931-c02", "why_they_differ", Question)) == ["how-many-keepers"]
    marks = [(path, mark.keys) for path, mark in prose_marks(question(mini, "who-lit-the-fire"))]
    assert marks == [
        (("positions", 0, "label"), ("reed-wardens",)),
        (("why_they_differ",), ("tarn-1931-c05", "quay-2002-c04")),
    ]


def test_mentions_are_the_blocks_that_link_a_record(mini: Corpus) -> None:
    found = [(one.document.name, one.block.line) for one in mini.mentions("reed-wardens")]
    assert found == [("quarrel", 7), ("sources/board-1934", 7), ("sources/tarn-1931", 14)]
    assert [one.document.name for one in mini.mentions("great-lamp-fire")] == ["quarrel", "quarrel"]
    assert mini.mentions("tide-gazette")[0].block.number == 2
    assert mini.mentions("nobody") == ()


def test_each_source_has_its_article(mini: Corpus) -> None:
    for source in mini.of(Source):
        article = mini.article(source.id)
        assert article is not None
        assert article.title == source.title
    assert mini.article("brisa") is None


def test_claims_are_found_by_paragraph(mini: Corpus) -> None:
    assert ids(mini.claims_in("tarn-1931", 3)) == ["tarn-1931-c04", "tarn-1931-c05", "tarn-1931-c06"]
    assert mini.claims_in("tarn-1931", 9) == []


def test_claims_about_a_record_stand_oldest_publication_first(mini: Corpus) -> None:
    assert ids(mini.claims_about("great-lamp-fire")) == [
        "tarn-1931-c05",
        "tarn-1931-c06",
        "board-1934-c03",
        "quay-2002-c04",
    ]
    backwards = list(reversed(mini.of(Claim)))
    assert ids(mini.by_publication(backwards)) == ids(mini.by_publication(mini.of(Claim)))


def test_claims_of_a_source_stand_in_reading_order_beyond_a_hundred(mini: Corpus) -> None:
    one = mini.claim("tarn-1931-c01")
    numbered = [one.model_copy(update={"id": f"tarn-1931-c{number}"}) for number in ("100", "99", "13")]
    assert ids(mini.by_publication(numbered)) == ["tarn-1931-c13", "tarn-1931-c99", "tarn-1931-c100"]


def test_positions_stand_in_the_order_in_which_they_were_published(mini: Corpus) -> None:
    found = {one.position.id: ids(one.claims) for one in mini.positions(question(mini, "when-founded"))}
    assert found == {"around-1898": ["tarn-1931-c01", "board-1934-c02"], "in-1901": ["quay-2002-c02"]}
    fire = [one.position.id for one in mini.positions(question(mini, "who-lit-the-fire"))]
    assert fire == ["the-wardens", "not-the-wardens", "nobody"]


def test_a_source_that_only_repeats_another_is_not_independent(mini: Corpus) -> None:
    claims = mini.referring("when-founded", "answers", Claim)
    assert ids(mini.sources_of(claims)) == ["tarn-1931", "board-1934", "quay-2002"]
    assert ids(mini.independent_sources(claims)) == ["tarn-1931", "quay-2002"]


def test_a_source_is_independent_of_one_that_is_not_asked(mini: Corpus) -> None:
    assert ids(mini.independent_sources([mini.claim("board-1934-c02")])) == ["board-1934"]
    assert mini.independent_sources([]) == []


def test_a_dispute_is_seen_from_both_sides(mini: Corpus) -> None:
    assert ids(mini.conflicts(mini.claim("tarn-1931-c05"))) == ["tarn-1931-c06", "quay-2002-c04"]
    for claim in mini.of(Claim):
        for other in mini.conflicts(claim):
            assert claim in mini.conflicts(other)
    assert ids(mini.both_ways(mini.claim("tarn-1931-c06"), "supports")) == ["board-1934-c03"]


def test_events_stand_in_the_order_of_their_dates(mini: Corpus) -> None:
    assert ids(mini.in_time(mini.of(Event))) == ["guild-founding", "great-lamp-fire", "keeper-talks"]
    assert ids(mini.events_of("ada-veyl")) == ["guild-founding", "keeper-talks"]
    assert ids(mini.events_of("saltmouth")) == ["guild-founding", "keeper-talks"]
    assert ids(mini.events_of("reed-wardens")) == ["great-lamp-fire", "keeper-talks"]


def test_relations_are_seen_from_the_other_actor(mini: Corpus) -> None:
    found = [(actor.id, one.type) for actor, one in mini.relations_to("lamp-guild")]
    assert found == [("ada-veyl", "leads"), ("reed-wardens", "split_from")]
