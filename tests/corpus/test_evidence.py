from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.evidence import Evidence, Share, evidence_of, only_source, stands_alone, statements
from dossier.load import load
from dossier.model.records import Actor, Question
from dossier.reading.markdown_file import Document, read_document
from tests.conftest import Changed
from tests.support.changes import added
from tests.support.links import BuiltPage
from tests.support.printing import Pages

CLAIM = """- id: quay-2002-c06
  text: The guild and the wardens met in 1905.
  kind: fact
  certainty: stated
  paragraphs: [2]
  anchor: {from: "no warden ever", to: "the roll"}
  about: [reed-wardens, lamp-guild]
"""


def of(mini: Corpus, key: str) -> Evidence:
    record = mini.records[key]
    assert isinstance(record, Actor | Question)
    return evidence_of(mini, record)


def document(mini: Corpus, name: str) -> Document:
    return next(one for one in mini.documents if one.name == name)


def alone(share: Share) -> dict[str, list[tuple[str, str]]]:
    return {source.id: [(one.words, one.address) for one in found] for source, found in share.alone}


def test_sources_stand_by_publication_and_a_derived_one_is_not_independent(mini: Corpus) -> None:
    found = of(mini, "when-founded")
    assert [source.id for source in found.sources] == ["tarn-1931", "board-1934", "quay-2002"]
    assert [source.id for source in found.independent] == ["tarn-1931", "quay-2002"]


def test_the_newest_source_and_the_latest_figure_are_told_apart(mini: Corpus) -> None:
    found = of(mini, "how-many-keepers")
    assert found.newest
    assert found.newest.id == "quay-2002"
    assert found.figure
    assert (found.figure.as_of.text, found.figure.source.id) == ("1903", "tarn-1931")


def test_a_position_of_one_source_stands_alone_though_a_derived_source_takes_it_too(mini: Corpus) -> None:
    (share,) = of(mini, "when-founded").shares
    assert (share.what, share.total, share.number) == ("position", 2, 2)
    assert alone(share)["tarn-1931"] == [("Around 1898", "#position-around-1898")]


def test_sentences_that_cite_one_source_lead_to_where_they_stand(mini: Corpus) -> None:
    (share,) = evidence_of(mini, document(mini, "origins")).shares
    assert (share.total, share.number) == (4, 2)
    assert alone(share) == {
        "board-1934": [
            ("The council pays for the lamps.", "#cited-4"),
            ("The board means to light them by wire.", "#cited-5"),
        ]
    }


def test_the_id_of_a_statement_is_that_of_its_first_citation_on_the_page() -> None:
    text = (
        "# T [@a-c01]\n\nOne [@a-c01]. Two [@a-c02], and three [@a-c03].\n\n"
        "- Code, as `[@a-c02]`, is none [@a-c04]\n\nFive."
    )
    found = list(statements(read_document(text, "docs/t.md", "t")))
    assert [(one.keys, one.id) for one in found] == [
        (("a-c01",), "cited-2"),
        (("a-c02", "a-c03"), "cited-3"),
        (("a-c04",), "cited-5"),
    ]


def test_relations_of_an_actor_are_counted_from_both_ends(mini: Corpus) -> None:
    relations, claims = of(mini, "harbour-board").shares
    assert (relations.what, relations.total, relations.number) == ("relation", 3, 3)
    assert alone(relations)["tarn-1931"] == [("rival of Lamp Guild", "claims/tarn-1931-c03/")]
    assert (claims.what, claims.total) == ("claim", 4)
    assert alone(claims)["board-1934"] == [
        ("01", "#board-1934-c01"),
        ("03", "#board-1934-c03"),
        ("04", "#board-1934-c04"),
    ]


def test_a_claim_that_an_independent_source_supports_does_not_stand_alone(mini: Corpus, changed: Changed) -> None:
    assert stands_alone(mini, mini.claim("tarn-1931-c07"))
    support = added(CLAIM + "  supports: [tarn-1931-c07]\n")
    supported = load(changed({"data/claims/quay-2002.yaml": support}))
    assert not stands_alone(supported, supported.claim("tarn-1931-c07"))
    assert not stands_alone(supported, supported.claim("quay-2002-c06"))


def test_two_sources_that_pass_on_one_voice_are_one_witness(mini: Corpus) -> None:
    first, second = mini.claim("tarn-1931-c01"), mini.claim("quay-2002-c01")
    assert only_source(mini, [first, second]) is None
    heard = [one.model_copy(update={"said_by": "ada-veyl"}) for one in (first, second)]
    only = only_source(mini, heard)
    assert only
    assert only.id == "tarn-1931"
    assert only_source(mini, []) is None


def test_an_actor_of_whom_no_source_tells_has_no_panel(mini: Corpus) -> None:
    unheard = replace(of(mini, "tide-gazette"), sources=())
    assert not Pages(mini).part("evidence.html", "", evidence=unheard).strip()


def test_an_actor_that_only_speaks_has_sources_and_nothing_to_count(mini: Corpus) -> None:
    found = of(mini, "tide-gazette")
    assert (len(found.sources), found.shares) == (1, ())
    assert "From one source" not in Pages(mini).part("evidence.html", "", evidence=found)


@pytest.mark.parametrize("address", ["quarrel/", "origins/", "actors/lamp-guild/", "questions/when-founded/"])
def test_what_stands_alone_is_linked_and_every_link_leads_somewhere(
    mini_pages: dict[str, BuiltPage], address: str
) -> None:
    tree = mini_pages[address].tree
    links = tree.xpath("//*[@class='evidence']//details//a/@href")
    inner = [link.removeprefix("#") for link in links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(tree.xpath("//@id"))


def test_the_sentence_at_an_anchor_is_the_one_that_was_named(mini_pages: dict[str, BuiltPage]) -> None:
    tree = mini_pages["quarrel/"].tree
    for id_, words in (("cited-1", "The Reed Wardens left over the price of oil"), ("cited-3", "the wardens deny it")):
        (cited,) = tree.xpath(f"//*[@id='{id_}']")
        assert words in " ".join(cited.getparent().text_content().split())


def test_a_relation_that_has_ended_is_told_as_past(mini: Corpus) -> None:
    relations, _ = of(mini, "lamp-guild").shares
    assert ("was led by Ada Veyl", "claims/tarn-1931-c01/") in alone(relations)["tarn-1931"]
