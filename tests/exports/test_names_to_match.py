from __future__ import annotations

import csv
import io

from dossier.corpus.corpus import Corpus
from dossier.exports.names_to_match import names_to_match
from dossier.model.records import Named
from tests.exports.conftest import BASE


def read(corpus: Corpus, base_url: str = BASE) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(names_to_match(corpus, base_url))))


def test_every_name_leads_to_its_record_by_a_key_of_its_own(mini: Corpus) -> None:
    rows = read(mini)
    expected = [(record.id, name.text) for record in mini.of(Named) for name in record.names]
    assert sorted((row["id"], row["name"]) for row in rows) == sorted(expected)
    assert len({row["key"] for row in rows}) == len(rows)
    assert all(row["key"].startswith(f"{row['id']}#") for row in rows)


def test_a_row_tells_its_record_from_others_of_the_name(mini: Corpus) -> None:
    (row,) = [one for one in read(mini) if one["name"] == "نقابة المصابيح"]
    assert row == {
        "key": "lamp-guild#3",
        "id": "lamp-guild",
        "name": "نقابة المصابيح",
        "called_here": "Lamp Guild",
        "record": "actor",
        "type": "Organisation",
        "name_kind": "alias",
        "language": "ar",
        "country": "",
        "wikidata": "Q99999999902",
        "page": "https://lamp.example/actors/lamp-guild/",
    }
    (place,) = [one for one in read(mini, "") if one["id"] == "saltmouth"]
    assert (place["record"], place["type"], place["page"]) == ("place", "City or town", "../places/saltmouth/")
