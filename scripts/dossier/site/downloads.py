"""The downloads of a site: everything under ``data/``, and the JSON beside the page of each record."""

from __future__ import annotations

from pathlib import Path

from dossier.citations.cite_box import FILES
from dossier.citations.csl_json import source_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports import write_downloads
from dossier.exports.files import Download, File
from dossier.exports.records import all_fields, record_files
from dossier.model.records import Source

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
