"""A page of prose under another address, with the links, the menu and the doors that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import page_addresses
from dossier.editing.draft import Draft
from dossier.editing.named_ids import RefusedError
from dossier.editing.page_links import DOCS, relink
from dossier.editing.redirecting import ACCEPTED, REDIRECTS, add_items, take_back
from dossier.editing.replacing import put_text, source_text
from dossier.editing.yaml_document import Edit, Put
from dossier.model.addresses import SECTIONS, document_url
from dossier.problems import nearest, quoted
from dossier.reading.markdown_file import FRONT_MATTER, Document

ARTICLES = SECTIONS["source"]
NAME = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*")


def page_name(written: str) -> str | None:
    """The name of a page that is written as ``docs/a/b.md``, ``a/b.md`` or ``a/b/``; ``None`` where it is no page."""
    name = written.removeprefix(DOCS)
    if name.endswith(".md"):
        return name.removesuffix(".md")
    return name.rstrip("/") if name.endswith("/") else None


def rename_page(draft: Draft, corpus: Corpus, old: str, new: str, why: str) -> list[str]:
    """Gives a page another address, and says what was done, a line each; both are names as of ``page_name``.

    Raises ``RefusedError``.
    """
    document = _page(corpus, old)
    _refuse_taken(corpus, document, new)
    file, address = f"{DOCS}{new}.md", f"{new.removesuffix('index').rstrip('/')}/"
    draft.move(document.file, file)
    relink(draft, corpus, document.file, file)
    _change_doors(draft, corpus, document, file, address)
    for listed, edits in ((REDIRECTS, _redirects), (ACCEPTED, _acceptances)):
        if found := list(edits(draft, document, address, file)) if listed in draft else []:
            draft.edit(listed, *found)
    take_back(draft, (), [address])
    title = " ".join(corpus.plain(document.title).split())
    moved = {"from": document_url(document), "title": title, "to": address, "reason": "moved", "why": why}
    add_items(draft, REDIRECTS, [moved])
    return [f"The page {document_url(document)} is now {address}. It is still called “{title}”."]


def _page(corpus: Corpus, name: str) -> Document:
    pages = {document.name: document for document in corpus.documents}
    found = pages.get(name) or pages.get(f"{name}/index")
    if found is None:
        raise RefusedError(f"no page “{name}/”; {nearest(name, pages) or 'mend its address'}")
    if found.name.startswith(f"{ARTICLES}/"):
        raise RefusedError(f"an article bears the id of its source; rename {name.removeprefix(f'{ARTICLES}/')}")
    if found.name == "index":
        raise RefusedError("the home page has no other address")
    return found


def _refuse_taken(corpus: Corpus, document: Document, new: str) -> None:
    address = f"{new}/"
    if not NAME.fullmatch(new):
        raise RefusedError(f"{quoted(new)} is no address of a page; write lower-case letters, digits and hyphens")
    if address in set(page_addresses(corpus)):
        raise RefusedError(f"there is a page {address} already")
    for moved in corpus.page_redirects.items:
        if moved.from_ == address and (moved.target or "").partition("#")[0] != document_url(document):
            raise RefusedError(
                f"{address} was another page; its address leads to {moved.to or 'a note that it is gone'}"
            )


def _change_doors(draft: Draft, corpus: Corpus, document: Document, file: str, address: str) -> None:
    """The doors of the home page name pages by their address."""
    for one in corpus.documents:
        name = file if one is document else one.file
        text = source_text(draft, name)
        front = FRONT_MATTER.match(text.replace("\r\n", " \n"))
        head = text[: front.end()] if front else ""
        door = rf"(?m)^(\s*page:\s*[\"']?){re.escape(document_url(document))}(?=[\"'#\s])"
        changed = re.sub(door, rf"\g<1>{address}", head)
        if changed != head:
            put_text(draft, name, changed + text[len(head) :])


def _redirects(draft: Draft, document: Document, address: str, _file: str) -> Iterator[Edit]:
    for number, one in enumerate(draft.document(REDIRECTS).plain()):
        page, mark, place = one.get("to", "").partition("#")
        if "from" in one and page == document_url(document):
            yield Put((number, "to"), f"{address}{mark}{place}")


def _acceptances(draft: Draft, document: Document, _address: str, file: str) -> Iterator[Edit]:
    for number, one in enumerate(draft.document(ACCEPTED).plain()):
        if one.get("file") == document.file:
            yield Put((number, "file"), file)
