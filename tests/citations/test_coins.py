from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from dossier.citations.coins import context_object
from dossier.citations.csl_json import Item

ARTICLE: Item = {
    "id": "tarn-1931",
    "type": "article-journal",
    "title": "Lamps & Oil + 50 %",
    "author": [{"family": "Tarn", "given": "Mirela"}, {"literal": "Harbour Board, Brisa"}],
    "container-title": "Journal of Invented Islands",
    "publisher": "Saltmouth Press",
    "issued": {"date-parts": [[1931]], "circa": True},
    "custom": {"issued": "1931?"},
    "language": "de",
    "URL": "https://example.org/keepers?a=1&b=2",
}


def read(item: Item, **more: str) -> dict[str, list[str]]:
    return parse_qs(context_object(item, **more), strict_parsing=True)


def test_an_article_of_a_journal_is_told_in_the_format_of_journals() -> None:
    assert read(ARTICLE) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["Lamps & Oil + 50 %"],
        "rft.jtitle": ["Journal of Invented Islands"],
        "rft.au": ["Tarn, Mirela"],
        "rft.aucorp": ["Harbour Board, Brisa"],
        "rft.pub": ["Saltmouth Press"],
        "rft.date": ["1931?"],
        "rft.language": ["de"],
        "rft_id": ["https://example.org/keepers?a=1&b=2"],
    }


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("article-magazine", {"rft.type": "magazineArticle", "rft.title": "X", "rft.source": "Y"}),
        ("article-newspaper", {"rft.type": "newspaperArticle", "rft.title": "X", "rft.source": "Y"}),
        ("post-weblog", {"rft.type": "blogPost", "rft.title": "X", "rft.source": "Y"}),
        ("webpage", {"rft.type": "webpage", "rft.title": "X", "rft.source": "Y"}),
        ("report", {"rft.genre": "report", "rft.btitle": "X", "rft.series": "Y"}),
        ("book", {"rft.genre": "book", "rft.btitle": "X", "rft.series": "Y"}),
        ("chapter", {"rft.genre": "bookitem", "rft.atitle": "X", "rft.btitle": "Y"}),
    ],
)
def test_each_type_has_its_own_keys(kind: str, keys: dict[str, str]) -> None:
    found = read({"id": "x", "type": kind, "title": "X", "container-title": "Y"})
    assert {key: found[key][0] for key in found if key not in ("ctx_ver", "rft_val_fmt")} == keys


def test_terms_and_abstract_are_told_where_they_are_given() -> None:
    page = {"id": "x", "type": "webpage", "title": "X"}
    found = read(page, rights="https://x.example/by", abstract="What it says.")
    assert (found["rft.rights"], found["rft.description"]) == (["https://x.example/by"], ["What it says."])
    assert not {"rft.rights", "rft.description", "rft.identifier", "rft.date"} & read(page).keys()
