"""The downloads and the pages about them: everything under ``data/``, and the JSON beside each record's page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dossier.citations.cite_box import FILES
from dossier.citations.csl_json import source_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports import write_downloads
from dossier.exports.all_tables import empty_tables
from dossier.exports.dictionary import dictionary
from dossier.exports.files import GROUPS, Download, File
from dossier.exports.linked_data import LinkedNode, dataset, download
from dossier.exports.records import all_fields, record_files
from dossier.model.addresses import DATA, DICTIONARY
from dossier.model.licence import ARTICLES, DATA_LICENCE
from dossier.model.records import Source
from dossier.pages.render import Page, Pages

TITLE = "Data"
SOURCES = {
    "bibtex": ("sources.bib", "The articles, for reference managers and LaTeX that read BibTeX."),
    "ris": ("sources.ris", "The articles, for reference managers that read RIS."),
    "csl-json": ("sources.csl.json", "The articles, for citation processors and for Zotero."),
}


def write_data(folder: Path, corpus: Corpus, info: SiteInfo) -> list[Download]:
    """Writes all downloads and the JSON of every record and redirect into a site; what the downloads are."""
    fields = all_fields(corpus)
    for path, text in record_files(corpus, info.url, info.edition, fields):
        _write(folder / path, text)
    return write_downloads(
        folder,
        corpus,
        base_url=info.url,
        site_name=info.name,
        edition=info.edition,
        fields=fields,
        extra=_bibliographies(corpus),
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _bibliographies(corpus: Corpus) -> list[File]:
    items = [source_item(source) for source in corpus.of(Source)]
    return [
        File(name, FILES[key][0], what_for, FILES[key][2], FILES[key][3](items).encode(), "sources")
        for key, (name, what_for) in SOURCES.items()
    ]


def data_page(pages: Pages, info: SiteInfo, downloads: Sequence[Download]) -> Page:
    """The page that says what each download is for."""
    content = pages.part(
        "data.html",
        DATA,
        downloads=downloads,
        edition=info.edition,
        groups=GROUPS,
        licence=DATA_LICENCE,
        articles=ARTICLES,
    )
    description = "What this site says, as data: JSON, JSON-LD, CSV, SQLite, GeoJSON and bibliographies."
    return Page(DATA, "data", "data", TITLE, "", description, content, ((TITLE, DATA),))


def dictionary_page(pages: Pages) -> Page:
    """The page that says what each field of the data means."""
    content = pages.part("dictionary.html", DICTIONARY, entries=dictionary().values(), tables=empty_tables())
    title, crumbs = "Data dictionary", ((TITLE, DATA), ("Data dictionary", DICTIONARY))
    return Page(DICTIONARY, "data", "dictionary", title, "", "What each field of the data means.", content, crumbs)


def data_nodes(corpus: Corpus, info: SiteInfo, downloads: Sequence[Download]) -> list[LinkedNode]:
    """The whole dossier with its downloads, for the head of the page about them."""
    base = info.url or "../"
    files = [download(one.name, one.title, one.media_type, one.bytes, one.sha256, base) for one in downloads]
    return [dataset(corpus, base, info.name, info.edition, files)]


def handed_out(downloads: Sequence[Download]) -> list[tuple[str, str]]:
    """The address, from the page about them, and the media type of each download."""
    return [(one.name, one.media_type) for one in downloads]
