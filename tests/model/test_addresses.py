from __future__ import annotations

import pytest

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import document_url, paragraph_url, passage_url, root_of, url_for
from dossier.model.records import Anchor
from dossier.reading.markdown_file import read_document


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("who-lit-the-fire", "questions/who-lit-the-fire/"),
        ("lamp-guild", "actors/lamp-guild/"),
        ("great-lamp-fire", "events/great-lamp-fire/"),
        ("brisa", "places/brisa/"),
        ("tarn-1931-c05", "claims/tarn-1931-c05/"),
        ("tarn-1931", "sources/tarn-1931/"),
    ],
)
def test_a_record_lives_in_the_section_of_its_kind(mini: Corpus, key: str, expected: str) -> None:
    assert url_for(mini.records[key]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index", ""),
        ("origins", "origins/"),
        ("about/index", "about/"),
        ("about/method", "about/method/"),
        ("sources/tarn-1931", "sources/tarn-1931/"),
    ],
)
def test_a_page_of_prose_lives_where_the_renderer_puts_it(name: str, expected: str) -> None:
    assert document_url(read_document("", f"docs/{name}.md", name)) == expected


def test_the_page_of_a_source_is_its_article(mini: Corpus) -> None:
    article = mini.article("tarn-1931")
    assert article
    assert document_url(article) == url_for(mini.source("tarn-1931"))


def test_a_paragraph_is_a_fragment_of_its_article() -> None:
    assert paragraph_url("tarn-1931", 3) == "sources/tarn-1931/#p3"


@pytest.mark.parametrize(
    ("start", "end", "fragment"),
    [
        ("some ninety", "lamps", "some%20ninety,lamps"),
        ("well-kept, said", "50% & more", "well%2Dkept%2C%20said,50%25%20%26%20more"),
        ("a “warden’s", "hand”", "a%20%E2%80%9Cwarden%E2%80%99s,hand%E2%80%9D"),
    ],
)
def test_a_passage_is_a_text_fragment_in_which_nothing_is_taken_for_syntax(
    mini: Corpus, start: str, end: str, fragment: str
) -> None:
    anchor = Anchor.model_validate({"from": start, "to": end})
    claim = mini.claim("tarn-1931-c02").model_copy(update={"anchor": anchor})
    assert passage_url(claim, "https://a.org/b?c=1") == f"https://a.org/b?c=1#:~:text={fragment}"


def test_a_passage_keeps_the_fragment_of_its_page(mini: Corpus) -> None:
    assert (
        passage_url(mini.claim("tarn-1931-c02"), "https://a.org/b#c") == "https://a.org/b#c:~:text=some%20ninety,lamps"
    )


@pytest.mark.parametrize(
    ("address", "root"), [("", ""), ("origins/", "../"), ("actors/lamp-guild/", "../../"), ("404.html", "")]
)
def test_the_way_back_to_the_root(address: str, root: str) -> None:
    assert root_of(address) == root
