from __future__ import annotations

from lxml import html

from dossier.load import read
from dossier.model.addresses import AGREEMENT
from dossier.model.words import ENGLISH
from dossier.pages.agreement import AgreedView, agreement_view, sentence
from dossier.pages.context import Context, context_of
from tests.conftest import Changed
from tests.corpus.test_agreement import ALONE, BOARD, FREE, NINETY, OWN, QUAY, SOURCE
from tests.support.changes import added, swapped
from tests.support.printing import Pages


def found(context: Context) -> list[AgreedView]:
    return [one for theme in agreement_view(context).themes for one in theme.found]


def test_nothing_is_agreed_where_nobody_says_so_on_their_own(context: Context) -> None:
    assert found(context) == []


def test_who_says_so_and_what_stands_against_it(changed: Changed) -> None:
    corpus = read(changed({BOARD: lambda text: OWN(ALONE(text)), SOURCE: FREE}))[0]
    (one,) = found(context_of(corpus))
    assert one.label == "Around 1898"
    assert one.address == "questions/when-founded/#position-around-1898"
    assert one.counted == "2 independent sources"
    assert [each.source.words for each in one.said_by] == ["Tarn 1931", "Harbour Board 1934"]
    assert [each.source.words for each in one.contradicted_by] == ["Quay 2002"]
    assert [(each.called, each.label, [by.source.words for by in each.held_by]) for each in one.others] == [
        ("Another date", "In 1901", ["Quay 2002"])
    ]
    assert not one.is_undisputed


def test_a_source_that_hedges_is_told_from_one_that_says_so_outright(changed: Changed) -> None:
    corpus = read(changed({BOARD: NINETY, SOURCE: FREE}))[0]
    (one,) = found(context_of(corpus))
    assert one.counted == "2 independent sources, 1 of them outright"
    assert [(each.source.words, each.does) for each in one.said_by] == [
        ("Tarn 1931", "suggests it"),
        ("Harbour Board 1934", ""),
    ]


def test_relations_stand_among_the_answers(changed: Changed) -> None:
    second = added(
        "- id: quay-2002-c06\n  text: The guild and the board were rivals.\n  kind: assessment\n  certainty: stated\n"
        '  paragraphs: [1]\n  anchor: {from: "the first ledger", to: "1901"}\n  about: [lamp-guild, harbour-board]\n'
    )
    both = swapped("claims: [tarn-1931-c03]", "claims: [tarn-1931-c03, quay-2002-c06]")
    (one,) = found(context_of(read(changed({QUAY: second, "data/actors/lamp-guild.yaml": both}))[0]))
    assert one.holder
    assert one.to
    assert (one.holder.words, one.label, one.to.words) == ("Lamp Guild", "rival of", "Harbour Board")
    assert one.is_undisputed


def test_the_sum_is_a_sentence() -> None:
    assert sentence(ENGLISH, 3, 2) == (
        "Two or more sources make each of the following 3 statements in their own voice and independently of "
        "each other; no source speaks against 2 of them."
    )
    assert sentence(ENGLISH, 1, 0).endswith("a source speaks against each of them.")


def test_the_page_says_who_says_so_what_is_against_it_and_that_it_proves_nothing(changed: Changed) -> None:
    corpus = read(changed({BOARD: lambda text: OWN(ALONE(text)), SOURCE: FREE}))[0]
    page = html.fromstring(Pages(corpus).registered(AGREEMENT).content)
    assert "agree does not make a thing true" in page.text_content()
    (one,) = page.cssselect(".agreed > li")
    assert [" ".join(each.text_content().split()) for each in one.xpath("./p | ./ul/li")] == [
        "When was the guild founded?",
        "Around 1898",
        "2 independent sources: Tarn 1931 ¶ 1, Harbour Board 1934 ¶ 1",
        "Contradicted by Quay 2002 ¶ 1",
        "Another date: In 1901 Quay 2002 ¶ 1",
    ]
