from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.corpus.corpus import Corpus
from dossier.pictures.network_layout import (
    BELOW,
    BESIDE,
    LINE,
    SIZE,
    DrawnPoint,
    Side,
    label,
    label_width,
    mark_of,
    radius,
)
from dossier.pictures.text_width import text_width


def test_the_area_of_a_mark_grows_with_claims_up_to_a_bound() -> None:
    assert radius(0) == 6
    assert radius(4) - radius(0) == pytest.approx(radius(16) - radius(4))
    assert radius(10**6) == radius(10**7) == 28


def test_a_name_is_broken_at_words_and_cut_after_its_last_line() -> None:
    wide = text_width("Board of the", SIZE)
    assert label("Board of the Harbour", wide) == ("Board of the", "Harbour")
    assert label("Board of the Harbour of Brisa", wide, 2) == ("Board of the", "Harbour of…")
    assert label("Unbreakablewords", 10) == ("Unbreakablewords",)
    assert label_width(("i", "mmm")) == text_width("mmm", SIZE)
    assert label_width(()) == 0


def test_a_mark_tells_of_its_actor(mini: Corpus) -> None:
    mark = mark_of(mini, mini.actor("lamp-guild"), DrawnPoint(1, 2), 40)
    assert (mark.at, mark.lines) == (DrawnPoint(1, 2), ("Lamp", "Guild"))
    assert mark.claims == len(mini.claims_about("lamp-guild")) > 0
    assert mark.radius == radius(mark.claims)
    assert mark.name_width == label_width(mark.lines)


@pytest.mark.parametrize("side", ["below", "above", "right", "left"])
def test_a_name_stands_beside_its_mark_and_is_as_large_as_its_lines(mini: Corpus, side: Side) -> None:
    mark = replace(mark_of(mini, mini.actor("lamp-guild"), DrawnPoint(100, 100), 40), side=side)
    name, rim = mark.name, mark.rim
    assert (name.width, name.height) == pytest.approx((mark.name_width, 2 * LINE))
    gaps = {
        "below": name.top - rim.bottom - BELOW,
        "above": rim.top - name.bottom - BELOW,
        "right": name.left - rim.right - BESIDE,
        "left": rim.left - name.right - BESIDE,
    }
    assert gaps[side] == pytest.approx(0)
    assert not name.meets(rim)
