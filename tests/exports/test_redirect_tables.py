"""What has moved, as tables; ``test_csv_package`` and ``test_sqlite`` read them back."""

from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.exports.tables import Table


def test_records_that_moved(tables: dict[str, Table]) -> None:
    assert tables["redirects"].rows == (
        (
            "wick-brotherhood",
            "https://lamp.example/actors/wick-brotherhood/",
            "actor",
            "Wick Brotherhood",
            None,
            "lamp-guild",
            "merged",
            "It is the same guild under its former name.",
            None,
        ),
        (
            "fog-bell",
            "https://lamp.example/places/fog-bell/",
            "place",
            "Fog Bell",
            None,
            None,
            "withdrawn",
            "No source names it.",
            "2024-03",
        ),
    )


def test_pages_that_moved(tables: dict[str, Table]) -> None:
    assert tables["page_redirects"].rows == (
        (
            "history/",
            "https://lamp.example/history/",
            "History of the guild",
            "origins/",
            "moved",
            "It tells how the guild began and no more.",
        ),
    )


def test_positions_that_moved(tables: dict[str, Table]) -> None:
    base = "https://lamp.example/questions"
    assert tables["position_redirects"].rows == (
        (
            "how-many-keepers",
            "forty",
            f"{base}/how-many-keepers/#position-forty",
            None,
            "how-many-keepers",
            "at-least-forty",
            "renamed",
            "Quay says that it was forty or more.",
        ),
        (
            "when-founded",
            "in-1904",
            f"{base}/when-founded/#position-in-1904",
            "In 1904",
            None,
            None,
            "withdrawn",
            "No source says so.",
        ),
    )


def test_no_redirect_is_left_out(mini: Corpus, tables: dict[str, Table]) -> None:
    assert len(tables["redirects"].rows) == len(mini.redirects)
    assert len(tables["page_redirects"].rows) == len(mini.page_redirects.items)
    assert len(tables["position_redirects"].rows) == len(mini.position_redirects.items)
