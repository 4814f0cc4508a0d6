from __future__ import annotations

from typing import Any

import pytest

from dossier.model.records import Value
from dossier.model.words import ENGLISH
from dossier.pages.claims import quantity
from dossier.pages.context import Context


def test_a_claim_tells_who_says_it_and_where(context: Context) -> None:
    one = context.claims["tarn-1931-c05"]
    assert one.speaker is not None
    assert (one.number, one.speaker.words, one.source.words) == ("05", "Lamp Guild", "Tarn 1931")
    assert [locator.number for locator in one.locators] == [3]
    assert one.sureness == "Allegation, reported at second hand"
    assert one.published == "1931-05-31"
    assert (one.quantity, one.date, one.as_of) == ("", None, None)


def test_a_claim_tells_its_figure_or_its_date(context: Context) -> None:
    figure, dated = context.claims["tarn-1931-c02"], context.claims["tarn-1931-c01"]
    assert figure.as_of is not None
    assert (figure.quantity, figure.as_of.edtf, figure.date) == ("about 85 to 95 keepers", "1903", None)
    assert dated.date is not None
    assert (dated.quantity, dated.date.edtf) == ("", "1898~")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": 180, "high": 180, "approximate": True}, "about 180 keepers"),
        ({"low": 1500, "high": 2000}, "1,500 to 2,000 keepers"),
        ({"low": 100}, "100 or more keepers"),
        ({"high": 12.5}, "up to 12.5 keepers"),
        ({"low": 200, "as_given": "hundreds"}, "hundreds of keepers"),
        ({"low": 100, "as_given": "more than a hundred"}, "more than a hundred keepers"),
        ({"low": 9000, "as_given": "some 9,000"}, "some 9,000 keepers"),
        ({"low": 3, "as_given": "at least three"}, "at least three keepers"),
        ({"low": 40, "as_given": "forty men with lamps"}, "forty men with lamps"),
    ],
)
def test_a_quantity_is_told_in_words(fields: dict[str, Any], words: str) -> None:
    assert quantity(ENGLISH, Value.model_validate({**fields, "unit": "keepers"})) == words
