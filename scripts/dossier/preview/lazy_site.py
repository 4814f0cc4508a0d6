"""A site of which each page is made only when it is asked for, as the preview shows it."""

from __future__ import annotations

from functools import cached_property, partial

from dossier.exports.records import record_file, terms
from dossier.model.addresses import DATA, url_for
from dossier.model.records import Record, Source
from dossier.pages.head import RECORD_JSON
from dossier.site.articles import Documents
from dossier.site.fill import Maker, data_at, makers
from dossier.site.frame import Site


class LateSite:
    """The pages of a site that is begun, none of which is written, and the JSON of its records; no other downloads."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def makers(self) -> dict[str, Maker]:
        return {**makers(self.site, Documents(self.site)), DATA: partial(data_at, self.site, [])}

    def page(self, address: str) -> str | None:
        """The HTML of the page at an address; nothing where there is none."""
        if make := self.makers.get(address):
            return make()
        record = self.record_at(address)
        return None if record is None or isinstance(record, Source) else self.site.record(record)

    def json(self, address: str) -> str | None:
        """The JSON beside the page of a record, which cards are made of; nothing where there is none."""
        record = self.record_at(address.removesuffix(RECORD_JSON)) if address.endswith(RECORD_JSON) else None
        info = self.site.info
        return record_file(self.site.pages.corpus, record, info.url, terms(info.edition)) if record else None

    def record_at(self, address: str) -> Record | None:
        """The record whose page stands at an address."""
        record = self.site.pages.corpus.records.get(address.rstrip("/").rpartition("/")[2])
        return record if record and url_for(record) == address else None
