from __future__ import annotations

import json

from dossier.citations.csl_json import csl_json, source_item
from dossier.corpus.corpus import Corpus
from dossier.model.records import Source


def test_the_items_are_read_back(mini: Corpus) -> None:
    items = [source_item(source) for source in mini.of(Source)]
    assert json.loads(csl_json(items)) == items


def test_letters_stay_what_they_are() -> None:
    assert csl_json([{"title": "Ünal’s نقابة"}]) == '[\n  {\n    "title": "Ünal’s نقابة"\n  }\n]\n'
