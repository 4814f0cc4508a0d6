from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from dossier.citations import processor as citation_styles
from dossier.citations.csl_json import Cited, Item, record_item, source_item, with_locator
from dossier.citations.processor import BETWEEN_ITEMS, STYLES, Styled, alone, processed, style_file
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))
TARN: Item = {
    "id": "tarn",
    "type": "article-journal",
    "title": "The keepers",
    "author": [{"family": "Tarn", "given": "Mirela"}],
    "issued": {"date-parts": [[1931]]},
}


def entries(item: Item) -> dict[str, str]:
    (row,) = processed([Cited(item)])
    return {name: one.entry for name, one in row.items()}


def in_text(item: Item, *paragraphs: int) -> dict[str, str]:
    (row,) = processed([with_locator(item, paragraphs)])
    return {name: one.in_text for name, one in row.items()}


def test_a_source_in_each_style(mini: Corpus) -> None:
    assert entries(source_item(mini.source("quay-2002"))) == {
        "apa": "Quay, J. (2002, March 9). Lamps &amp; Lies. <i>Saltmouth Notebook</i>. "
        "https://example.org/notebook/lamps-and-lies?part=1",
        "chicago": "Quay, Juno. 2002. “Lamps &amp; Lies.” <i>Saltmouth Notebook</i>, March 9. "
        "https://example.org/notebook/lamps-and-lies?part=1.",
        "chicago-notes": "Quay, Juno. “Lamps &amp; Lies.” <i>Saltmouth Notebook</i>, March 9, 2002. "
        "https://example.org/notebook/lamps-and-lies?part=1.",
        "mla": "Quay, Juno. “Lamps &amp; Lies.” <i>Saltmouth Notebook</i>, 9 Mar. 2002, "
        "https://example.org/notebook/lamps-and-lies?part=1.",
    }


def test_a_date_that_is_not_certain_or_not_known(mini: Corpus) -> None:
    item = source_item(mini.source("board-1934"))
    assert "(ca. 1934)" in entries(item)["apa"]
    assert "[1934?]" in entries(item)["chicago"]
    del item["issued"]
    assert "(n.d.)" in entries(item)["apa"]
    assert "n.d." in entries(item)["chicago"]


def test_a_body_that_published_its_own_work_is_named_as_each_style_names_it(mini: Corpus) -> None:
    found = entries(source_item(mini.source("board-1934")))
    assert found["apa"] == "Harbour Board of Brisa. (ca. 1934). <i>Report on the Lamps</i>."
    assert found["chicago"].count("Harbour Board of Brisa") == 2
    assert found["mla"] == "<i>Report on the Lamps</i>. Harbour Board of Brisa, Circa 1934."


def test_a_page_without_a_date_is_not_said_to_be_retrieved() -> None:
    item = {"id": "x", "type": "webpage", "title": "Lamps", "URL": "https://lamp.example/x/"}
    assert entries(item)["apa"] == "<i>Lamps</i>. (n.d.). https://lamp.example/x/"


def test_a_title_in_another_language_keeps_its_capitals() -> None:
    item = {"id": "x", "type": "book", "title": "Das Licht und die Not", "language": "de-AT"}
    assert "Das Licht und die Not" in entries(item)["mla"]
    assert "Das Licht Und Die Not" in entries(item | {"language": "en"})["mla"]


def test_a_page_of_the_site_in_each_style(mini: Corpus) -> None:
    assert entries(record_item(mini.records["who-lit-the-fire"], INFO)) == {
        "apa": "<i>Who lit the fire at the great lamp?</i> (2026, January 9). Lamp Dossier. "
        "https://lamp.example/2026.1/questions/who-lit-the-fire/",
        "chicago": "Lamp Dossier. 2026. “Who Lit the Fire at the Great Lamp?” Version 2026.1. January 9. "
        "https://lamp.example/2026.1/questions/who-lit-the-fire/.",
        "chicago-notes": "Lamp Dossier. “Who Lit the Fire at the Great Lamp?” Version 2026.1. January 9, 2026. "
        "https://lamp.example/2026.1/questions/who-lit-the-fire/.",
        "mla": "“Who Lit the Fire at the Great Lamp?” <i>Lamp Dossier</i>, Version 2026.1, 9 Jan. 2026, "
        "https://lamp.example/2026.1/questions/who-lit-the-fire/.",
    }


