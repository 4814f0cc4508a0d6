"""Under which terms the text and the data of a dossier are given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its short name, its SPDX identifier, its whole title and where its text is kept."""

    name: str
    spdx: str
    title: str
    url: str


DATA_LICENCE = Licence(
    "CC BY 4.0",
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
ARTICLES = "The licence covers the text and the data of this site; the articles remain their authors’."
