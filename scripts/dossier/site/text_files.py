"""The files for programs that read text: each page as Markdown beside it, ``llms.txt``, and the whole text."""

from __future__ import annotations

import re
from pathlib import Path

from dossier.corpus.corpus import Corpus
from dossier.pages.markdown import MARKDOWN, markdown_page
from dossier.pages.registry import PageInput
from dossier.pages.text_index import INDEX, WHOLE, text_index, whole_text_addresses
from dossier.site.frame import Site

NOTE = re.compile(r"\[\^(\d+)\]")


def write_page(site: Site, address: str, html: str) -> None:
    """Writes a page, and its Markdown beside it where the site has texts."""
    site.write(address, html)
    if site.info.markdown:
        site.write(address, markdown_page(html, address, site.info, site.printed), MARKDOWN)


def write_text_index(site: Site, given: PageInput) -> None:
    """Writes what the site is and where its texts are."""
    (site.folder / INDEX).write_text(text_index(given), "utf-8", newline="\n")


def write_whole_text(folder: Path, corpus: Corpus) -> None:
    """Writes the texts of a site that is written, one after the other into one file; each note keeps its own."""
    with (folder / WHOLE).open("w", encoding="utf-8", newline="\n") as file:
        for address in whole_text_addresses(corpus):
            text = (folder / address / MARKDOWN).read_text("utf-8")
            page = address.rstrip("/").rpartition("/")[2]
            file.write(NOTE.sub(rf"[^{page}-\1]", text) + "\n")
