"""A site of which each page is made only when it is asked for, as the preview shows it."""

from __future__ import annotations

from functools import cached_property, partial

from dossier.addresses import DATA, url_for
from dossier.documents import Documents
from dossier.pouring import Maker, data_at, makers
from dossier.records import Source
from dossier.site import Site


class LateSite:
    """The pages of a site that is begun, none of which is written. It has no downloads."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def makers(self) -> dict[str, Maker]:
        return {**makers(self.site, Documents(self.site)), DATA: partial(data_at, self.site, [])}

    def page(self, address: str) -> str | None:
        """The HTML of the page at an address; nothing where there is none."""
        if make := self.makers.get(address):
            return make()
        record = self.site.pages.corpus.records.get(address.rstrip("/").rpartition("/")[2])
        if record is None or isinstance(record, Source) or url_for(record) != address:
            return None
        return self.site.record(record)
