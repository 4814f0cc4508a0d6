"""Paragraphs in a citation in the text, held against the processor."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from dossier.citations.csl_json import Cited, Item, csl_date, source_item
from dossier.citations.in_text import at_paragraphs
from dossier.citations.processor import processed
from dossier.load import load
from dossier.model.records import Source
from dossier.text.edtf import parse
from tests.support.full import unless_full
from tests.support.paths import MINI, ROOT

PARAGRAPHS = ((9,), (3, 4), (1, 3, 4, 5, 12))
AUTHORS: tuple[list[Item], ...] = (
    [],
    [{"family": "Tarn", "given": "Mirela"}],
    [{"literal": "Lamps & Oil Inc."}],
    [{"literal": "The “Board”"}],
    [{"family": "Tarn", "given": "M."}, {"family": "Quay"}],
    [{"family": name} for name in ("Tarn", "Quay", "Oil", "Lamp")],
)
TITLES = ("The keepers", "Who?", "Oh!", "Said.", "On “oil”", "What is “oil?”", "Oil…", "Lamps,", "<i>Lamps</i> & oil")
DATES = (None, "1931~", "2002-03-09", "1905/1907", "1905-21")
# Each seventh: a number that divides none of theirs, so that each author, title and date is among them.
SHARE = unless_full([7], [1])[0]
KINDS = ("article-magazine", "webpage")


def assert_as_the_processor_prints(items: list[Item]) -> None:
    wholes = processed([Cited(item) for item in items])
    for paragraphs in PARAGRAPHS:
        wanted = processed([Cited(item, paragraphs) for item in items])
        for item, whole, expected in zip(items, wholes, wanted, strict=True):
            assert at_paragraphs(item, whole, paragraphs) == expected, item


@pytest.mark.parametrize("root", [ROOT, MINI], ids=["real", "mini"])
def test_every_source_is_cited_with_paragraphs_as_the_processor_does(root: Path) -> None:
    assert_as_the_processor_prints([source_item(source) for source in load(root).of(Source)])


def test_any_author_title_and_date_is_followed_by_paragraphs_as_the_processor_does() -> None:
    assert_as_the_processor_prints(
        [
            {"id": "x", "type": kind, "title": title}
            | ({"author": author} if author else {})
            | ({"issued": csl_date(parse(date)), "URL": "https://lamp.example/a/"} if date else {})
            for kind, title, author, date in list(product(KINDS, TITLES, AUTHORS, DATES))[::SHARE]
        ]
    )


def test_a_publication_as_a_whole_is_not_cited_in_the_text() -> None:
    item = {"id": "x", "type": "book", "title": "Lamps"}
    (whole,) = processed([Cited(item)])
    found = at_paragraphs(item, whole, ())
    assert {style: str(one.in_text) for style, one in found.items() if one.in_text} == {
        "chicago-notes": "<i>Lamps</i> (n.d.)."
    }
    assert {style: one.entry for style, one in found.items()} == {style: one.entry for style, one in whole.items()}
