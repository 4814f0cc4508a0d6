from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.related import Parallel, parallels, surely_before
from dossier.load import load
from dossier.text.edtf import parse
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.links import BuiltPage


def place(one: Parallel | None) -> tuple[str, int] | None:
    return (one.source.id, one.number) if one else None


def test_a_paragraph_has_the_nearest_of_an_earlier_and_of_a_later_source(mini: Corpus) -> None:
    found = parallels(mini)
    founding = found["board-1934", 1]
    assert (place(founding.earlier), place(founding.later)) == (("tarn-1931", 1), ("quay-2002", 1))
    fire = found["tarn-1931", 3]
    assert fire.earlier is None
    assert place(fire.later) in {("board-1934", 2), ("quay-2002", 2)}


def test_it_is_told_what_is_shared_the_rarest_first(mini: Corpus) -> None:
    founding = parallels(mini)["board-1934", 1].earlier
    assert founding
    assert founding.links == 1
    assert {one.id for one in founding.subjects} == {"when-founded", "guild-founding"}
    assert "lamp-guild" not in {one.id for one in founding.records}, "every second paragraph is about it"


def test_what_shares_no_link_no_question_and_no_event_has_no_parallel(mini: Corpus) -> None:
    found = parallels(mini)
    assert ("quay-2002", 3) not in found
    assert ("tarn-1931", 4) not in found


def test_no_parallel_is_of_the_same_source(mini: Corpus) -> None:
    found = [(key, one) for key, both in parallels(mini).items() for one in (both.earlier, both.later) if one]
    assert len(found) > 5
    for (source, _), one in found:
        assert one.source.id != source


def test_the_direction_is_that_of_publication(mini: Corpus) -> None:
    for (key, _), both in parallels(mini).items():
        here = mini.source(key)
        assert not both.earlier or surely_before(both.earlier.source, here)
        assert not both.later or surely_before(here, both.later.source)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1931-05", "1934?", True),
        ("1934?", "1931-05", False),
        ("1934?", "1934-06", False),
        ("1934-06", "1934?", False),
        ("1934", None, False),
        (None, "1934", False),
    ],
)
def test_dates_that_overlap_or_are_not_known_tell_no_order(
    mini: Corpus, one: str | None, other: str | None, expected: bool
) -> None:
    source = mini.source("tarn-1931")
    first, second = (source.model_copy(update={"issued": parse(date) if date else None}) for date in (one, other))
    assert surely_before(first, second) is expected


def test_sources_whose_order_is_not_certain_are_not_linked(changed: Changed) -> None:
    same_year = swapped('issued: "1934?"', 'issued: "1931"')
    corpus = load(changed({"data/sources/board-1934.yaml": same_year}))
    found = parallels(corpus)
    linked = {one.source.id for both in (found["tarn-1931", 1],) for one in (both.earlier, both.later) if one}
    assert linked == {"quay-2002"}


def test_the_same_records_give_the_same_in_any_order(mini: Corpus, changed: Changed) -> None:
    again = load(changed({}))
    assert {k: (place(v.earlier), place(v.later)) for k, v in parallels(again).items()} == {
        k: (place(v.earlier), place(v.later)) for k, v in parallels(mini).items()
    }


def test_the_margin_leads_to_the_paragraphs_and_says_what_is_shared(mini_pages: dict[str, BuiltPage]) -> None:
    tree = mini_pages["sources/board-1934/"].tree
    (margin,) = tree.xpath("//p[@id='p1']/following-sibling::div//details[contains(@class, 'margin__parallels')]")
    links = margin.xpath(".//a")
    assert [(" ".join(link.text_content().split()), link.get("href")) for link in links] == [
        ("Earlier: Tarn 1931, paragraph 1", "../../sources/tarn-1931/#p1"),
        ("Later: Quay 2002, paragraph 1", "../../sources/quay-2002/#p1"),
    ]
    assert "When was the guild founded?" in margin.text_content()
