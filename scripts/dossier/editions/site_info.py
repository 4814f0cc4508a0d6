"""What every page needs of the site that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.editions.history import UNWRITTEN, History
from dossier.editions.state import UNPUBLISHED, Edition
from dossier.model.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps a site, and how to reach them: an ``https:`` or an e-mail address. What is not said is empty."""

    name: str = ""
    contact: str = ""


NOBODY = Keeper()


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What the renderer's configuration says of the site, which edition it is, and the words of its interface.

    ``url`` ends in a slash, or is empty.
    """

    name: str
    url: str
    description: str
    edition: Edition = UNPUBLISHED
    history: History = UNWRITTEN
    keeper: Keeper = NOBODY
    words: Words = ENGLISH

    def cited(self, address: str) -> str:
        """The permanent address of a page, in its edition; empty where the address of the site is not known."""
        into = f"{self.edition.name}/" if self.edition.name else ""
        return f"{self.url}{into}{address}" if self.url else ""