def test_paragraphs_are_cited_in_the_text() -> None:
    assert in_text(TARN, 9) == {
        "apa": "(Tarn, 1931, para. 9)",
        "chicago": "(Tarn 1931, para. 9)",
        "chicago-notes": "Mirela Tarn, <i>The Keepers</i>, 1931, para. 9.",
        "mla": "(Tarn, par. 9)",
    }
    assert in_text(TARN, 3, 9, 10)["apa"] == "(Tarn, 1931, paras. 3, 9–10)"
    assert in_text(TARN) == {
        "apa": "(Tarn, 1931)",
        "chicago": "(Tarn 1931)",
        "chicago-notes": "Mirela Tarn, <i>The Keepers</i>, 1931.",
        "mla": "(Tarn)",
    }


def test_each_item_is_cited_as_if_it_were_alone() -> None:
    other = TARN | {"id": "other", "title": "Another title"}
    namesake = TARN | {"id": "namesake", "author": [{"family": "Tarn", "given": "Odo"}]}
    together = [with_locator(item, (9,)) for item in (TARN, other, TARN, namesake)]
    assert processed(together) == [processed([cited])[0] for cited in together]


def test_the_order_is_that_of_the_items() -> None:
    titles = [f"Lamp {letter}" for letter in "ZAMB"]
    rows = processed([Cited({"id": title, "type": "book", "title": title}) for title in titles])
    assert [row["apa"].entry for row in rows] == [f"<i>{title}</i>. (n.d.)." for title in titles]


def test_nothing_is_cited_without_a_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citation_styles, "_pandoc", lambda: pytest.fail("the processor was started"))
    assert processed([]) == []


def test_what_is_cited_is_safe_html_and_its_plain_text_can_be_copied() -> None:
    item = TARN | {"title": "Oil < lamps & <script>alert(1)</script>", "container-title": 'The "Journal"'}
    row = processed([Cited(item)])[0]
    for one in row.values():
        assert isinstance(one.entry, Markup)
        assert "<script" not in one.entry
    assert "Oil < lamps & <script>alert(1)</script>" in row["apa"].entry.striptags()
    assert "<i>" not in row["apa"].entry.striptags()


def test_an_address_is_text() -> None:
    address = "https://lamp.example/a_b/*c*/?d=1&e=~2#p3"
    for entry in entries(TARN | {"URL": address}).values():
        assert Markup.escape(address) in entry
        assert "<a" not in entry


def test_words_stay_small_as_the_reference_leaves_them() -> None:
    item = TARN | {"title": "Life under the lamp", "container-title": "Journal of life between islands"}
    assert "“Life under the Lamp.”" in entries(item)["chicago"]
    chapter = item | {"type": "chapter"}
    assert "<i>Journal of Life between Islands</i>" in entries(chapter)["mla"]


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_the_official_file(name: str) -> None:
    text = style_file(name).read_text("utf-8")
    assert f"http://www.zotero.org/styles/{STYLES[name]}" in text


@pytest.mark.parametrize("name", STYLES)
def test_a_style_loses_only_what_it_does_between_items(name: str) -> None:
    whole = style_file(name).read_bytes()
    text = alone(whole).decode()
    assert [attribute for attribute in (*BETWEEN_ITEMS, "disambiguate") if f' {attribute}="' in text] == []
    assert alone(text.encode()) == text.encode()


def test_a_processor_that_fails_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.csl"
    broken.write_text("<style/>", "utf-8")
    monkeypatch.setattr(citation_styles, "style_file", lambda _: broken)
    with pytest.raises(subprocess.CalledProcessError):
        processed([Cited(TARN)])


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no_such_package"):
        citation_styles._folder_of("no_such_package")


def test_a_node_that_no_citation_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="RawInline"):
        citation_styles._html({"t": "RawInline", "c": ["html", "<b>"]})


def test_words_in_bold_and_raised_keep_their_tags() -> None:
    nodes: list[dict[str, Any]] = [
        {"t": "Strong", "c": [{"t": "Str", "c": "a<"}]},
        {"t": "Space"},
        {"t": "Superscript", "c": []},
    ]
    assert citation_styles._markup(nodes) == Markup("<b>a&lt;</b> <sup></sup>")
    assert Styled(Markup("a"), Markup()).in_text == ""
