from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Named
from dossier.text.spelling import fold
from tests.bench.queries import EDITS, Query, edited, one_apart, read, slips


def test_slips_are_the_same_for_the_same_seed_and_others_for_another(mini: Corpus) -> None:
    assert slips(mini, 8, 1) == slips(mini, 8, 1) != slips(mini, 8, 2)


def test_a_slip_is_one_letter_from_a_name_of_each_record_it_wants(mini: Corpus) -> None:
    names = {
        url_for(record): {fold(name.text) for name in record.names}
        for record in mini.records.values()
        if isinstance(record, Named)
    }
    for slip in slips(mini, 40, 3):
        wanted = {address for address in names if re.search(slip.wanted, f"/{address}")}
        assert wanted
        for address in wanted:
            assert any(one_apart(name, fold(slip.text)) for name in names[address])
            assert fold(slip.text) not in names[address] or len(wanted) > 1


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_touches_one_letter(edit: str) -> None:
    rng = random.Random(5)  # noqa: S311  nothing secret
    for _ in range(50):
        assert one_apart("lamp guild", edited("lamp guild", edit, "abcdefg", rng))


@pytest.mark.parametrize("other", ["lamp", "lam", "lamps", "alamp", "lmap", "lomp", "kamp", "lapm"])
def test_one_apart(other: str) -> None:
    assert one_apart("lamp", other)
    assert one_apart(other, "lamp")


@pytest.mark.parametrize("other", ["la", "lampss", "pmal", "lmpa", "plam", ""])
def test_more_than_one_apart(other: str) -> None:
    assert not one_apart("lamp", other)


def test_an_answer_needs_title_or_address_and_all_texts() -> None:
    query = Query("q", "fact", "lamps", "Lamp|/lamps/", ("lit", "oil"))
    assert query.answered_by("Lamp Guild", "/x/", "lit with oil")
    assert query.answered_by("x", "/lamps/#p2", "oil was lit")
    assert not query.answered_by("lamp", "/x/", "lit with oil")
    assert not query.answered_by("Lamp", "/x/", "lit")


def test_a_line_that_is_no_query_is_named(tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text("# a comment\n\na\tb\tc\t-\t-\nno query\n", "utf-8")
    with pytest.raises(ValueError, match=r"queries\.tsv:4: 1 fields"):
        read(path)


def test_our_own_queries_can_be_read() -> None:
    queries = read(Path(__file__).parent / "queries.tsv")
    assert len(queries) >= 30
    assert len({query.id for query in queries}) == len(queries)
