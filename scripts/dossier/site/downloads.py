"""The downloads of a site: everything under ``data/``."""

from __future__ import annotations

from pathlib import Path

from dossier.citations.cite_box import FILES
from dossier.citations.csl_json import source_item
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports import File, Material, WriteFiles, download_parts
from dossier.model.records import Source

SOURCES = {
    "bibtex": ("sources.bib", "The articles, for reference managers and LaTeX that read BibTeX."),
    "ris": ("sources.ris", "The articles, for reference managers that read RIS."),
    "csl-json": ("sources.csl.json", "The articles, for citation processors and for Zotero."),
}


def material_of(corpus: Corpus, info: SiteInfo) -> Material:
    """What the downloads of a site are made of."""
    return Material(corpus, info.url, info.name, info.edition)


def data_parts(folder: Path, material: Material) -> list[WriteFiles]:
    """What writes all downloads of a site, in parts that need nothing of each other."""
    return download_parts(folder, material, bibliographies(material.corpus))


def bibliographies(corpus: Corpus) -> list[File]:
    items = [source_item(source) for source in corpus.of(Source)]
    return [
        File(name, FILES[key][0], what_for, FILES[key][1], FILES[key][2](items).encode(), "sources")
        for key, (name, what_for) in SOURCES.items()
    ]
