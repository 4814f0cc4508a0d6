"""The pages that a renderer makes besides the prose: a shell for each kind, a page for each of the registry, and one
at each address from which a page moved.
"""

from __future__ import annotations

import json

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import SECTIONS
from dossier.pages.registry import PAGES

# Under each section, the page which is filled for each record.
SHELL = "_shell"
LISTS = {f"{section}/" for section in SECTIONS.values()}


def stub_pages(corpus: Corpus) -> dict[str, str]:
    """Each page by its file under ``docs/``. It is Markdown without words: only its template's slots matter."""
    titles = {f"{section}/{SHELL}.md": corpus.words.say(f"kinds.{kind}") for kind, section in SECTIONS.items()}
    titles |= {_file(one.address): one.title(corpus.words) for one in PAGES}
    titles |= {_file(one): one.rstrip("/") for one in moved_pages(corpus)}
    return {
        file: f"---\ntemplate: record.html\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
        for file, title in titles.items()
    }


def moved_pages(corpus: Corpus) -> list[str]:
    """The addresses from which pages moved."""
    return [redirect.from_ for redirect in corpus.page_redirects.items]


def _file(address: str) -> str:
    """The file of a page under ``docs/``; that of a list lies in the folder of its records."""
    return f"{address}index.md" if address in LISTS else f"{address.rstrip('/')}.md"


# Pages that the menu shows below a list, by their file under ``docs/``, with the section of that list.
SHOWN_BELOW = {_file(one.address): one.shown_below for one in PAGES if one.shown_below}
