from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

import jsonschema
import lxml.html
import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.exports import Download, File, Material, download_parts, list_downloads, write_downloads
from dossier.exports.all_tables import empty_tables
from dossier.exports.dictionary import dictionary
from dossier.exports.files import GROUPS, catalogue, checksums
from dossier.model.json_schema import schemas
from dossier.model.licence import ARTICLES, DATA_LICENCE
from dossier.model.words import ENGLISH
from dossier.pages.data import data_view
from dossier.pages.dictionary import dictionary_view
from tests.exports.conftest import BASE
from tests.support.files import snapshot
from tests.support.printing import PRINTER

Exported = tuple[Path, list[Download]]


def test_every_file_is_told_of_with_its_size_and_its_digest(exported: Exported) -> None:
    folder, downloads = exported
    assert {one.name for one in downloads} == set(snapshot(folder)) - {"index.json", "checksums.txt"}
    for one in downloads:
        content = (folder / one.name).read_bytes()
        assert (one.bytes, one.sha256) == (len(content), sha256(content).hexdigest())
        assert one.title
        assert one.what_for
        assert one.media_type
        assert one.group in GROUPS


def test_the_checksums_are_those_of_the_files(exported: Exported) -> None:
    lines = (exported[0] / "checksums.txt").read_text("utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert told == {
        name: sha256(content).hexdigest() for name, content in snapshot(exported[0]).items() if name != "checksums.txt"
    }
    assert checksums(exported[1][:1]) == f"{exported[1][0].sha256}  {exported[1][0].name}\n"


def test_the_catalogue_lists_the_downloads(exported: Exported, edition: Edition) -> None:
    told = json.loads((exported[0] / "index.json").read_text("utf-8"))
    assert told["downloads"] == [asdict(one) for one in exported[1]]
    assert told["url"] == "https://lamp.example/data/"
    assert (told["licence"]["spdx"], told["edition"]) == ("CC-BY-4.0", asdict(edition))
    assert catalogue([], base_url="", site_name="", edition=edition)["url"] == ""


def test_the_schemas_are_valid_and_those_of_the_program(data: Path) -> None:
    for name, text in schemas().items():
        assert (data / "schema" / name).read_text("utf-8") == text
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_the_same_dossier_gives_the_same_files_anywhere(
    mini: Corpus, edition: Edition, exported: Exported, tmp_path: Path
) -> None:
    site = tmp_path / "elsewhere"
    write_downloads(site, mini, base_url=BASE, site_name="Lamp Dossier", edition=edition)
    assert snapshot(site / "data") == snapshot(exported[0])


def test_the_parts_may_be_written_in_any_order(
    mini: Corpus, edition: Edition, exported: Exported, tmp_path: Path
) -> None:
    material = Material(mini, BASE, "Lamp Dossier", edition)
    first, second = download_parts(tmp_path, material, [])
    later = second()
    assert list_downloads(tmp_path, material, [*first(), *later]) == exported[1]
    assert snapshot(tmp_path / "data") == snapshot(exported[0])


def test_what_others_made_is_written_and_listed(mini: Corpus, edition: Edition, tmp_path: Path) -> None:
    file = File("sources.bib", "BibTeX", "For reference managers.", "text/x-bibtex", b"@misc{a}", "sources")
    found = write_downloads(tmp_path, mini, base_url=BASE, site_name="Lamps", edition=edition, extra=[file])
    assert found[-1] == Download.of(file)
    assert (found[-1].bytes, found[-1].group) == (8, "sources")
    assert (tmp_path / "data/sources.bib").read_bytes() == b"@misc{a}"
    assert "  sources.bib\n" in (tmp_path / "data/checksums.txt").read_text("utf-8")


def test_no_private_full_text_is_given_away(mini: Corpus, edition: Edition, exported: Exported, tmp_path: Path) -> None:
    private = replace(mini, full_texts={"tarn-1931": ("What the author wrote.",)})
    write_downloads(tmp_path, private, base_url=BASE, site_name="Lamp Dossier", edition=edition)
    assert snapshot(tmp_path / "data") == snapshot(exported[0])


@pytest.mark.parametrize("of", [Edition("2024.1", "2024-03-01"), Edition("", "2024-03-01"), Edition("", "")])
def test_the_page_says_of_each_file_what_it_is_for(mini: Corpus, exported: Exported, of: Edition) -> None:
    page = _page("data.html", "data/", data_view(mini, SiteInfo("Lamps", "", "", of), exported[1]))
    for one in exported[1]:
        (item,) = [found for found in page.iter("li") if found.get("data-download") == one.name]
        words = " ".join(item.text_content().split())
        assert one.what_for in words
        assert one.sha256 in page.text_content()
        assert [link.get("href") for link in item.iter("a")] == [f"../data/{one.name}"]
    words = page.text_content()
    assert (of.name or "Not a published edition") in words
    assert of.date in words
    assert DATA_LICENCE.title in words
    assert ARTICLES in words
    links = {link.get("href") for link in page.iter("a")}
    assert {"../data/dictionary/", "../data/checksums.txt", "../data/index.json", DATA_LICENCE.url} <= links


def test_the_page_of_the_dictionary_has_every_field_and_every_column() -> None:
    entries, tables = dictionary(), empty_tables()
    page = _page("dictionary.html", "data/dictionary/", dictionary_view(ENGLISH))
    expected = [(f"model-{one.name.lower()}", list(one.fields)) for one in entries.values()]
    expected += [(f"table-{one.name}", [column.name for column in one.columns]) for one in tables]
    found = zip(page.iter("h3"), page.iter("table"), strict=True)
    assert [
        (title.get("id"), [th.text_content() for th in table.iter("th") if th.get("scope") == "row"])
        for title, table in found
    ] == expected
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    assert {link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")} <= set(ids)
    assert "disputed-by-author" in page.text_content()


def _page(template: str, address: str, view: object) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(PRINTER.render(template, address, view=view), create_parent="div")
