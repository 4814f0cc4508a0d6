from __future__ import annotations

import pytest

from dossier.captures.said_names import SaidAuthor
from dossier.commands.source_ids import free_id, label, proposed_id

HILL, WOOD, REED = SaidAuthor("Hill", "Jane"), SaidAuthor("Wood", "Ann"), SaidAuthor("Reed", "Bo")
BOARD = SaidAuthor(literal="Harbour Board of Brisa")


@pytest.mark.parametrize(
    ("authors", "container", "issued", "id_"),
    [
        ([HILL], "", "2021-05", "hill-2021"),
        ([HILL, WOOD], "", "2021", "hill-wood-2021"),
        ([HILL, WOOD, REED], "", "2021", "hill-wood-2021"),
        ([BOARD], "", "1934", "hbb-1934"),
        ([SaidAuthor(literal="Reuters")], "", "2021", "reuters-2021"),
        ([], "Lamp Times", "2021", "lamp-times-2021"),
        ([], "", "2021", "the-keepers-of-2021"),
        ([HILL], "", "", "hill"),
        ([SaidAuthor("Müller-Groß", "Jo")], "", "2021", "muller-gross-2021"),
        ([SaidAuthor("Петров", "Иван")], "", "2021", "pitruv-2021"),
    ],
)
def test_an_id_says_who_and_when(authors: list[SaidAuthor], container: str, issued: str, id_: str) -> None:
    assert proposed_id(authors, container, "The Keepers of Brisa", issued) == id_


def test_an_id_that_is_taken_goes_on() -> None:
    assert free_id("hill-2021", {"hill-2021", "hill-2021b"}.__contains__) == "hill-2021c"
    assert free_id("hill", {"hill", "hill-2"}.__contains__) == "hill-3"


def test_a_label_names_at_most_two() -> None:
    assert label([HILL], "", "2021-05") == "Hill 2021"
    assert label([HILL, WOOD], "", "2021") == "Hill and Wood 2021"
    assert label([HILL, WOOD, REED], "", "2021") == "Hill and others 2021"
    assert label([], "Lamp Times", "") == "Lamp Times"
    assert label([], "", "2021") == ""
