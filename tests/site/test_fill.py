from __future__ import annotations

from dossier.citations.cite_box import rests_on
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.site.fill import cited

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "An invented island.")


def test_what_any_page_rests_on_is_among_what_is_cited(mini: Corpus) -> None:
    known = {one.item["id"]: one.item for one in cited(mini, INFO)}
    behind = [one for record in mini.records.values() for one in rests_on(mini, record)]
    assert behind
    assert all(known[one.item["id"]] == one.item for one in behind)
