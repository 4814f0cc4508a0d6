"""What reference managers make of built pages and of the files: Zotero, citation-js, pandoc and biber, as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import lxml.html
import pytest

from dossier.citations.bibtex import LANGUAGES, bibtex
from dossier.citations.csl_json import Item, csl_date, csl_json, source_item
from dossier.citations.date_forms import date_of, date_text
from dossier.citations.ris import ris
from dossier.corpus.corpus import Corpus
from dossier.editions.history import EditionStep, History
from dossier.editions.state import Edition
from dossier.load import load
from dossier.model.licence import DATA_LICENCE
from dossier.model.records import Claim, Source
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import write_site
from dossier.text.edtf import parse
from tests.support.client_programs import biber_remarks, citation_js, pandoc_items, zotero
from tests.support.full import in_full
from tests.support.kinds import kinds_of_page
from tests.support.node import MissingError
from tests.support.paths import MINI, ROOT

T = TypeVar("T")
pytestmark = in_full

SITE = "https://khorasan-dossier.example/"
EDITION = Edition("2026.1", "2026-01-09")
UNCITED = {"not found", "redirect", "search", "search with results", "search without results"}
ZOTERO_TYPES = {
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "post-weblog": "blogPost",
    "webpage": "webpage",
    "report": "report",
    "book": "book",
    "chapter": "bookSection",
}
# It reads one sort of article, and posts as the pages that they are.
IN_BIBTEX = {"magazineArticle": "journalArticle", "newspaperArticle": "journalArticle", "blogPost": "webpage"}
# What bibliographies do not tell apart.
ALIKE = {
    "post-weblog": "webpage",
    "article-magazine": "article",
    "article-newspaper": "article",
    "article-journal": "article",
}
BODY = "Board, Brisa and Oil"
MADE: list[tuple[str, str, Item, str]] = [
    ("webpage", "Der „große“ Krieg", {"author": [{"literal": BODY}], "publisher": BODY, "language": "de"}, "2023?"),
    ("report", 'The "Lamp" & 50 % of oil', {"author": [{"literal": "Mullah Omar"}], "language": "en"}, "2016/2018"),
    ("book", "Une guerre de dix ans", {"publisher": "House and Sons", "language": "fr-CA"}, "201X"),
    ("article-newspaper", "Lamps -- and oil", {"container-title": "The Tide and Lamp", "language": "fa"}, "2015-05~"),
    ("article-journal", "Oil", {"author": [{"family": "Veyl", "given": "Ada"}], "container-title": "Lamps"}, "2016/.."),
    ("post-weblog", "Wicks", {"container-title": "Notebook", "URL": "https://example.org/a_b%20c?d=1&e#f"}, "../2018"),
    ("chapter", "Keepers", {"container-title": "All Lamps", "publisher": "A and B"}, "2015-21"),
]


def had(ask: Callable[[], T]) -> T:
    """The answer of a program, or a test that is skipped where it cannot be had."""
    try:
        return ask()
    except MissingError as missing:
        pytest.skip(f"reference managers are not tried: {missing}")


def made() -> list[Item]:
    """Items of every type with what is hard to say of them."""
    return [
        {"id": f"made-{place}", "type": kind, "title": title, **more}
        | {"issued": csl_date(parse(date)), "custom": {"issued": date}}
        for place, (kind, title, more, date) in enumerate(MADE)
    ]


@pytest.fixture(scope="module")
def known(mini: Corpus) -> list[Item]:
    return [source_item(source) for one in (load(ROOT), mini) for source in one.of(Source)]


@pytest.fixture(scope="module")
def items(known: list[Item]) -> list[Item]:
    return known + made()


def names(item: Item) -> list[str]:
    return [one.get("literal") or f"{one['family']}, {one['given']}" for one in item.get("author", ())]


def in_ris(author: Item) -> str:
    literal: str = author.get("literal", "")
    return literal.replace(", ", "; ") or f"{author['family']}, {author['given']}"


def zotero_names(item: dict[str, Any]) -> list[str]:
    return [one.get("name") or f"{one['lastName']}, {one['firstName']}" for one in item.get("creators", ())]


def container(item: dict[str, Any]) -> str:
    keys = ("publicationTitle", "websiteTitle", "blogTitle", "bookTitle", "series", "seriesTitle")
    return next((item[key] for key in keys if item.get(key)), "")


def is_article(found: dict[str, Any], item: Item) -> None:
    """Asserts that an item in Zotero is a publication and nothing of the page on which it was found."""
    assert (found["itemType"], found["title"]) == (ZOTERO_TYPES[item["type"]], item["title"])
    assert zotero_names(found) == names(item)
    date = date_of(item)
    assert found.get("date", "") == (date_text(date) if date else "")
    assert found.get("url", "") == item.get("URL", "")
    assert container(found) == item.get("container-title", "")
    assert found.get("language", "") == item.get("language", "")
    assert [found.get(key) for key in ("rights", "abstractNote")] == [None, None]


def is_page(found: dict[str, Any], html: str, site: str, address: str, date: str) -> None:
    """Asserts that an item in Zotero is a page of the site as it cites itself."""
    tree = lxml.html.fromstring(html)
    (own,) = json.loads(tree.cssselect("#cite-this [data-cite=csl-json]")[-1].text_content())
    assert (found["itemType"], found["title"], zotero_names(found)) == ("webpage", own["title"], [])
    assert (found["url"], found.get("date", "")) == (address, date)
    assert found.get("websiteTitle") == site
    assert (found["rights"], found["language"]) == (DATA_LICENCE.url, "en")
    (description,) = tree.xpath("//meta[@name='description']/@content")
    assert found["abstractNote"] == description


def presented(corpus: Corpus, address: str) -> list[Source]:
    """The sources that a page presents beside itself."""
    record = corpus.records.get(address.split("/")[1])
    if record is None:
        return corpus.of(Source)
    return [corpus.source(record.source if isinstance(record, Claim) else record.id)]


def tried(folder: Path, corpus: Corpus, base: str, site: str, date: str = "", into: str = "") -> set[str]:
    """Reads a page of every kind in Zotero and asserts what it makes of them; gives the kinds that offer more."""
    kinds = {kind: path for kind, path in kinds_of_page(corpus).items() if kind not in UNCITED}
    kinds = {kind: path for kind, path in kinds.items() if (folder / path / "index.html").is_file()}
    kinds |= {"source without an address": "sources/anp-iskp-profile/"} if "anp-iskp-profile" in corpus.records else {}
    texts = {kind: (folder / path / "index.html").read_text("utf-8") for kind, path in kinds.items()}
    read = had(lambda: zotero([(base + kinds[kind], text) for kind, text in texts.items()]))
    several = set()
    for (kind, text), found in zip(texts.items(), read["pages"], strict=True):
        by_translator = {one["translator"]: one["items"] for one in found}
        (own,) = by_translator["Embedded Metadata"]
        is_page(own, text, site, f"{base}{into}{kinds[kind]}", date)
        if "COinS" in by_translator:
            assert found[0]["translator"] == "COinS"
            several.add(kind)
            *articles, page = found[0]["items"]
            is_page({"language": "en"} | page, text, site, f"{base}{into}{kinds[kind]}", date)
            for article, source in zip(articles, presented(corpus, kinds[kind]), strict=True):
                is_article(article, source_item(source))
    return several


def test_zotero_saves_every_kind_of_page_as_what_it_is(built: tuple[Path, Corpus]) -> None:
    several = tried(built[0], built[1], SITE, "Khorasan Dossier")
    assert several == {"article", "claim", "list of sources", "source without an address"}


def test_zotero_saves_a_page_of_an_edition_with_its_day_and_its_address(mini: Corpus, tmp_path: Path) -> None:
    history = History((EditionStep(EDITION, None),))
    write_site(MINI, tmp_path, mini, prose_of, search=False, edition=EDITION, history=history)
    assert tried(tmp_path, mini, "https://lamp.example/", "Lamp Dossier", EDITION.date, "2026.1/") == {
        "article",
        "claim",
        "list of sources",
    }


def test_zotero_reads_the_files_back(items: list[Item]) -> None:
    written = [write(items) for write in (bibtex, ris, csl_json)]
    read = had(lambda: zotero(files=written))["files"]
    assert [one["translator"] for one in read] == ["BibTeX", "RIS", "CSL JSON"]
    for one in read:
        found = [item for item in one["items"] if item["itemType"] != "note"]
        for item, told in zip(items, found, strict=True):
            kind = ZOTERO_TYPES[item["type"]]
            if one["translator"] == "BibTeX":
                kind = IN_BIBTEX.get(kind, kind)
            assert (told["itemType"], told["title"]) == (kind, item["title"])
            assert told.get("url", "") == item.get("URL", "")
            assert container(told) == item.get("container-title", "")
            if one["translator"] == "RIS":  # a body has semicolons there, so that no comma parts it
                assert zotero_names(told) == [in_ris(author) for author in item.get("author", ())]
            else:
                assert zotero_names(told) == names(item)
            year = item["issued"]["date-parts"][0][0]
            assert str(year) in told["date"]


def fields(item: dict[str, Any]) -> dict[str, Any]:
    """What all readers can say of an item, in one spelling."""
    issued = item.get("issued", {})
    parts = [part for part in issued.get("date-parts", []) if part and part[0]]
    if "season" in issued or any(len(part) > 1 and part[1] > 12 for part in parts):
        parts = [part[:1] for part in parts]
    return {
        "type": ALIKE.get(item["type"], item["type"]),
        "title": item["title"],
        "author": [name(author) for author in item.get("author", ())],
        "issued": parts,
        "URL": item.get("URL"),
        "language": language(item.get("language", "")),
        "container": item.get("container-title") or item.get("collection-title", ""),
    }


def straightened(item: dict[str, Any]) -> dict[str, Any]:
    return item | {"title": re.sub("[“”]", '"', item["title"])}


def name(author: dict[str, str]) -> str:
    return author.get("literal") or ", ".join(author[key] for key in ("family", "given") if key in author)


def language(tag: str) -> str:
    """The language of a tag or a name, as ``en``."""
    by_name = {name: code for code, name in LANGUAGES.items()}
    return by_name.get(tag.lower(), tag.partition("-")[0].lower())


def test_citation_js_reads_the_files_back(items: list[Item]) -> None:
    found = had(lambda: citation_js([bibtex(items), csl_json(items), ris(items)]))
    expected = [fields(item) for item in items]
    assert [fields(item) for item in found[0]] == expected
    assert found[1] == items
    told = [[name(author) for author in item.get("author", ())] for item in found[2]]
    assert told == [[in_ris(author) for author in item.get("author", ())] for item in items]


def test_pandoc_reads_the_files_back(items: list[Item]) -> None:
    expected = [fields(item) for item in items]
    by_key = {item["id"]: item for item in pandoc_items(bibtex(items), "biblatex")}
    assert [fields(by_key[item["id"]]) for item in items] == expected
    by_key = {item["id"]: item for item in pandoc_items(csl_json(items), "csljson")}
    found = [fields(by_key[item["id"]]) for item in items]
    # It bends straight quotation marks of CSL-JSON.
    assert list(map(straightened, found)) == list(map(straightened, expected))


# What biblatex asks of an entry that is not known of it, and the one field that is there for other programs.
EXPECTED = re.compile(
    r"Missing mandatory field (- one of 'url, doi, eprint' must be defined|'(author|editor|institution)')"
    r"|Invalid field 'journaltitle' for entrytype 'online'"
)


def test_biblatex_finds_nothing_amiss(known: list[Item]) -> None:
    remarks = had(lambda: biber_remarks(bibtex(known)))
    assert [remark for remark in remarks if not EXPECTED.search(remark)] == []
    remarks = had(lambda: biber_remarks(bibtex(made())))
    assert [remark for remark in remarks if not EXPECTED.search(remark)] == []
