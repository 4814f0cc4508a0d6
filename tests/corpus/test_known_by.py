from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import first_known, in_order_known, known_from, steps
from dossier.model.records import Claim, Source
from dossier.model.words import ENGLISH
from dossier.text.edtf import parse
from tests.support.printing import Pages, network_page, timeline_page
from tests.support.relinking import with_records

MAY_1931, END_OF_1934, MARCH_2002 = "1931-05-31", "1934-12-31", "2002-03-09"


def issued(corpus: Corpus, text: str | None) -> Source:
    return corpus.of(Source)[0].model_copy(update={"issued": parse(text) if text else None})


def claims(corpus: Corpus, *keys: str) -> list[Claim]:
    return [corpus.claim(key) for key in keys]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-08-26", date(2021, 8, 26)),
        ("2021-09~", date(2021, 9, 30)),
        ("2023?", date(2023, 12, 31)),
        ("2016/2018", date(2018, 12, 31)),
        ("2015/..", None),
        (None, None),
    ],
)
def test_a_source_is_known_from_the_last_day_that_its_date_can_mean(mini: Corpus, text: str, day: date | None) -> None:
    assert known_from(issued(mini, text)) == day


def test_what_rests_on_several_claims_is_known_from_the_first_of_them(mini: Corpus) -> None:
    assert first_known(mini, claims(mini, "quay-2002-c01", "board-1934-c02")) == date(1934, 12, 31)
    assert first_known(mini, []) is None


def test_what_rests_on_a_source_without_a_date_is_always_known(undated: Callable[[str], Corpus]) -> None:
    corpus = undated("quay-2002")
    assert first_known(corpus, claims(corpus, "quay-2002-c01", "board-1934-c02")) is None


def test_the_steps_are_the_days_on_which_sources_came_to_be_known(mini: Corpus) -> None:
    found = steps(mini.of(Source))
    assert [(str(one.day), [source.id for source in one.newest], one.number) for one in found] == [
        (MAY_1931, ["tarn-1931"], 1),
        (END_OF_1934, ["board-1934"], 2),
        (MARCH_2002, ["quay-2002"], 3),
    ]
    assert found[0].said(ENGLISH.date_phrase) == "31 May 1931"


def test_a_source_without_a_date_is_counted_from_the_first_step_on(undated: Callable[[str], Corpus]) -> None:
    sources = undated("quay-2002").of(Source)
    assert [source.id for source in in_order_known(sources)] == ["quay-2002", "tarn-1931", "board-1934"]
    assert [one.number for one in steps(sources)] == [2, 3]


def test_a_question_says_from_when_each_claim_is_known(mini: Corpus) -> None:
    tree = html.fromstring(f"<div>{Pages(mini).record(mini.records['when-founded']).content}</div>")
    days = {"tarn-1931": MAY_1931, "board-1934": END_OF_1934, "quay-2002": MARCH_2002}
    parts = tree.xpath("//*[@data-part='claim']")
    assert len(parts) == 2 * len(tree.cssselect(".stance")) == 2 * len(tree.cssselect(".figures__row"))
    assert {one.get("data-published") == days[one.get("data-source")] for one in parts} == {True}
    assert [one.get("data-day") for one in tree.cssselect("#known-steps option")] == list(days.values())
    assert [one.get("data-words") for one in tree.cssselect("#known-steps option")] == [
        "1 of 3 sources, newest Tarn 1931",
        "2 of 3 sources, newest Harbour Board 1934",
        "all 3 sources",
    ]


def test_a_question_hides_nothing_by_itself_and_its_form_waits_for_a_script(mini: Corpus) -> None:
    pages = Pages(mini)
    told = {"network__hint quiet", "network__told"}
    for page, more in (
        (pages.record(mini.records["when-founded"]), {"picture-tools", "this-list"}),
        (timeline_page(pages), {"picture-tools"}),
        (network_page(pages), {"picture-tools", *told}),
    ):
        tree = html.fromstring(f"<div>{page.content}</div>")
        (form,) = tree.cssselect("form[data-choices]")
        assert form.get("hidden") is not None
        assert not tree.xpath("//*[@data-hidden]")
        notes = tree.xpath("//*[@hidden][not(self::form)][not(ancestor::form)]")
        assert {one.get("class") for one in notes} == {"choices__none", *more}


def test_an_event_is_known_from_its_first_claim_and_each_source_of_it_from_its_own_day(mini: Corpus) -> None:
    tree = html.fromstring(timeline_page(Pages(mini)).content)
    events = tree.xpath("//*[@data-part='event'][@data-key='great-lamp-fire']")
    assert [(one.tag, one.get("data-published")) for one in events] == [("tr", MAY_1931)]
    sources = events[-1].xpath(".//*[@data-part='source']/@data-published")
    assert sources == [MAY_1931, END_OF_1934, MARCH_2002]


def test_a_relation_is_known_from_whoever_says_so_or_denies_it_first_and_stands_otherwise_from_then(
    mini: Corpus,
) -> None:
    tree = html.fromstring(f"<div>{network_page(Pages(mini)).content}</div>")
    (row,) = tree.xpath("//tr[@data-part='relation'][starts-with(td[2], 'split from')]")
    assert row.get("data-published") == MAY_1931
    assert row.xpath("./td[5]/span/@data-published") == [MAY_1931]
    assert row.xpath("./td[6]/span/@data-published") == [MARCH_2002]
    assert row.get("data-standings") == f"{MAY_1931} asserted,{MARCH_2002} contested"
    assert tree.cssselect(f"svg [data-relations~='{row.get('data-key')}']")


def test_references_of_a_narrowed_page_say_from_when_their_source_is_known(mini: Corpus) -> None:
    pages = Pages(mini)
    tree = html.fromstring(f"<div>{network_page(pages).content}</div>")
    assert tree.cssselect(".references li[data-published]")
    assert "data-part" not in pages.record(mini.records["brisa"]).content.split('class="references"')[-1]


@pytest.fixture
def undated(mini: Corpus) -> Callable[[str], Corpus]:
    """The invented dossier with one source of which no date is known."""

    def without(key: str) -> Corpus:
        source = mini.source(key).model_copy(update={"issued": None})
        return with_records(mini, {**mini.records, key: source})

    return without
