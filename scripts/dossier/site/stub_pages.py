"""The pages that a renderer makes besides the prose: a list and a shell for each kind, and the pages of pictures."""

from __future__ import annotations

from dossier.model.addresses import CHANGES, DATA, DICTIONARY, MAP, NETWORK, POSITIONS, SEARCH, SECTIONS, TIMELINE
from dossier.model.vocabulary import KINDS
from dossier.site.fill import SHELL

PLAIN = {
    SEARCH: "Search",
    POSITIONS: "Who holds what",
    TIMELINE: "Timeline",
    MAP: "Map",
    NETWORK: "Network",
    CHANGES: "Changes",
    DATA: "Data",
    DICTIONARY: "Data dictionary",
}


def generated_pages() -> dict[str, str]:
    """Each page by its file under ``docs/``. It is Markdown without words: only its template's slots matter."""
    titles = {f"{section}/{name}.md": KINDS[kind][1] for kind, section in SECTIONS.items() for name in ("index", SHELL)}
    titles |= {f"{address.rstrip('/')}.md": title for address, title in PLAIN.items()}
    return {file: f"---\ntemplate: record.html\ntitle: {title}\n---\n" for file, title in titles.items()}
